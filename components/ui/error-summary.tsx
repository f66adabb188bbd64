"use client";

import { useTranslations } from "next-intl";
import { type MouseEvent, useEffect, useRef, useState } from "react";
import { type FieldErrors, fieldId } from "./form-context";
import { Icon } from "./icon";
import { SignInLink } from "./sign-in-link";

function focusField(event: MouseEvent<HTMLAnchorElement>) {
  const target = document.getElementById(decodeURIComponent(event.currentTarget.hash.slice(1)));
  if (!target) return;
  event.preventDefault();
  // A group of choices takes the focus itself only if none of its controls can.
  const control =
    target instanceof HTMLFieldSetElement
      ? target.querySelector<HTMLElement>("input:not([type=hidden])")
      : target;
  target.closest("details")?.setAttribute("open", "");
  (control ?? target).focus({ preventScroll: true });
  target.scrollIntoView({ block: "center" });
}

function labelOf(id: string): string {
  const target = document.getElementById(id);
  if (target instanceof HTMLFieldSetElement) return target.querySelector("legend")?.textContent ?? "";
  const labels =
    target instanceof HTMLInputElement ||
    target instanceof HTMLSelectElement ||
    target instanceof HTMLTextAreaElement
      ? target.labels
      : null;
  return labels?.[0]?.textContent ?? "";
}

type ErrorSummaryProps = {
  formId: string;
  errors: FieldErrors;
  /** A sentence for the whole form; the general one when there is none. */
  message?: string;
  /** What to quote when asking for help. */
  reference?: string;
  /** The refusal's code: one that a sign-in mends gets the way to it. */
  code?: string;
  /** A change moves the focus here. */
  attempt: number;
};

/**
 * On top of a form: what has to be corrected, each with a link to its field. Takes the focus when a try has failed, so that a
 * keyboard or screen-reader user is at the beginning of the repair, not at the end of the form.
 */
export function ErrorSummary({ formId, errors, message, reference, code, attempt }: ErrorSummaryProps) {
  const t = useTranslations("ui");
  const box = useRef<HTMLDivElement>(null);
  const [labels, setLabels] = useState<Record<string, string>>({});
  const entries = Object.entries(errors).filter(([, messages]) => messages.length > 0);
  const names = entries.map(([name]) => name).join("|");

  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  useEffect(() => {
    const known = names.split("|").map((name) => [name, labelOf(fieldId(formId, name))] as const);
    setLabels(Object.fromEntries(known));
  }, [names, formId]);

  if (entries.length === 0 && !message) return null;
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      className="animate-rise rounded-lg border-2 border-danger bg-danger-soft p-5 text-ink"
    >
      <p className="flex items-start gap-2 font-semibold text-danger">
        <Icon name="alert" className="mt-0.5" />
        {message ?? t("form.errorTitle", { count: entries.length })}
      </p>
      {entries.length > 0 ? (
        <ul className="mt-2 grid gap-1.5 ps-7">
          {entries.map(([name, messages]) => (
            <li key={name}>
              <a
                href={`#${fieldId(formId, name)}`}
                onClick={focusField}
                className="inline-block py-0.5 text-danger"
              >
                {labels[name] ? `${labels[name]}: ` : ""}
                {messages.join(" ")}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      <div className="ps-7">
        <SignInLink code={code} />
      </div>
      {reference ? <p className="mt-2 ps-7 text-sm">{t("form.reference", { reference })}</p> : null}
    </div>
  );
}
