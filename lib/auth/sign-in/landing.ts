import "server-only";
import { rolesOf } from "@/lib/auth/acting";
import { findActor } from "@/lib/auth/find-actor";
import { sha256 } from "@/lib/core/hash";
import { database } from "@/lib/db/client";
import type { SignedIn } from "./commands/confirm-link";
import { homeFor } from "./rules/areas";

/** Where somebody goes who has just signed in: on to what they wanted, or home; by way of the question for their name. */
export async function landingOf(signedIn: SignedIn, callbackPath: string): Promise<string> {
  const actor = await findActor(database(), sha256(signedIn.token), new Date());
  const path = callbackPath || homeFor(actor ? rolesOf(actor) : []);
  return signedIn.welcomed ? path : `/sign-in/welcome?callbackUrl=${encodeURIComponent(path)}`;
}
