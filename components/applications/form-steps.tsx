"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Stepper } from "@/components/ui/progress";

type FormStepsProps = { parts: readonly { readonly id: string; readonly label: string }[] };

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Whether a part of the form has what it must have, and anything at all. */
function isDone(part: Element): boolean {
  const controls = [...part.querySelectorAll<Control>("input:not([type=hidden]), select, textarea")].filter(
    (control) => !control.closest("[hidden]"),
  );
  const groups = new Set(controls.filter((control) => control.type === "radio").map((each) => each.name));
  const chosen = (name: string) =>
    controls.some((each) => each instanceof HTMLInputElement && each.name === name && each.checked);
  const filled = (control: Control) =>
    control instanceof HTMLInputElement && control.type === "checkbox"
      ? control.checked
      : control.value.trim() !== "";
  const asked = controls.filter((control) => control.required && control.type !== "radio");
  return [...groups].every(chosen) && asked.every(filled) && (groups.size > 0 || controls.some(filled));
}

/** Where one is in the form: its parts, which of them are filled in, and the way to each. All of them are on the page. */
export function FormSteps({ parts }: FormStepsProps) {
  const t = useTranslations("applications");
  const mark = useRef<HTMLDivElement>(null);
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const form = mark.current?.closest("form");
    if (!form) return;
    const look = () =>
      setDone(
        new Set(
          [...form.querySelectorAll<HTMLElement>("[data-part]")]
            .filter(isDone)
            .map((part) => part.dataset.part ?? ""),
        ),
      );
    look();
    form.addEventListener("input", look);
    form.addEventListener("change", look);
    return () => {
      form.removeEventListener("input", look);
      form.removeEventListener("change", look);
    };
  }, []);
  const current = parts.find((part) => !done.has(part.id))?.id;
  return (
    <div ref={mark}>
      <Stepper
        label={t("form.steps")}
        steps={parts.map(({ id, label }) => ({
          label,
          href: `#${id}`,
          state: done.has(id) ? "done" : id === current ? "current" : "todo",
        }))}
      />
    </div>
  );
}
