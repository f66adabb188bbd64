"use client";

import { createContext, useContext, useId } from "react";

export type FieldErrors = Readonly<Record<string, readonly string[]>>;

export type FormState = {
  /** Prefix of the ids of the form's fields; empty outside a form. */
  id: string;
  /** What the fields begin with: what was typed before an error, else the form's defaults. */
  values: Readonly<Record<string, unknown>>;
  errors: FieldErrors;
  pending: boolean;
  /** How often the form has succeeded since the page was opened: a change clears drafts and the like. */
  succeeded: number;
  /** For fields that are not one native control: they say themselves that they were left or changed, to be checked. */
  left: (name: string) => void;
  changed: (name: string) => void;
};

function ignore(): void {
  // Outside a form nobody checks.
}

const outsideForm: FormState = {
  id: "",
  values: {},
  errors: {},
  pending: false,
  succeeded: 0,
  left: ignore,
  changed: ignore,
};

export const FormContext = createContext<FormState>(outsideForm);

/** The state of the surrounding ActionForm. */
export function useFormState(): FormState {
  return useContext(FormContext);
}

/** The value under a dotted name, whether the values are nested or flat: `ratings.0.level`. */
function readValue(values: Readonly<Record<string, unknown>>, name: string): unknown {
  if (Object.hasOwn(values, name)) return values[name];
  let found: unknown = values;
  for (const part of name.split(".")) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, part)) return undefined;
    found = (found as Record<string, unknown>)[part];
  }
  return found;
}

/** Id of the control of a field within a form: where the error summary's links lead. */
export function fieldId(formId: string, name: string): string {
  return `${formId}-${name}`;
}

export type FieldState = {
  id: string;
  hintId: string;
  errorId: string;
  errors: readonly string[];
  /** What the field should begin with; undefined when the form knows nothing of it. */
  value: unknown;
};

/** What a field of the given name needs to know: its ids, its errors, and what to begin with. */
export function useFieldState(name: string): FieldState {
  const form = useFormState();
  const own = useId();
  const id = form.id ? fieldId(form.id, name) : own;
  return {
    id,
    hintId: `${id}-hint`,
    errorId: `${id}-error`,
    errors: form.errors[name] ?? [],
    value: readValue(form.values, name),
  };
}

/** A form's value as text for a native control; undefined leaves the control to its own default. */
export function asText(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === "string" || typeof value === "number" || typeof value === "bigint"
    ? String(value)
    : undefined;
}

/** Ids for `aria-describedby`: hint and error, as far as they are there. */
export function describedBy(field: FieldState, hint: boolean): string | undefined {
  const ids = [hint && field.hintId, field.errors.length > 0 && field.errorId].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}
