import { type Acting, type Actor, actingWith } from "../../lib/auth/acting.ts";
import { findActor } from "../../lib/auth/find-actor.ts";
import type { Permission } from "../../lib/auth/permissions.ts";
import { sha256 } from "../../lib/core/hash.ts";
import { randomToken } from "../../lib/core/ids.ts";
import type { PrismaClient } from "../../lib/db/generated/client.ts";
import { HOUR_MS } from "./unique.ts";

/** Signs a person in, just now. Returns the token: the value of the cookie `praksis.session`. */
export async function signIn(
  client: PrismaClient,
  personId: string,
  options: { readonly now?: Date; readonly authenticatedAt?: Date } = {},
): Promise<string> {
  const token = randomToken();
  const now = options.now ?? new Date();
  await client.signInSession.create({
    data: {
      personId,
      tokenHash: sha256(token),
      createdAt: now,
      authenticatedAt: options.authenticatedAt ?? now,
      expiresAt: new Date(now.getTime() + 12 * HOUR_MS),
      endsAt: new Date(now.getTime() + 14 * 24 * HOUR_MS),
    },
  });
  return token;
}

/** The person as a request would see them at `now`. Throws where the account is closed. */
export async function actorOf(client: PrismaClient, personId: string, now = new Date()): Promise<Actor> {
  const actor = await findActor(client, sha256(await signIn(client, personId, { now })), now);
  if (!actor) throw new Error(`${personId} cannot sign in`);
  return actor;
}

/** The person acting with `permission`. Throws where no role of theirs has it. */
export async function actingAs(
  client: PrismaClient,
  personId: string,
  permission: Permission,
  now = new Date(),
): Promise<Acting> {
  const acting = actingWith(await actorOf(client, personId, now), permission);
  if (!acting) throw new Error(`${personId} does not have ${permission}`);
  return acting;
}
