import type { CertificateState } from "../../db/generated/enums.ts";
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
  readonly standing: CertificateStanding;
  readonly payload: CertificatePayload;
  readonly certifyingBody: BodyThenAndNow;
  readonly provider: BodyThenAndNow;
  /** Why and since when it was revoked. */
  readonly revoked: { readonly publicReason: string; readonly at: Date } | null;
  /** The one that took its place. */
  readonly successorId: string | null;
};

/** What is read of a certificate to verify it. */
export type VerificationFacts = {
  readonly publicId: string;
  readonly state: CertificateState;
  readonly validUntil: Date | null;
  readonly payload: CertificatePayload;
  readonly certifyingBodyNames: readonly NamePeriod[];
  readonly providerNames: readonly NamePeriod[];
  readonly revocation: { readonly publicReason: string; readonly confirmedAt: Date | null } | null;
  readonly successorId: string | null;
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
  const today = now.toISOString().slice(0, 10);
  const standing = standingOf(facts, now);
  const { revocation } = facts;
  return {
    publicId: facts.publicId,
    standing,
    payload: facts.payload,
    certifyingBody: bodyThenAndNow(facts.payload.certifyingBody, facts.certifyingBodyNames, today),
    provider: bodyThenAndNow(facts.payload.provider, facts.providerNames, today),
    revoked:
      standing === "revoked" && revocation?.confirmedAt
        ? { publicReason: revocation.publicReason, at: revocation.confirmedAt }
        : null,
    successorId: facts.successorId,
  };
}

/** A name as it is compared: case, width, accents of composition and runs of spaces make no difference. */
export function comparableName(name: string): string {
  return name.normalize("NFKC").toLocaleLowerCase("da").replace(/\s+/g, " ").trim();
}
