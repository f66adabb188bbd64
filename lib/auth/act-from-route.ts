import "server-only";
import { randomUUID } from "node:crypto";
import { headers } from "next/headers";
import type { z } from "zod";
import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import type { DefinedAction } from "./action";
import { currentActor } from "./actor";
import { type ActionOutcome, executeAction } from "./execute-action";
import { isSameOrigin } from "./origin";

/**
 * Carries out an action for a route handler that answers a plain form: the same steps as from a page (origin, actor, schema,
 * transaction, policy, audit), with the outcome instead of a form's state. Faults are thrown.
 */
export async function actFromRoute<Input extends z.ZodObject, Facts>(
  { definition }: DefinedAction<Input, Facts>,
  values: Readonly<Record<string, unknown>>,
): Promise<ActionOutcome> {
  if (!isSameOrigin(await headers())) return { kind: "refused", refusal: { code: "origin" } };
  return executeAction(definition, {
    actor: await currentActor(),
    values: { ...values, idempotencyKey: randomUUID() },
    now: new Date(),
    transact: (work) => inTransaction(database(), work),
  });
}
