"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRef } from "react";
import { useFormState } from "@/components/ui/form-context";
import { Icon } from "@/components/ui/icon";
import type { FormAction } from "@/lib/core/action-state";
import { formatTime } from "@/lib/i18n/format";
import { type SavingStatus, useDraftSaving } from "./use-draft-saving";

function Sentence({ status }: { status: SavingStatus }) {
  const t = useTranslations("applications");
  const locale = useLocale();
  if (status.kind === "saving") return t("form.autosaving");
  if (status.kind === "waiting") {
    if (!status.at) return t("form.autosaves");
    return (
      <span className="flex items-center gap-1.5">
        <Icon name="check" className="text-success" />
        {t("form.autosaved", { time: formatTime(status.at, locale) })}
      </span>
    );
  }
  return (
    <span className="flex items-start gap-1.5 font-medium text-danger">
      <Icon name="alert" className="mt-px" />
      {t("form.autosaveFailed", {
        reason: status.kind === "failed" ? status.message : t("form.autosaveOffline"),
      })}
    </span>
  );
}

type DraftAutosaveProps = {
  action: FormAction;
  /** The draft's version as the page was rendered; 0 where there is none. */
  version: number;
  savedAt: string | null;
};

/** Saves the surrounding form as a draft on the server and says when. Without scripts the form's own button saves. */
export function DraftAutosave({ action, version, savedAt }: DraftAutosaveProps) {
  const { pending } = useFormState();
  const mark = useRef<HTMLDivElement>(null);
  const saving = useDraftSaving(action, mark, { version, savedAt, paused: pending });
  return (
    <div ref={mark} role="status" className="min-h-6 text-sm text-muted">
      <input type="hidden" name="version" value={saving.version} readOnly />
      <Sentence status={saving.status} />
    </div>
  );
}
