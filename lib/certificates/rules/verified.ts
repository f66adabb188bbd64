import { civilDay } from "../../core/dates.ts";
import type { CertificateState, CertificateSuccession, TransparencyKind } from "../../db/generated/enums.ts";
import { type NamePeriod, nameAt } from "../../organisations/rules/name-at.ts";
import type { CertificatePayload } from "./payload.ts";
import { type CertificateStanding, standingOf } from "./standing.ts";

/** A body as it was printed and as it is called today. */
export type BodyThenAndNow = {
  readonly name: string;
  readonly shortName: string;
  /** Today's names, where they differ from what is printed; else null. */
  readonly now: { readonly name: string; readonly shortName: string } | null;
};

/** What a stranger is told about a certificate. Nothing of the person but the name that is printed on it. */
export type VerifiedCertificate = {
  readonly publicId: string;
  readonly serialNumber: string;
  readonly standing: CertificateStanding;
  readonly issuedOn: string;
  /** Its last day; null without end. */
  readonly validUntilOn: string | null;
  /** What it says; null where the holder keeps that to themself. */
  readonly payload: CertificatePayload | null;
  /** Whether they do: who is told what it says all the same is the holder. */
  readonly isPrivate: boolean;
  readonly certifyingBody: BodyThenAndNow;
  readonly provider: BodyThenAndNow;
  /** Why and since when it was revoked. */
  readonly revoked: { readonly publicReason: string; readonly at: Date } | null;
  /** Why and since when it is suspended. */
  readonly suspended: { readonly publicReason: string; readonly at: Date } | null;
  /** The one that took its place, and why. */
  readonly successor: Linked | null;
  /** The one whose place it took. */
  readonly predecessor: Linked | null;
  /** Where what happened to it is in the public chain. */
  readonly sealed: readonly Sealed[];
};

/** A certificate before or after this one. */
export type Linked = { readonly publicId: string; readonly succession: CertificateSuccession };

/** That it was issued or revoked, in the tree of a day. */
export type Sealed = { readonly kind: TransparencyKind; readonly number: number; readonly day: string };

/** What is read of a certificate to verify it. */
export type VerificationFacts = {
  readonly publicId: string;
  readonly state: CertificateState;
  readonly validUntil: Date | null;
  readonly payload: CertificatePayload;
  /** What it says is shown to whoever asks: `isDisclosed`. */
  readonly disclosed: boolean;
  readonly isPrivate: boolean;
  readonly names: readonly (NamePeriod & { readonly organisationId: string })[];
  readonly revocation: { readonly publicReason: string; readonly at: Date } | null;
  readonly suspension: { readonly publicReason: string; readonly at: Date } | null;
  readonly successor: Linked | null;
  readonly predecessor: Linked | null;
  readonly sealed: readonly Sealed[];
};

/** A body by its printed names, with today's (`today` a calendar day) where they are others. */
export function bodyThenAndNow(
  printed: { readonly name: string; readonly shortName: string },
  names: readonly NamePeriod[],
  today: string,
): BodyThenAndNow {
  const now = nameAt(names, today);
  const same = !now || (now.name === printed.name && now.shortName === printed.shortName);
  return {
    name: printed.name,
    shortName: printed.shortName,
    now: same ? null : { name: now.name, shortName: now.shortName },
  };
}

/** Puts together what the public check says at `now`. */
export function verify(facts: VerificationFacts, now: Date): VerifiedCertificate {
  const today = civilDay(now);
  const standing = standingOf(facts, now);
  const { payload } = facts;
  const body = (printed: CertificatePayload["provider"]) =>
    bodyThenAndNow(
      printed,
      facts.names.filter(({ organisationId }) => organisationId === printed.id),
      today,
    );
  return {
    publicId: facts.publicId,
    serialNumber: payload.serialNumber,
    standing,
    issuedOn: payload.issuedOn,
    validUntilOn: payload.validUntilOn,
    payload: facts.disclosed ? payload : null,
    isPrivate: facts.isPrivate,
    certifyingBody: body(payload.certifyingBody),
    provider: body(payload.provider),
    revoked: standing === "revoked" ? facts.revocation : null,
    suspended: standing === "suspended" ? facts.suspension : null,
    successor: facts.successor,
    predecessor: facts.predecessor,
    sealed: facts.sealed,
  };
}

/** A name as it is compared: case, width, accents of composition and runs of spaces make no difference. */
export function comparableName(name: string): string {
  return name.normalize("NFKC").toLocaleLowerCase("da").replace(/\s+/g, " ").trim();
}
