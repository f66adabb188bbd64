import "server-only";
import type { Work } from "@/lib/auth/work";
import { sha256 } from "@/lib/core/hash";
import { randomToken } from "@/lib/core/ids";
import { seal } from "@/lib/core/sealed-box";
import type { Locale } from "@/lib/db/generated/enums";
import { LINK_MINUTES } from "../rules/limits";

/** What was asked for: by whom is not known, that is the point. */
export type LinkRequest = {
  readonly email: string;
  /** A path of ours, or empty (rules/callback-path.ts). */
  readonly callbackPath: string;
  readonly locale: Locale;
};

/**
 * Sends a sign-in link to an address, known or not: both take the same statements, and both get a mail. The token is kept as a
 * hash; the mail's copy is sealed with `secret` and emptied when it is sent. Earlier links stay good for their ten minutes,
 * because mails overtake each other; using one ends them all.
 */
export async function requestSignInLink(work: Work, request: LinkRequest, secret: string): Promise<void> {
  const { tx, now } = work;
  const person = await tx.person.findUnique({
    where: { email: request.email },
    select: { name: true, locale: true },
  });
  const token = randomToken();
  const { id } = await tx.signInToken.create({
    data: {
      email: request.email,
      tokenHash: sha256(token),
      createdAt: now,
      expiresAt: new Date(now.getTime() + LINK_MINUTES * 60_000),
    },
    select: { id: true },
  });
  await work.mail({
    template: "sign-in",
    to: { email: request.email, name: person?.name ?? "", locale: person?.locale ?? request.locale },
    params: { callbackPath: request.callbackPath, minutes: LINK_MINUTES },
    sealed: seal(JSON.stringify({ token, email: request.email }), secret),
  });
  await work.audit({
    stream: `sign-in:${id}`,
    action: "signIn.linkRequested",
    entity: "signInToken",
    entityId: id,
  });
}
