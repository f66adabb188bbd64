import { allow, type Decision, refuse } from "../../../core/decision.ts";

/** What somebody came to the identity provider for. */
export type OidcIntent = {
  /** To sign in; to prove once more who they are; to connect the provider's account with the one they are signed in to. */
  readonly kind: "signIn" | "again" | "link";
  /** Who was signed in when it began. */
  readonly personId: string | null;
  readonly startedAt: Date;
};

/** What the database and the verified ID token say. */
export type OidcFacts = {
  readonly intent: OidcIntent;
  /** Who is signed in now, in the browser that came back. */
  readonly currentPersonId: string | null;
  /** Whose account the issuer and subject are already. */
  readonly accountPersonId: string | null;
  /** The token's e-mail address, normalised, and whether it can be believed. */
  readonly email: string | null;
  readonly emailVerified: boolean;
  /** Who has that address here. */
  readonly emailPersonId: string | null;
  /** Whether the operator has declared the issuer to be the authority on its addresses (OIDC_TRUST_EMAIL). */
  readonly trustsEmail: boolean;
};

/** Who it is: somebody known, somebody to connect the account with, or somebody new. */
export type OidcPerson =
  | { readonly kind: "known"; readonly personId: string }
  | { readonly kind: "connect"; readonly personId: string }
  | { readonly kind: "new"; readonly email: string };

/**
 * Who an identity at the provider is here. It is keyed on issuer and subject. An e-mail address alone never connects it with
 * an existing person, unless the operator trusts the issuer for addresses: whoever can set an address at a provider would
 * otherwise take over the account (ASVS 5.0, 6.8; docs/decisions: signing in).
 */
export function decideOidcPerson(facts: OidcFacts): Decision<OidcPerson> {
  const { intent, accountPersonId, currentPersonId } = facts;
  if (intent.kind === "link") {
    if (!intent.personId || currentPersonId !== intent.personId) return refuse("signIn.linkSessionGone");
    if (accountPersonId && accountPersonId !== intent.personId) return refuse("signIn.accountTaken");
    return allow({ kind: accountPersonId ? "known" : "connect", personId: intent.personId });
  }
  if (accountPersonId) {
    const someoneElse = intent.kind === "again" && accountPersonId !== intent.personId;
    return someoneElse ? refuse("signIn.otherPerson") : allow({ kind: "known", personId: accountPersonId });
  }
  if (intent.kind === "again") return refuse("signIn.otherPerson");
  if (!facts.email || !(facts.emailVerified || facts.trustsEmail)) return refuse("signIn.emailUnverified");
  if (!facts.emailPersonId) return allow({ kind: "new", email: facts.email });
  return facts.trustsEmail
    ? allow({ kind: "connect", personId: facts.emailPersonId })
    : refuse("signIn.linkFirst");
}

/** Two clocks may differ by this much. */
const SKEW_MS = 60_000;

/**
 * When the person last proved to the provider who they are: the token's `auth_time`. A provider that keeps its own session
 * may answer without asking anybody; where it does not say when it asked, that counts as long ago, and what needs a recent
 * sign-in asks again. Asked again (`prompt=login`), an older `auth_time` is refused: the provider did not ask.
 */
export function decideAuthenticatedAt(intent: OidcIntent, authTime: Date | null, now: Date): Decision<Date> {
  if (authTime) {
    const stale = authTime.getTime() < intent.startedAt.getTime() - SKEW_MS;
    if (intent.kind === "again" && stale) return refuse("signIn.notAskedAgain");
    return allow(authTime < now ? authTime : now);
  }
  return allow(intent.kind === "again" ? now : new Date(0));
}
