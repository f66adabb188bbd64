"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { announceChange } from "./announce-change";
import { ComboboxControl } from "./combobox-control";
import { restoredEvent } from "./draft-store";
import { FieldFrame, type FieldProps } from "./field-frame";
import { asText, describedBy, useFieldState, useFormState } from "./form-context";
import type { Option } from "./select-field";

type ComboboxFieldProps = FieldProps & { options: Option[]; defaultValue?: string };

/** What is chosen: taken over from the native select, and from a draft; null until scripts have loaded. */
function useChoice(first: string) {
  const select = useRef<HTMLSelectElement>(null);
  const carrier = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  useEffect(() => setChosen(select.current?.value ?? ""), []);
  const loaded = chosen !== null;
  useEffect(() => {
    // A draft may come back before the native list has given way: whichever stands there is read.
    const control = loaded ? carrier.current : select.current;
    const take = () => setChosen(control?.value ?? "");
    const reset = () => setChosen(first);
    const form = control?.form;
    form?.addEventListener(restoredEvent, take);
    form?.addEventListener("reset", reset);
    return () => {
      form?.removeEventListener(restoredEvent, take);
      form?.removeEventListener("reset", reset);
    };
  }, [first, loaded]);
  return { select, carrier, chosen, setChosen };
}

/**
 * One of many (organisations, people): write to search. Before scripts have loaded it is a native select with the same options,
 * and it keeps the choice made there.
 */
export function ComboboxField({ name, options, defaultValue, ...frame }: ComboboxFieldProps) {
  const t = useTranslations("ui");
  const field = useFieldState(name);
  const first = asText(field.value) ?? defaultValue ?? "";
  const { left, changed } = useFormState();
  const { select, carrier, chosen, setChosen } = useChoice(first);
  const described = describedBy(field, Boolean(frame.hint));

  function pick(value: string) {
    setChosen(value);
    announceChange(carrier, () => changed(name));
  }
  return (
    <FieldFrame field={field} {...frame}>
      {chosen === null ? (
        <select
          ref={select}
          id={field.id}
          name={name}
          defaultValue={first}
          required={!frame.optional}
          aria-describedby={described}
          className="control select-arrow"
        >
          <option value="">{t("field.choose")}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : (
        <>
          <input ref={carrier} type="hidden" name={name} value={chosen} readOnly />
          <ComboboxControl
            id={field.id}
            label={t("combobox.suggestions")}
            describedBy={described}
            options={options}
            value={chosen}
            onPick={pick}
            onLeave={() => setTimeout(() => left(name))}
            required={!frame.optional}
            invalid={field.errors.length > 0}
          />
        </>
      )}
    </FieldFrame>
  );
}
