import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { sha256 } from "@/lib/core/hash";
import { database } from "@/lib/db/client";

/**
 * Whether a link can still be used at `now`. Holding the token is the authority; looking does not use it, so that a mail
 * scanner that opens the page changes nothing.
 */
export async function getSignInLink(
  acting: Acting,
  token: string,
  email: string,
  now: Date,
): Promise<{ readonly email: string } | null> {
  if (acting.permission !== "signIn.request") return null;
  return database().signInToken.findFirst({
    where: { tokenHash: sha256(token), email, expiresAt: { gt: now } },
    select: { email: true },
  });
}
