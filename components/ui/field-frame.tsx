"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "./class-names";
import type { FieldState } from "./form-context";
import { Icon } from "./icon";

/** What every field has. Fields are required unless they say `optional`: the exception is marked, not the rule. */
export type FieldProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  optional?: boolean;
  className?: string;
};

/** Hint under the label. */
export function FieldHint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <div id={id} className="text-sm text-muted">
      {children}
    </div>
  );
}

/** Errors under the hint, above the control, with an icon: never by colour alone. */
export function FieldError({ id, errors }: { id: string; errors: readonly string[] }) {
  if (errors.length === 0) return null;
  return (
    <div id={id} className="flex items-start gap-1.5 text-sm font-medium text-danger">
      <Icon name="alert" className="mt-px" />
      <span>{errors.join(" ")}</span>
    </div>
  );
}

/** "(optional)" after the label of a field that may stay empty. */
export function OptionalMark() {
  const t = useTranslations("ui");
  return <span className="font-normal text-muted"> {t("field.optional")}</span>;
}

/** Label, hint, error, control: in this order, as Det Fælles Designsystem has it. */
export function FieldFrame({
  field,
  label,
  hint,
  optional,
  className,
  children,
}: Omit<FieldProps, "name"> & { field: FieldState; children: ReactNode }) {
  return (
    <div className={classNames("grid content-start gap-1.5", className)}>
      <label htmlFor={field.id} className="font-medium">
        {label}
        {optional ? <OptionalMark /> : null}
      </label>
      {hint ? <FieldHint id={field.hintId}>{hint}</FieldHint> : null}
      <FieldError id={field.errorId} errors={field.errors} />
      {children}
    </div>
  );
}

/** The same for a group of choices: a fieldset with a legend, which the error summary can focus. */
export function GroupFrame({
  field,
  label,
  hint,
  optional,
  className,
  children,
}: Omit<FieldProps, "name"> & { field: FieldState; children: ReactNode }) {
  const described = [hint && field.hintId, field.errors.length > 0 && field.errorId]
    .filter(Boolean)
    .join(" ");
  return (
    <fieldset
      id={field.id}
      tabIndex={-1}
      aria-describedby={described || undefined}
      className={classNames("min-w-0", className)}
    >
      <legend className="mb-1.5 font-medium">
        {label}
        {optional ? <OptionalMark /> : null}
      </legend>
      <div className="grid gap-1.5">
        {hint ? <FieldHint id={field.hintId}>{hint}</FieldHint> : null}
        <FieldError id={field.errorId} errors={field.errors} />
        {children}
      </div>
    </fieldset>
  );
}
