import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist, refuse } from "@/lib/core/decision";
import { sha256 } from "@/lib/core/hash";
import type { Locale } from "@/lib/db/generated/enums";
import { type OpenedSession, openSession } from "./open-session";

export type LinkConfirmation = {
  readonly token: string;
  readonly email: string;
  readonly device: string;
  readonly replacing: string | null;
  /** The page's language, for somebody new. */
  readonly locale: Locale;
};

/** Who signed in, and whether they still have to tell their name. */
export type SignedIn = OpenedSession & {
  readonly personId: string;
  readonly locale: Locale;
  readonly welcomed: boolean;
};

/**
 * Uses a sign-in link: once, within its ten minutes, for the address it was sent to; every other open link of that address ends
 * with it. Whoever proved a new address by it becomes a person. Refused as `signIn.linkSpent`, which tells used, expired and
 * never given out from one another to nobody. One statement takes the token, so of two at once one succeeds.
 */
export async function confirmSignInLink(work: Work, confirmation: LinkConfirmation): Promise<SignedIn> {
  const { tx, now } = work;
  const { count } = await tx.signInToken.deleteMany({
    where: {
      tokenHash: sha256(confirmation.token),
      email: confirmation.email,
      expiresAt: { gt: now },
    },
  });
  if (count === 0) insist(refuse("signIn.linkSpent"));
  await tx.signInToken.deleteMany({ where: { email: confirmation.email } });
  const person = await verifiedPerson(work, confirmation);
  const session = await openSession(work, {
    personId: person.id,
    method: "link",
    device: confirmation.device,
    authenticatedAt: now,
    replacing: confirmation.replacing,
  });
  return { ...session, personId: person.id, locale: person.locale, welcomed: person.welcomedAt !== null };
}

async function verifiedPerson({ tx, now, audit }: Work, { email, locale }: LinkConfirmation) {
  const select = { id: true, locale: true, welcomedAt: true, emailVerifiedAt: true } as const;
  const known = await tx.person.findUnique({ where: { email }, select });
  if (known) {
    if (!known.emailVerifiedAt)
      await tx.person.update({ where: { id: known.id }, data: { emailVerifiedAt: now } });
    return known;
  }
  const made = await tx.person.create({
    // The name is asked for next; until then it is what stands before the @, as far as that is one.
    data: { name: provisionalName(email), email, emailVerifiedAt: now, locale, welcomedAt: null },
    select,
  });
  await audit({
    stream: `person:${made.id}`,
    action: "person.created",
    entity: "person",
    entityId: made.id,
    detail: { by: "link" },
  });
  return made;
}

/** Letters and spaces of an address's first part; never digits, which might be a number that is not to be kept. */
function provisionalName(email: string): string {
  const words = (email.split("@")[0] ?? "").replace(/[^\p{L}]+/gu, " ").trim();
  return words.slice(0, 100) || "?";
}
