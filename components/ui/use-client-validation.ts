"use client";

import { useLocale, useTranslations } from "next-intl";
import { type RefObject, useEffect, useRef } from "react";
import type { z } from "zod";
import { formValues } from "@/lib/core/form-values";
import type { FieldErrors } from "./form-context";
import type { FormValidation } from "./form-validation";

/** A form's schema, or how to fetch it: a public page does not send what only somebody who writes needs. */
export type FormSchema = z.ZodType | (() => Promise<z.ZodType>);

/** The field an event of a form belongs to; "" for a control without a name. */
export function fieldOf(target: EventTarget): string {
  const { name } = target as { name?: unknown };
  return typeof name === "string" ? name.replace(/\[\]$/, "") : "";
}

/** As the server reads it, less the key that is the wrapper's own affair. */
function readForm(form: HTMLFormElement | null): Record<string, unknown> {
  if (!form) return {};
  const data = new FormData(form);
  data.delete("idempotencyKey");
  return formValues(data);
}

/**
 * Runs `then` once no finger and no button is down. A field that is left by pressing on something below it must not show its error
 * before that press has ended: the line it takes would move the pressed button away, and the click would be lost.
 */
function usePressEnd(): (then: () => void) => void {
  const pressed = useRef(false);
  useEffect(() => {
    const note = (event: Event) => {
      pressed.current = event.type === "pointerdown";
    };
    const events = ["pointerdown", "pointerup", "pointercancel"];
    for (const name of events) document.addEventListener(name, note, true);
    return () => {
      for (const name of events) document.removeEventListener(name, note, true);
    };
  }, []);
  return (then) => {
    if (!pressed.current) return then();
    const ended = new AbortController();
    const end = () => {
      ended.abort();
      // The click itself follows the release.
      setTimeout(then);
    };
    for (const name of ["pointerup", "pointercancel"]) {
      document.addEventListener(name, end, { signal: ended.signal });
    }
  };
}

/**
 * Loads the checks of a form's schema when a person first enters the form, and none for a form without a schema. When they
 * cannot be loaded (no network) the form is sent unchecked: the server checks in any case.
 */
export function useClientValidation(
  form: RefObject<HTMLFormElement | null>,
  schema: FormSchema | undefined,
  show: (errors: FieldErrors) => void,
) {
  const t = useTranslations() as unknown as (key: string, values?: Record<string, string | number>) => string;
  const locale = useLocale();
  const loading = useRef<Promise<FormValidation | null>>(null);
  const afterPress = usePressEnd();
  const translate = useRef(t);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the language is what changes the function
  useEffect(() => {
    translate.current = t;
    void loading.current?.then((checks) => checks?.again());
  }, [locale]);

  function load(): Promise<FormValidation | null> {
    if (!schema) return Promise.resolve(null);
    loading.current ??= Promise.all([
      import("./form-validation"),
      typeof schema === "function" ? schema() : schema,
    ])
      .then(([{ createFormValidation }, rules]) =>
        createFormValidation({
          schema: rules,
          read: () => readForm(form.current),
          translate: ({ key, params }) => translate.current(key, params),
          show,
        }),
      )
      .catch(() => {
        loading.current = null;
        return null;
      });
    return loading.current;
  }

  return {
    prepare: () => void load(),
    left(name: string) {
      if (name) afterPress(() => void load().then((checks) => checks?.left(name)));
    },
    changed(name: string) {
      if (name) void load().then((checks) => checks?.changed(name));
    },
    passes: async () => (await load())?.passes() ?? true,
    adopt: (errors: FieldErrors) => void load().then((checks) => checks?.adopt(errors)),
  };
}
