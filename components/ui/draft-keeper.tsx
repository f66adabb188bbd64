"use client";

import { useLocale, useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";
import { formatTime } from "@/lib/i18n/format";
import { forgetDraft, loadDraft, readForm, restoreForm, saveDraft } from "./draft-store";
import { useFormState } from "./form-context";
import { Icon } from "./icon";

type Watcher = { cancel: () => void; stop: () => void };

/** Calls `keep` 600 ms after the last change of a form, and at once when the page is left. */
function watch(form: HTMLFormElement, keep: () => void): Watcher {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const cancel = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const save = () => {
    cancel();
    keep();
  };
  const typed = () => {
    cancel();
    timer = setTimeout(save, 600);
  };
  // Leaving within the 600 ms must not cost the last words.
  const leaving = () => {
    if (timer !== undefined) save();
  };
  form.addEventListener("input", typed);
  form.addEventListener("change", typed);
  // What is sent is kept until it has arrived, and must not be kept again afterwards.
  form.addEventListener("submit", leaving);
  window.addEventListener("pagehide", leaving);
  const stop = () => {
    form.removeEventListener("input", typed);
    form.removeEventListener("change", typed);
    form.removeEventListener("submit", leaving);
    window.removeEventListener("pagehide", leaving);
    leaving();
  };
  return { cancel, stop };
}

/** Saves the surrounding form while it is written in, puts a draft back on arrival, and forgets it after success. */
function useDraft(storageKey: string) {
  const { succeeded } = useFormState();
  const mark = useRef<HTMLParagraphElement>(null);
  const watcher = useRef<Watcher>(null);
  const [saved, setSaved] = useState<{ at: Date; restored: boolean } | null>(null);
  const [full, setFull] = useState(false);

  useEffect(() => {
    const form = mark.current?.closest("form");
    if (!form) return;
    const draft = loadDraft(storageKey);
    if (draft) {
      restoreForm(form, draft.values);
      setSaved({ at: new Date(draft.savedAt), restored: true });
    }
    const watching = watch(form, () => {
      const done = saveDraft(storageKey, readForm(form));
      setFull(!done);
      if (done) setSaved({ at: new Date(), restored: false });
    });
    watcher.current = watching;
    return watching.stop;
  }, [storageKey]);

  const forget = useCallback(() => {
    watcher.current?.cancel();
    forgetDraft(storageKey);
    setSaved(null);
  }, [storageKey]);
  useEffect(() => {
    if (succeeded > 0) forget();
  }, [succeeded, forget]);

  function discard() {
    mark.current?.closest("form")?.reset();
    forget();
  }
  return { mark, saved, full, discard };
}

/**
 * Keeps what is being written in a form on this device, and says when: "Kladde gemt 14.32". Put it inside an ActionForm.
 * A draft found on arrival is put back; it is forgotten when the form succeeds, when the person throws it away, and after
 * thirty days. `storageKey` names the form and the object it is about.
 */
export function DraftKeeper({ storageKey, className }: { storageKey: string; className?: string }) {
  const t = useTranslations("ui");
  const locale = useLocale();
  const { mark, saved, full, discard } = useDraft(storageKey);
  return (
    <p
      ref={mark}
      data-draft={storageKey}
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
