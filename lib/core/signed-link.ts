import { createHmac, timingSafeEqual } from "node:crypto";

/** What a link is good for; part of what is signed, so that a link for one thing opens no other. */
export type LinkPurpose = "approval" | "visit" | "calendar" | "feed";

function signature(purpose: LinkPurpose, id: string, secret: string): string {
  return createHmac("sha256", secret).update(`praksis:link:${purpose}:${id}`).digest("base64url");
}

/**
 * A token that proves that we gave out a link to `id` for `purpose`: `<id>.<HMAC-SHA-256>`. It says nothing of time or use:
 * whether the thing is still open is in its row. `secret` is PRAKSIS_SECRET.
 */
export function signedToken(purpose: LinkPurpose, id: string, secret: string): string {
  return `${id}.${signature(purpose, id, secret)}`;
}

/** What a token about a thing and a person is given out for, `<thing>~<person>`. */
export function pairId(thingId: string, personId: string): string {
  return `${thingId}~${personId}`;
}

/** The id that a token was given out for; null where the token is not ours or is for something else. */
export function idOfToken(purpose: LinkPurpose, token: string, secret: string): string | null {
  const [id = "", given = "", ...rest] = token.split(".");
  if (rest.length > 0 || !/^[0-9a-f-]{36}(~[0-9a-f-]{36})?$/.test(id)) return null;
  const expected = Buffer.from(signature(purpose, id, secret));
  const presented = Buffer.from(given);
  return expected.length === presented.length && timingSafeEqual(expected, presented) ? id : null;
}
