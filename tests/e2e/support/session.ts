import { createHash, randomBytes } from "node:crypto";
import type { BrowserContext } from "@playwright/test";
import { rows } from "./database.ts";

/** A new session of somebody, in the site's database or the one at `url`: what the cookie has to hold. */
export async function sessionOf(email: string, url?: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const made = await rows(
    `INSERT INTO sign_in_session (id, person_id, token_hash, expires_at, ends_at)
     SELECT gen_random_uuid(), id, $1, now() + interval '2 hours', now() + interval '1 day' FROM person WHERE email = $2
     RETURNING id`,
    [createHash("sha256").update(token).digest("hex"), email],
    url,
  );
  if (made.length !== 1) throw new Error(`Nobody has the address ${email}`);
  return token;
}

/**
 * Signs a browser in by a session row, for tests that are not about signing in: links are limited to five an hour for each
 * address. The sign-in counts as recent.
 */
export async function signInByFixture(context: BrowserContext, origin: string, email: string): Promise<void> {
  const token = await sessionOf(email);
  await context.addCookies([
    { name: "praksis.session", value: token, url: origin, httpOnly: true, sameSite: "Lax" },
  ]);
}
