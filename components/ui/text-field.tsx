"use client";

import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { FieldFrame, type FieldProps } from "./field-frame";
import { asText, describedBy, useFieldState } from "./form-context";

type TextFieldProps = FieldProps &
  Omit<ComponentProps<"input">, keyof FieldProps | "id" | "size"> & {
    /** A unit after the control: "timer", "DKK". */
    unit?: string;
    /** A width that tells how much is expected. */
    size?: "full" | "medium" | "short";
  };

const widths = { full: "", medium: "sm:max-w-80", short: "max-w-36" } as const;

/** One line of text; `type="email" | "tel" | "url" | "password"` as HTML has them. */
export function TextField({
  name,
  label,
  hint,
  optional,
  className,
  unit,
  size = "full",
  defaultValue,
  ...input
}: TextFieldProps) {
  const field = useFieldState(name);
  const control = (
    <input
      {...input}
      type={input.type ?? "text"}
      id={field.id}
      name={name}
      required={!optional}
      defaultValue={asText(field.value) ?? defaultValue}
      aria-invalid={field.errors.length > 0 || undefined}
      aria-describedby={describedBy(field, Boolean(hint))}
      className={classNames("control", widths[size])}
    />
  );
  return (
    <FieldFrame field={field} label={label} hint={hint} optional={optional} className={className}>
      {unit ? (
        <div className="flex items-center gap-2.5">
          {control}
          <span className="text-muted">{unit}</span>
        </div>
      ) : (
        control
      )}
    </FieldFrame>
  );
}

/** An e-mail address: the right keyboard on a phone, and filled in by the browser (WCAG 1.3.5). */
export function EmailField({ autoComplete = "email", ...props }: TextFieldProps) {
  return (
    <TextField
      {...props}
      type="email"
      inputMode="email"
      autoComplete={autoComplete}
      autoCapitalize="none"
      spellCheck={false}
    />
  );
}

/**
 * A number, as text with a numeric keyboard: native number inputs change by the scroll wheel and refuse the decimal comma.
 * The schema parses it.
 */
export function NumberField({
  decimals = false,
  size = "short",
  ...props
}: TextFieldProps & { decimals?: boolean }) {
  return (
    <TextField
      {...props}
      size={size}
      inputMode={decimals ? "decimal" : "numeric"}
      autoComplete={props.autoComplete ?? "off"}
    />
  );
}

type TextAreaFieldProps = FieldProps & Omit<ComponentProps<"textarea">, keyof FieldProps | "id">;

/** Several lines. It grows with what is written, where the browser can (`field-sizing`). */
export function TextAreaField({
  name,
  label,
  hint,
  optional,
  className,
  rows = 4,
  defaultValue,
  ...rest
}: TextAreaFieldProps) {
  const field = useFieldState(name);
  return (
    <FieldFrame field={field} label={label} hint={hint} optional={optional} className={className}>
      <textarea
        {...rest}
        id={field.id}
        name={name}
        rows={rows}
        required={!optional}
        defaultValue={asText(field.value) ?? defaultValue}
        aria-invalid={field.errors.length > 0 || undefined}
        aria-describedby={describedBy(field, Boolean(hint))}
        style={{ minHeight: `${rows * 1.6 + 1}em` }}
        className="control field-sizing-content"
      />
    </FieldFrame>
  );
}
