"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { letterWith } from "@/lib/applications/rules/letter";

type LetterProps = {
  letter: { readonly subject: string; readonly text: string };
  /** The name of the field of the surrounding form whose words the letter quotes. */
  quotes?: string;
};

/** The mail that a decision sends, word for word, to be read before it is sent. */
export function Letter({ letter, quotes }: LetterProps) {
  const t = useTranslations("applications");
  const frame = useRef<HTMLDetailsElement>(null);
  const [reason, setReason] = useState("");
  useEffect(() => {
    const form = frame.current?.closest("form");
    if (!form || !quotes) return;
    const read = () => setReason(String(new FormData(form).get(quotes) ?? ""));
    read();
    form.addEventListener("input", read);
    return () => form.removeEventListener("input", read);
  }, [quotes]);
  return (
    <details ref={frame}>
      <summary className="inline-flex min-h-target items-center text-sm text-accent underline underline-offset-2">
        {t("letter.show")}
      </summary>
      <div className="grid gap-2 rounded-lg border border-line bg-sunken p-4">
        <p className="font-medium">{letter.subject}</p>
        <p className="text-sm wrap-anywhere whitespace-pre-line">
          {quotes ? letterWith(letter.text, reason) : letter.text}
        </p>
      </div>
    </details>
  );
}
