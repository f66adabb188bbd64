"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { formatTime } from "@/lib/i18n/format";
import { type Draft, forgetDraft, loadDraft, readForm, restoreForm, saveDraft } from "./draft-store";
import { useFormState } from "./form-context";
import { Icon } from "./icon";

/**
 * Keeps what is being written in a form on this device, and says when: "Kladde gemt 14.32". Put it inside an ActionForm.
 * A draft found on arrival is put back; it is forgotten when the form succeeds, when the person throws it away, and after
 * thirty days. `storageKey` names the form and the object it is about.
 */
export function DraftKeeper({ storageKey, className }: { storageKey: string; className?: string }) {
  const t = useTranslations("ui");
  const locale = useLocale();
  const { succeeded } = useFormState();
  const mark = useRef<HTMLParagraphElement>(null);
  const [saved, setSaved] = useState<{ at: Date; restored: boolean } | null>(null);
  const [full, setFull] = useState(false);

  useEffect(() => {
    const form = mark.current?.closest("form");
    if (!form) return;
    const draft: Draft | null = loadDraft(storageKey);
    if (draft) {
      restoreForm(form, draft.values);
      setSaved({ at: new Date(draft.savedAt), restored: true });
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const save = () => {
      clearTimeout(timer);
      timer = undefined;
      const done = saveDraft(storageKey, readForm(form));
      setFull(!done);
      if (done) setSaved({ at: new Date(), restored: false });
    };
    const typed = () => {
      clearTimeout(timer);
      timer = setTimeout(save, 600);
    };
    // Leaving within the 600 ms must not cost the last words.
    const leaving = () => timer !== undefined && save();
    form.addEventListener("input", typed);
    form.addEventListener("change", typed);
    window.addEventListener("pagehide", leaving);
    return () => {
      form.removeEventListener("input", typed);
      form.removeEventListener("change", typed);
      window.removeEventListener("pagehide", leaving);
      leaving();
    };
  }, [storageKey]);

  useEffect(() => {
    if (succeeded === 0) return;
    forgetDraft(storageKey);
    setSaved(null);
  }, [succeeded, storageKey]);

  function discard() {
    forgetDraft(storageKey);
    mark.current?.closest("form")?.reset();
    setSaved(null);
  }

  return (
    <p
      ref={mark}
      role="status"
      className={`flex min-h-6 flex-wrap items-center gap-x-3 text-sm text-muted ${className ?? ""}`}
    >
      {full ? <span className="text-danger">{t("draft.failed")}</span> : null}
      {saved ? (
        <>
          <span className="flex items-center gap-1.5">
            <Icon name="check" className="text-success" />
            {t(saved.restored ? "draft.restored" : "draft.saved", {
              time: formatTime(saved.at, locale, Intl.DateTimeFormat().resolvedOptions().timeZone),
            })}
          </span>
          <button
            type="button"
            onClick={discard}
            className="min-h-6 underline underline-offset-2 hover:text-ink"
          >
            {t("draft.discard")}
          </button>
        </>
      ) : (
        <span>{t("draft.keeps")}</span>
      )}
    </p>
  );
}
