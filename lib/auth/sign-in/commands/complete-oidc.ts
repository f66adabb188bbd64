import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist } from "@/lib/core/decision";
import { holdsCivilRegistrationNumber, tidyText } from "@/lib/core/free-text";
import type { Locale } from "@/lib/db/generated/enums";
import type { IdClaims } from "../oidc/protocol";
import { normaliseEmail } from "../rules/email-address";
import {
  decideAuthenticatedAt,
  decideOidcPerson,
  type OidcIntent,
  type OidcPerson,
} from "../rules/oidc-person";
import type { SignedIn } from "./confirm-link";
import { openSession } from "./open-session";

export type OidcCompletion = {
  readonly claims: IdClaims;
  readonly intent: OidcIntent;
  readonly currentPersonId: string | null;
  readonly trustsEmail: boolean;
  readonly device: string;
  readonly replacing: string | null;
  readonly locale: Locale;
};

/**
 * Turns a verified ID token into a session, after deciding who that is (rules/oidc-person.ts): connects the account or makes the
 * person where the decision says so. Null after connecting an account with the person who is signed in anyway. Refused with
 * the rule's reasons; then nothing is left behind.
 */
export async function completeOidc(work: Work, completion: OidcCompletion): Promise<SignedIn | null> {
  const { tx, now } = work;
  const { claims, intent } = completion;
  const identity = { issuer: claims.iss, subject: claims.sub };
  const email = typeof claims.email === "string" ? normaliseEmail(claims.email) : null;
  const account = await tx.signInAccount.findUnique({
    where: { issuer_subject: identity },
    select: { personId: true },
  });
  const holder = email ? await tx.person.findUnique({ where: { email }, select: { id: true } }) : null;
  const decided = insist(
    decideOidcPerson({
      intent,
      currentPersonId: completion.currentPersonId,
      accountPersonId: account?.personId ?? null,
      email,
      emailVerified: claims.email_verified === true || claims.email_verified === "true",
      emailPersonId: holder?.id ?? null,
      trustsEmail: completion.trustsEmail,
    }),
  );
  const authTime = typeof claims.auth_time === "number" ? new Date(claims.auth_time * 1000) : null;
  const authenticatedAt = insist(decideAuthenticatedAt(intent, authTime, now));
  const personId = await settle(work, decided, identity, completion);
  if (intent.kind === "link") return null;
  const session = await openSession(work, {
    personId,
    method: "oidc",
    device: completion.device,
    authenticatedAt,
    replacing: completion.replacing,
  });
  const person = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { locale: true, welcomedAt: true },
  });
  return { ...session, personId, locale: person.locale, welcomed: person.welcomedAt !== null };
}

/** Writes what was decided; returns whose account it is now. */
async function settle(
  work: Work,
  decided: OidcPerson,
  identity: { readonly issuer: string; readonly subject: string },
  { claims, locale }: OidcCompletion,
): Promise<string> {
  if (decided.kind === "known") return decided.personId;
  const personId =
    decided.kind === "connect" ? decided.personId : await create(work, decided.email, claims, locale);
  const { id } = await work.tx.signInAccount.create({
    data: { ...identity, personId, createdAt: work.now },
    select: { id: true },
  });
  await work.audit({
    stream: `person:${personId}`,
    action: "signIn.accountConnected",
    entity: "person",
    entityId: personId,
    detail: { account: id, issuer: identity.issuer },
  });
  return personId;
}

async function create(work: Work, email: string, claims: IdClaims, locale: Locale): Promise<string> {
  const given =
    typeof claims.name === "string" ? tidyText(claims.name).replace(/\s+/g, " ").slice(0, 120) : "";
  const name = holdsCivilRegistrationNumber(given) ? "" : given;
  const { id } = await work.tx.person.create({
    data: {
      name: name || "?",
      email,
      emailVerifiedAt: work.now,
      locale,
      welcomedAt: name ? work.now : null,
    },
    select: { id: true },
  });
  await work.audit({
    stream: `person:${id}`,
    action: "person.created",
    entity: "person",
    entityId: id,
    detail: { by: "oidc" },
  });
  return id;
}
