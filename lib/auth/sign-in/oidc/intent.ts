import "server-only";
import { z } from "zod";
import { seal, unseal } from "@/lib/core/sealed-box";
import { isSecure } from "../session-cookie";

/** What is remembered in the browser while it is at the identity provider. */
const remembered = z.object({
  kind: z.enum(["signIn", "again", "link"]),
  personId: z.uuid().nullable(),
  callbackPath: z.string().max(2000),
  startedAt: z.coerce.date(),
});

export type RememberedIntent = z.output<typeof remembered>;

/** Whoever stays longer at the provider begins again. */
const MINUTES = 10;

/** The cookie's name; bound to this host, like the session's. */
export const intentCookieName = () => (isSecure() ? "__Host-praksis.oidc" : "praksis.oidc");

/** `lax`, because the provider sends the browser back by a link of its own. */
export const intentCookieOptions = () =>
  ({ httpOnly: true, secure: isSecure(), sameSite: "lax", path: "/", maxAge: MINUTES * 60 }) as const;

/** The cookie's value: encrypted, so that the browser can neither read nor write it. */
export function sealIntent(intent: RememberedIntent, secret: string): string {
  return seal(JSON.stringify(intent), secret);
}

/** The intent in a cookie's value; null where it is not ours, or too old. */
export function unsealIntent(value: string | undefined, secret: string, now: Date): RememberedIntent | null {
  if (!value) return null;
  try {
    const intent = remembered.parse(JSON.parse(unseal(value, secret)));
    return now.getTime() - intent.startedAt.getTime() > MINUTES * 60_000 ? null : intent;
  } catch {
    return null;
  }
}
