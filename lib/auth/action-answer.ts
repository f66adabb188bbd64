import "server-only";
import type { z } from "zod";
import type { ActionState } from "@/lib/core/action-state";
import { logFault } from "@/lib/core/fault";
import { sentence } from "@/lib/i18n/sentence";
import { issueField, type TranslatableIssue, translateIssue } from "@/lib/i18n/translate-issue";
import type { ActionOutcome } from "./execute-action";

type Values = Readonly<Record<string, unknown>>;

/** How a call ended that was not done. */
export type NotDone = Exclude<ActionOutcome, { kind: "done" }>;

/** What is given back of what was typed: words only, a file has to be chosen again. */
function echo(values: Values): Values {
  return JSON.parse(JSON.stringify(values, (_, value) => (value instanceof File ? undefined : value)));
}

/** So much is told of what is wrong with a form. A form of ours never has more; each is a sentence to be made, and anybody may send many. */
const MOST_ISSUES = 100;

async function errorsAt(issues: readonly z.core.$ZodIssue[]): Promise<Record<string, string[]>> {
  const fieldErrors: Record<string, string[]> = {};
  for (const issue of (issues as readonly TranslatableIssue[]).slice(0, MOST_ISSUES)) {
    const { key, params } = translateIssue(issue);
    const field = issueField(issue);
    fieldErrors[field] = [...(fieldErrors[field] ?? []), await sentence(key, params)];
  }
  return fieldErrors;
}

/** What a form shows of a call that was refused, in the language of the request: why, at which fields, and everything typed. */
export async function refusedState(outcome: NotDone, values: Values): Promise<ActionState> {
  if (outcome.kind === "invalid") {
    const fieldErrors = await errorsAt(outcome.issues);
    const message = await sentence("refusals.form.invalid");
    return { status: "error", code: "invalid", message, fieldErrors, values: echo(values) };
  }
  const { code, params, field } = outcome.refusal;
  const message = await sentence(`refusals.${code}`, params);
  const fieldErrors = field ? { [field]: [message] } : {};
  return { status: "error", code, message, fieldErrors, values: echo(values) };
}

/** What a form shows after a fault in the action `name`, which goes to the log under the number that is told. */
export async function faultState(name: string, error: unknown, values: Values): Promise<ActionState> {
  const reference = logFault({ action: name }, error);
  const message = await sentence("refusals.unexpected", { reference });
  return { status: "error", code: "unexpected", message, fieldErrors: {}, values: echo(values), reference };
}
