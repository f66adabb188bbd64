"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useFormState } from "@/components/ui/form-context";
import { Icon } from "@/components/ui/icon";
import { type FormAction, idle } from "@/lib/core/action-state";
import { formatTime } from "@/lib/i18n/format";

const PAUSE_MS = 1500;
const RETRY_MS = 15_000;

type Status =
  | { readonly kind: "waiting"; readonly at: Date | null }
  | { readonly kind: "saving" }
  | { readonly kind: "failed"; readonly message: string };

type Saved = { readonly version: number; readonly savedAt: string };

function savedFrom(data: unknown): Saved | null {
  const saved = data as Partial<Saved> | null | undefined;
  return typeof saved?.version === "number" && typeof saved.savedAt === "string"
    ? { version: saved.version, savedAt: saved.savedAt }
    : null;
}

type DraftAutosaveProps = {
  action: FormAction;
  /** The draft's version as the page was rendered; 0 where there is none. */
  version: number;
  savedAt: string | null;
};

/**
 * Saves the surrounding form as a draft on the server whenever its writer pauses, and says when. Carries the version that the next
 * save is based on, so that a second tab overwrites nothing. Without scripts the form's own button saves.
 */
export function DraftAutosave({ action, version, savedAt }: DraftAutosaveProps) {
  const t = useTranslations("applications");
  const locale = useLocale();
  const { pending } = useFormState();
  const mark = useRef<HTMLDivElement>(null);
  const sending = useRef(false);
  const submitted = useRef(false);
  const [known, setKnown] = useState(version);
  const [status, setStatus] = useState<Status>({ kind: "waiting", at: savedAt ? new Date(savedAt) : null });
  const current = Math.max(known, version);
  const based = useRef(current);
  based.current = current;

  useEffect(() => {
    submitted.current = pending;
  }, [pending]);

  useEffect(() => {
    const form = mark.current?.closest("form");
    if (!form) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let again = false;
    async function save() {
      timer = undefined;
      if (!form || submitted.current) return;
      if (sending.current) {
        again = true;
        return;
      }
      sending.current = true;
      setStatus({ kind: "saving" });
      const data = new FormData(form);
      data.set("intent", "draft");
      data.set("version", String(based.current));
      data.set("idempotencyKey", crypto.randomUUID());
      try {
        const answer = await action(idle, data);
        const saved = answer?.status === "ok" ? savedFrom(answer.data) : null;
        if (saved) {
          based.current = saved.version;
          setKnown(saved.version);
          setStatus({ kind: "waiting", at: new Date(saved.savedAt) });
        } else if (answer?.status === "error") {
          const [field] = Object.values(answer.fieldErrors);
          setStatus({ kind: "failed", message: field?.[0] ?? answer.message });
        }
      } catch {
        setStatus({ kind: "failed", message: t("form.autosaveOffline") });
        plan(RETRY_MS);
      } finally {
        sending.current = false;
        if (again) {
          again = false;
          plan();
        }
      }
    }
    function plan(after = PAUSE_MS) {
      clearTimeout(timer);
      timer = setTimeout(() => void save(), after);
    }
    const typed = () => plan();
    const online = () => plan(0);
    form.addEventListener("input", typed);
    form.addEventListener("change", typed);
    window.addEventListener("online", online);
    return () => {
      clearTimeout(timer);
      form.removeEventListener("input", typed);
      form.removeEventListener("change", typed);
      window.removeEventListener("online", online);
    };
  }, [action, t]);

  return (
    <div ref={mark} role="status" className="min-h-6 text-sm text-muted">
      <input type="hidden" name="version" value={current} readOnly />
      {status.kind === "saving" ? t("form.autosaving") : null}
      {status.kind === "failed" ? (
        <span className="flex items-start gap-1.5 font-medium text-danger">
          <Icon name="alert" className="mt-px" />
          {t("form.autosaveFailed", { reason: status.message })}
        </span>
      ) : null}
      {status.kind === "waiting" && status.at ? (
        <span className="flex items-center gap-1.5" suppressHydrationWarning>
          <Icon name="check" className="text-success" />
          {t("form.autosaved", { time: formatTime(status.at, locale) })}
        </span>
      ) : null}
      {status.kind === "waiting" && !status.at ? t("form.autosaves") : null}
    </div>
  );
}
