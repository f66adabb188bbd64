import { createFormControl, type FieldErrors as HookErrors } from "react-hook-form";
import type { z } from "zod";
import {
  type IssueText,
  issueField,
  type TranslatableIssue,
  translateIssue,
} from "@/lib/i18n/translate-issue";
import type { FieldErrors } from "./form-context";

type Options = {
  schema: z.ZodType;
  /** The form's present values, decoded as the server decodes them. */
  read: () => Record<string, unknown>;
  translate: (text: IssueText) => string;
  /** Errors to show: only of fields the person has left, or of all after a try to send. */
  show: (errors: FieldErrors) => void;
};

export type FormValidation = {
  /** A field was left: check it. */
  left: (name: string) => void;
  /** A field was changed: check it again if it shows an error or the form was tried. */
  changed: (name: string) => void;
  /** Checks everything; true when the form may be sent. */
  passes: () => Promise<boolean>;
  /** Says the same again, in the language that is now in force. */
  again: () => void;
  /** Takes over the errors of the server's answer. */
  adopt: (errors: FieldErrors) => void;
};

function check({ schema, read, translate }: Options): FieldErrors {
  const result = schema.safeParse(read());
  if (result.success) return {};
  const errors: Record<string, string[]> = {};
  for (const issue of result.error.issues) {
    const text = translateIssue(issue as unknown as TranslatableIssue);
    const field = issueField(issue as unknown as TranslatableIssue);
    errors[field] ??= [translate(text)];
  }
  return errors;
}

/**
 * Checks a form with its action's own schema before it is sent. react-hook-form decides when a field is checked and keeps the
 * list of errors; what is read is the form itself, so that text typed before scripts had loaded counts, and the schema sees
 * exactly what the server will see. Loaded when a person first enters the form.
 */
export function createFormValidation(options: Options): FormValidation {
  let found: FieldErrors = {};
  let shown: FieldErrors = {};
  let tried = false;
  const left = new Set<string>();

  const { trigger, handleSubmit } = createFormControl<Record<string, unknown>>({
    resolver: async (values) => {
      found = check(options);
      // Flat names are enough for the decision "valid or not"; what is shown is `found`, by dotted name.
      const errors = Object.fromEntries(
        Object.entries(found).map(([name, messages]) => [
          name.replaceAll(".", "/"),
          { type: "schema", message: messages[0] },
        ]),
      );
      return Object.keys(errors).length > 0
        ? { values: {}, errors: errors as HookErrors }
        : { values, errors: {} };
    },
  });
  function refresh() {
    shown = tried ? found : Object.fromEntries(Object.entries(found).filter(([name]) => left.has(name)));
    options.show(shown);
  }

  return {
    left(name) {
      left.add(name);
      void trigger(name.replaceAll(".", "/")).then(refresh);
    },
    changed(name) {
      if (tried || shown[name]) void trigger(name.replaceAll(".", "/")).then(refresh);
    },
    async passes() {
      tried = true;
      let valid = false;
      await handleSubmit(
        () => {
          valid = true;
        },
        () => undefined,
      )();
      refresh();
      return valid;
    },
    again() {
      if (tried || left.size > 0) void trigger().then(refresh);
    },
    adopt(errors) {
      tried = true;
      shown = errors;
    },
  };
}
