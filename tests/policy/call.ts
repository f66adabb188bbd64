import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/auth/acting";
import { type ActionOutcome, executeAction } from "@/lib/auth/execute-action";
import type { PrismaClient } from "@/lib/db/generated/client";
import { inTransaction } from "@/lib/db/transaction";
import type { AnyAction } from "./row";

class RolledBack extends Error {}

/** Calls an action as a form would, and keeps what it did. */
export function call(
  client: PrismaClient,
  action: AnyAction,
  actor: Actor,
  values: Record<string, unknown>,
  key: string = randomUUID(),
): Promise<ActionOutcome> {
  return executeAction(action.definition, {
    actor,
    values: { ...values, idempotencyKey: key },
    now: new Date(),
    transact: (work) => inTransaction(client, work),
  });
}

/** Calls an action, checks the deferred constraints, and undoes everything: for a table of many calls on one world. */
export async function rehearse(
  client: PrismaClient,
  action: AnyAction,
  actor: Actor,
  values: Record<string, unknown>,
): Promise<ActionOutcome> {
  let outcome: ActionOutcome | undefined;
  try {
    await client.$transaction(async (tx) => {
      outcome = await executeAction(action.definition, {
        actor,
        values: { ...values, idempotencyKey: randomUUID() },
        now: new Date(),
        transact: (work) => work(tx),
      });
      if (outcome.kind === "done") await tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`;
      throw new RolledBack();
    });
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error;
  }
  if (!outcome) throw new Error("the action never ended");
  return outcome;
}

/** One word for how a call ended: `done`, `invalid: <field>`, or the refusal's code. */
export function word(outcome: ActionOutcome): string {
  if (outcome.kind === "done") return "done";
  if (outcome.kind === "refused") return outcome.refusal.code;
  return `invalid: ${outcome.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`).join("; ")}`;
}
