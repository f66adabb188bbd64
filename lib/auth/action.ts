import "server-only";
import { refresh } from "next/cache";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import type { z } from "zod";
import type { ActionState, FormAction } from "@/lib/core/action-state";
import type { Refusal } from "@/lib/core/decision";
import { logFault } from "@/lib/core/fault";
import { formValues } from "@/lib/core/form-values";
import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { sentence } from "@/lib/i18n/sentence";
import { issueField, type TranslatableIssue, translateIssue } from "@/lib/i18n/translate-issue";
import { currentActor } from "./actor";
import { type ActionDefinition, type ActionOutcome, executeAction } from "./execute-action";
import { isSameOrigin } from "./origin";
import { rememberLocale } from "./remember-locale";

/** A server action with the definition it was made of, which the policy tests read. */
export type DefinedAction<Input extends z.ZodObject, Facts> = FormAction & {
  readonly definition: ActionDefinition<Input, Facts>;
};

/** The name of the cookie that carries a sentence over a redirect; the toast shows it and takes it away. */
const FLASH_COOKIE = "praksis.flash";

/**
 * The only way to make a server action. Takes a form's data and gives its next state: done, with a sentence; refused, with
 * the reason, the fields it concerns and everything typed; or, after a fault, a reference number. Requests from another
 * origin, or from none, are refused before anything is read.
 */
export function action<Input extends z.ZodObject, Facts>(
  definition: ActionDefinition<Input, Facts>,
): DefinedAction<Input, Facts> {
  const handle = async (_previous: ActionState, form: FormData): Promise<ActionState> => {
    const values = formValues(form);
    if (!isSameOrigin(await headers())) return failure({ code: "origin" }, values);
    let outcome: ActionOutcome;
    try {
      outcome = await executeAction(definition, {
        actor: await currentActor(),
        values,
        now: new Date(),
        transact: (work) => inTransaction(database(), work),
      });
    } catch (error) {
      return unexpected(definition.name, error, values);
    }
    if (outcome.kind === "refused") return failure(outcome.refusal, values);
    if (outcome.kind === "invalid") return invalid(outcome.issues as readonly TranslatableIssue[], values);
    const { message, redirectTo, data, locale } = outcome.reply;
    // Before the sentence is made: it is said in the language that is now theirs.
    if (locale) await rememberLocale(locale);
    const text = message && (await sentence(message));
    if (redirectTo) {
      if (text) (await cookies()).set(FLASH_COOKIE, text, { maxAge: 30, sameSite: "lax", path: "/" });
      redirect(redirectTo);
    }
    refresh();
    return { status: "ok", ...(text && { message: text }), ...(data !== undefined && { data }) };
  };
  return Object.assign(handle, { definition });
}

/** What is given back of what was typed: words only, a file has to be chosen again. */
function echo(values: Record<string, unknown>): Record<string, unknown> {
  return JSON.parse(JSON.stringify(values, (_, value) => (value instanceof File ? undefined : value)));
}

async function failure(refusal: Refusal, values: Record<string, unknown>): Promise<ActionState> {
  const message = await sentence(`refusals.${refusal.code}`, refusal.params);
  const fieldErrors = refusal.field ? { [refusal.field]: [message] } : {};
  return { status: "error", code: refusal.code, message, fieldErrors, values: echo(values) };
}

async function invalid(
  issues: readonly TranslatableIssue[],
  values: Record<string, unknown>,
): Promise<ActionState> {
  const fieldErrors: Record<string, string[]> = {};
  for (const issue of issues) {
    const { key, params } = translateIssue(issue);
    const field = issueField(issue);
    fieldErrors[field] = [...(fieldErrors[field] ?? []), await sentence(key, params)];
  }
  return {
    status: "error",
    code: "invalid",
    message: await sentence("refusals.form.invalid"),
    fieldErrors,
    values: echo(values),
  };
}

async function unexpected(
  name: string,
  error: unknown,
  values: Record<string, unknown>,
): Promise<ActionState> {
  const reference = logFault({ action: name }, error);
  const message = await sentence("refusals.unexpected", { reference });
  return { status: "error", code: "unexpected", message, fieldErrors: {}, values: echo(values), reference };
}
