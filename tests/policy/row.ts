import type { Acting } from "@/lib/auth/acting";
import type { ActionDefinition } from "@/lib/auth/execute-action";
import type { Permission } from "@/lib/auth/permissions";
import type { PrismaClient } from "@/lib/db/generated/client";
import type { World } from "../factories/world";
import type { ActorName } from "./actors";

/** Any defined action, as the rows hold it. */
// biome-ignore lint/suspicious/noExplicitAny: the rows hold actions of every input and facts; each is only called through executeAction
export type AnyAction = { readonly definition: ActionDefinition<any, any> };

/** Who may carry out one action on the own side's objects; everybody else of tests/policy/actors.ts must be refused. */
export type ActionRow = {
  readonly action: AnyAction;
  /**
   * A complete, valid input for the own side's object, without the idempotency key. `client` is the database that the action
   * will be called on, for what the world does not hold.
   */
  readonly input: (
    world: World,
    client: PrismaClient,
  ) => Record<string, unknown> | Promise<Record<string, unknown>>;
  readonly allowed: readonly ActorName[];
  /** The person the object belongs to, where it is none of the world's named people; then `allowed` may name "subject". */
  readonly subject?: (world: World) => string;
  /** Refused by a rule with a reason of its own, instead of as not found or not allowed. */
  readonly refusedAs?: Partial<Record<ActorName, string>>;
};

/** Who sees the own side's objects through one query. */
export type QueryRow = {
  /** Path below lib, without the extension: `cohorts/queries/list-cohorts`. */
  readonly query: string;
  readonly permission: Permission;
  readonly call: (acting: Acting, world: World) => Promise<unknown>;
  readonly allowed: readonly ActorName[];
  readonly subject?: (world: World) => string;
  /** Whether an answer shows anything of the own side; otherwise: anything but null, 0 and an empty list. */
  readonly shows?: (answer: unknown, world: World) => boolean;
};
