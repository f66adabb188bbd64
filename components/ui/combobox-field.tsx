"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { restoredEvent } from "./draft-store";
import { FieldFrame, type FieldProps } from "./field-frame";
import { asText, describedBy, useFieldState } from "./form-context";
import type { Option } from "./select-field";

const ComboboxControl = lazy(() => import("./combobox-control"));

type ComboboxFieldProps = FieldProps & { options: Option[]; defaultValue?: string };

/**
 * One of many (organisations, people): write to search. Before scripts have loaded it is a native select with the same options,
 * and it keeps the choice made there.
 */
export function ComboboxField({
  name,
  label,
  hint,
  optional,
  className,
  options,
  defaultValue,
}: ComboboxFieldProps) {
  const t = useTranslations("ui");
  const field = useFieldState(name);
  const select = useRef<HTMLSelectElement>(null);
  const carrier = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const first = asText(field.value) ?? defaultValue ?? "";

  useEffect(() => setChosen(select.current?.value ?? ""), []);
  useEffect(() => {
    if (chosen === null) return;
    const form = carrier.current?.form;
    const take = () => setChosen(carrier.current?.value ?? "");
    form?.addEventListener(restoredEvent, take);
    return () => form?.removeEventListener(restoredEvent, take);
  }, [chosen]);

  function pick(value: string) {
    setChosen(value);
    queueMicrotask(() => carrier.current?.dispatchEvent(new Event("change", { bubbles: true })));
  }
  const native = (value: string, named: boolean) => (
    <select
      ref={select}
      id={field.id}
      name={named ? name : undefined}
      defaultValue={value}
      required={!optional}
      aria-describedby={describedBy(field, Boolean(hint))}
      className="control select-arrow"
    >
      <option value="">{t("field.choose")}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
  return (
    <FieldFrame field={field} label={label} hint={hint} optional={optional} className={className}>
      {chosen === null ? (
        native(first, true)
      ) : (
        <>
          <input ref={carrier} type="hidden" name={name} value={chosen} readOnly />
          <Suspense fallback={native(chosen, false)}>
            <ComboboxControl
              id={field.id}
              label={label}
              describedBy={describedBy(field, Boolean(hint))}
              options={options}
              value={chosen}
              onPick={pick}
              optional={Boolean(optional)}
              invalid={field.errors.length > 0}
            />
          </Suspense>
        </>
      )}
    </FieldFrame>
  );
}
