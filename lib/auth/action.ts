import "server-only";
import { refresh } from "next/cache";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import type { z } from "zod";
import type { ActionState, FormAction } from "@/lib/core/action-state";
import { formValues } from "@/lib/core/form-values";
import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { sentence } from "@/lib/i18n/sentence";
import { faultState, refusedState } from "./action-answer";
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
    if (!isSameOrigin(await headers()))
      return refusedState({ kind: "refused", refusal: { code: "origin" } }, values);
    let outcome: ActionOutcome;
    try {
      outcome = await executeAction(definition, {
        actor: await currentActor(),
        values,
        now: new Date(),
        transact: (work) => inTransaction(database(), work),
      });
    } catch (error) {
      return faultState(definition.name, error, values);
    }
    if (outcome.kind !== "done") return refusedState(outcome, values);
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
