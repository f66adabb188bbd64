"use client";

import type { ReactNode } from "react";
import { FieldError, FieldHint, type FieldProps, GroupFrame } from "./field-frame";
import { asText, describedBy, useFieldState } from "./form-context";
import type { Option } from "./select-field";

function Choice({
  type,
  name,
  option,
  checked,
  invalid,
}: {
  type: "radio" | "checkbox";
  name: string;
  option: Option;
  checked: boolean;
  invalid: boolean;
}) {
  return (
    <label className="flex min-h-target cursor-pointer items-start gap-3 rounded py-2 has-disabled:cursor-default has-disabled:text-muted">
      <input
        type={type}
        name={name}
        value={option.value}
        defaultChecked={checked}
        disabled={option.disabled}
        aria-invalid={invalid || undefined}
        className="choice mt-0.5"
      />
      <span>
        {option.label}
        {option.hint ? <span className="block text-sm text-muted">{option.hint}</span> : null}
      </span>
    </label>
  );
}

type GroupProps = FieldProps & { options: Option[]; inline?: boolean };

/** Side by side, on a phone each below another; or in two columns read downwards, for a long list. */
function layoutOf(inline?: boolean, columns?: boolean): string {
  if (inline)
    return "grid grid-cols-[repeat(auto-fill,minmax(min(100%,8.5rem),1fr))] gap-x-4 sm:flex sm:flex-wrap sm:gap-x-8";
  return columns ? "gap-x-8 sm:columns-2" : "grid";
}

/** One of a few. Nothing is chosen beforehand unless `defaultValue` says so: an answer is given, not left standing. */
export function RadioGroup({
  name,
  label,
  hint,
  optional,
  className,
  options,
  inline,
  defaultValue,
}: GroupProps & { defaultValue?: string }) {
  const field = useFieldState(name);
  const chosen = asText(field.value) ?? defaultValue;
  return (
    <GroupFrame field={field} label={label} hint={hint} optional={optional} className={className}>
      <div className={layoutOf(inline)}>
        {options.map((option) => (
          <Choice
            key={option.value}
            type="radio"
            name={name}
            option={option}
            checked={option.value === chosen}
            invalid={field.errors.length > 0}
          />
        ))}
      </div>
    </GroupFrame>
  );
}

/** Any number of a few. The boxes are named `name[]`, which the server reads as a list however many are ticked. */
export function CheckboxGroup({
  name,
  label,
  hint,
  optional,
  className,
  options,
  inline,
  columns,
  defaultValue = [],
}: GroupProps & { columns?: boolean; defaultValue?: string[] }) {
  const field = useFieldState(name);
  const typed = Array.isArray(field.value) ? field.value.map(String) : asText(field.value);
  const chosen = typed === undefined ? defaultValue : [typed].flat();
  return (
    <GroupFrame field={field} label={label} hint={hint} optional={optional} className={className}>
      <div className={layoutOf(inline, columns)}>
        {options.map((option) => (
          <Choice
            key={option.value}
            type="checkbox"
            name={`${name}[]`}
            option={option}
            checked={chosen.includes(option.value)}
            invalid={field.errors.length > 0}
          />
        ))}
      </div>
    </GroupFrame>
  );
}

type CheckboxFieldProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  value?: string;
  defaultChecked?: boolean;
  required?: boolean;
  className?: string;
};

/** A single yes. Sends `value` ("on" by default, as HTML does) or nothing. */
export function CheckboxField({
  name,
  label,
  hint,
  value = "on",
  defaultChecked = false,
  required,
  className,
}: CheckboxFieldProps) {
  const field = useFieldState(name);
  const checked = field.value === undefined ? defaultChecked : field.value === true || field.value === value;
  return (
    <div className={className}>
      <FieldError id={field.errorId} errors={field.errors} />
      <div className="flex items-start gap-3 py-2">
        <input
          type="checkbox"
          id={field.id}
          name={name}
          value={value}
          defaultChecked={checked}
          required={required}
          aria-invalid={field.errors.length > 0 || undefined}
          aria-describedby={describedBy(field, Boolean(hint))}
          className="choice mt-0.5"
        />
        <div>
          <label htmlFor={field.id}>{label}</label>
          {hint ? <FieldHint id={field.hintId}>{hint}</FieldHint> : null}
        </div>
      </div>
    </div>
  );
}
