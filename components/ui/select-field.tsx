"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { FieldFrame, type FieldProps } from "./field-frame";
import { asText, describedBy, useFieldState } from "./form-context";

export type Option = { value: string; label: string; hint?: string; disabled?: boolean };

type SelectFieldProps = FieldProps &
  Omit<ComponentProps<"select">, keyof FieldProps | "id" | "children"> & {
    options: Option[];
    /** What stands there before a choice is made; false when one of the options is always chosen. */
    placeholder?: string | false;
  };

/** A native select: the phone's own wheel, every keyboard, no script. For long lists use ComboboxField. */
export function SelectField({
  name,
  label,
  hint,
  optional,
  className,
  options,
  placeholder,
  defaultValue,
  ...rest
}: SelectFieldProps) {
  const t = useTranslations("ui");
  const field = useFieldState(name);
  return (
    <FieldFrame field={field} label={label} hint={hint} optional={optional} className={className}>
      <select
        {...rest}
        id={field.id}
        name={name}
        required={!optional}
        defaultValue={asText(field.value) ?? defaultValue ?? (placeholder === false ? options[0]?.value : "")}
        aria-invalid={field.errors.length > 0 || undefined}
        aria-describedby={describedBy(field, Boolean(hint))}
        className="control select-arrow"
      >
        {placeholder === false ? null : <option value="">{placeholder ?? t("field.choose")}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
