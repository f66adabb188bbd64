import type { z } from "zod";
import { type Decision, insist, type Refusal, RefusalError, refuse } from "@/lib/core/decision";
import { hashOf } from "@/lib/core/hash";
import type { Transaction } from "@/lib/db/client";
import { refusalOf } from "@/lib/db/error-mapping";
import { claimKey, type IdempotencyKey, type KeyLock, keepReply, keptReply } from "@/lib/db/idempotency";
import type { Locale } from "@/lib/i18n/locales";
import { type Acting, type Actor, actingWith } from "./acting";
import type { Permission } from "./permissions";
import { startWork, type Work } from "./work";

/** What a person is shown when an action is done: a message's full key (`applications.submit.done`), where to go on, data. */
type Reply = {
  readonly message?: string;
  readonly redirectTo?: string;
  readonly data?: unknown;
  /** The language the person reads from now on, where the action has changed it. */
  readonly locale?: Locale;
};

/** An action: what it takes, who may, on what, and what it does. Every field is required that safety rests on. */
export type ActionDefinition<Input extends z.ZodObject, Facts> = {
  /** Noun and verb, like `application.submit`; unique. */
  readonly name: string;
  readonly permission: Permission;
  readonly input: Input;
  /** Must the person have proved who they are in the last half hour (to certify, revoke, give roles)? */
  readonly recentSignIn?: boolean;
  /**
   * The rows that every such call queues up for, locked by the statement that claims the call's key: one trip to the database less
   * than a lock in `load`, which then reads what is true under the lock. Out of scope, `load` says so.
   */
  lock?(input: z.output<Input>): KeyLock | undefined;
  /** Finds and locks what is acted on, inside the actor's scope; null where there is nothing there for them. */
  load(work: Work, input: z.output<Input>): Promise<Facts | null>;
  /** Whether this person may, given the facts. Pure; lives in lib/auth/policy or is a rule of the area. */
  policy(acting: Acting, facts: NoInfer<Facts>, now: Date): Decision<unknown>;
  /** Does it, by commands. Leaves at least one audit event. */
  run(work: Work, facts: NoInfer<Facts>, input: z.output<Input>): Promise<Reply>;
};

/** One call of an action. */
export type ActionCall = {
  readonly actor: Actor;
  readonly values: Readonly<Record<string, unknown>>;
  readonly now: Date;
  /** Runs the work in a transaction. */
  readonly transact: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>;
};

/** How a call ended. Anything else is an error that is thrown. */
export type ActionOutcome =
  | { readonly kind: "done"; readonly reply: Reply }
  | { readonly kind: "invalid"; readonly issues: readonly z.core.$ZodIssue[] }
  | { readonly kind: "refused"; readonly refusal: Refusal };

const RECENT_SIGN_IN_MS = 30 * 60_000;
const KEY = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const refused = (decision: { refusal: Refusal }): ActionOutcome => ({
  kind: "refused",
  refusal: decision.refusal,
});

/** Acting with the action's permission, or why not. */
function decideActor(
  actor: Actor,
  definition: { permission: Permission; recentSignIn?: boolean },
  now: Date,
): Decision<Acting> {
  const acting = actingWith(actor, definition.permission);
  if (!acting) return refuse(actor.personId === null ? "signIn.needed" : "notAllowed");
  const age = actor.authenticatedAt
    ? now.getTime() - actor.authenticatedAt.getTime()
    : Number.POSITIVE_INFINITY;
  if (definition.recentSignIn && age > RECENT_SIGN_IN_MS) return refuse("signIn.again");
  return { ok: true, value: acting };
}

/**
 * Takes one call through the steps of architecture.md: actor, strict schema, idempotency key, transaction, scoped and
 * locked load, policy, command, audit and outbox. Expected refusals come back as an outcome and leave nothing behind;
 * a call with a key that was used before gets the earlier reply. Faults are thrown.
 */
export async function executeAction<Input extends z.ZodObject, Facts>(
  definition: ActionDefinition<Input, Facts>,
  call: ActionCall,
): Promise<ActionOutcome> {
  const actor = decideActor(call.actor, definition, call.now);
  if (!actor.ok) return refused(actor);
  const { idempotencyKey: key, ...values } = call.values;
  const input = definition.input.strict().safeParse(values);
  if (!input.success) return { kind: "invalid", issues: input.error.issues };
  if (typeof key !== "string" || !KEY.test(key)) return refused(refuse("form.stale"));
  const record = {
    actor: actor.value.personId ?? "anonymous",
    action: definition.name,
    key,
    inputHash: hashOf(values),
  };
  const parsed = input.data as z.output<Input>;
  try {
    const reply = await call.transact(async (tx) => {
      if (!(await claimKey(tx, record, definition.lock?.(parsed))))
        return (await keptReply(tx, record)) as Reply;
      return perform(definition, tx, { acting: actor.value, now: call.now, input: parsed, record });
    });
    return { kind: "done", reply };
  } catch (error) {
    const refusal = error instanceof RefusalError ? error.refusal : refusalOf(error);
    if (refusal) return { kind: "refused", refusal };
    throw error;
  }
}

/** Ends a rehearsal where the action would begin to change something. */
class WouldBeDone extends Error {}

/**
 * How a call would end as far as that is known before anything is done: refused for who asks, for what was typed or by the policy, or
 * answered before; null where it would go on. It leaves nothing behind. For what is too large to be taken in from somebody who may not.
 */
export async function rehearseAction<Input extends z.ZodObject, Facts>(
  definition: ActionDefinition<Input, Facts>,
  call: ActionCall,
): Promise<ActionOutcome | null> {
  const run = async () => {
    throw new WouldBeDone();
  };
  try {
    return await executeAction({ ...definition, run }, call);
  } catch (error) {
    if (error instanceof WouldBeDone) return null;
    throw error;
  }
}

async function perform<Input extends z.ZodObject, Facts>(
  definition: ActionDefinition<Input, Facts>,
  tx: Transaction,
  {
    acting,
    now,
    input,
    record,
  }: { acting: Acting; now: Date; input: z.output<Input>; record: IdempotencyKey },
): Promise<Reply> {
  const { work, audited, finish } = startWork(tx, acting, now);
  const facts = await definition.load(work, input);
  if (facts === null) throw new RefusalError({ code: "notFound" });
  insist(definition.policy(acting, facts, now));
  const reply = await definition.run(work, facts, input);
  if (audited() === 0) throw new Error(`${definition.name} left no audit event`);
  await finish(keepReply(record, reply));
  return reply;
}
