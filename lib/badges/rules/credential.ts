import { CERTIFICATE_ZONE, type CertificatePayload, textIn } from "../../certificates/rules/payload.ts";
import { achievementOf, resultDescriptionId } from "./achievement.ts";
import { achievementUrl, badgeUrl, issuerUrl, statusListUrl } from "./addresses.ts";
import { CREDENTIAL_CONTEXTS, type JsonObject, listed } from "./json-ld.ts";
import { startOfDay, timestamp } from "./timestamps.ts";

/** A bit of a status list. */
export type StatusBit = { readonly listId: string; readonly position: number };

/** Everything a credential is made of. Names and days come from the frozen payload; the rest are ids and instants. */
export type CredentialFacts = {
  readonly publicUrl: string;
  readonly payload: CertificatePayload;
  readonly issuedAt: Date;
  /** The last moment of the certificate; null without end. */
  readonly validUntil: Date | null;
  /** A UUID that stands for the holder in this credential only, so that two credentials of one person cannot be joined by it. */
  readonly subjectId: string;
  readonly frameworkVersionId: string;
  readonly issuerDid: string;
  readonly revocation: StatusBit;
  readonly suspension: StatusBit;
};

function achievement(facts: CredentialFacts): JsonObject {
  const { scheme, criteria, certifyingBody, programme } = facts.payload;
  return achievementOf({
    publicUrl: facts.publicUrl,
    frameworkVersionId: facts.frameworkVersionId,
    version: scheme.version,
    language: programme.language,
    ...textIn(scheme.text, programme.language),
    criteria: criteria.map(({ code, name }) => ({ code, name: textIn(name, programme.language) })),
    creator: { id: facts.issuerDid, name: certifyingBody.name },
  });
}

function subject(facts: CredentialFacts): JsonObject {
  const { programme, provider, holder, serialNumber, criteria } = facts.payload;
  const achievementId = achievementUrl(facts.publicUrl, facts.frameworkVersionId);
  return {
    id: `urn:uuid:${facts.subjectId}`,
    type: ["AchievementSubject"],
    identifier: [{ type: "IdentityObject", identityHash: holder.name, identityType: "name", hashed: false }],
    activityStartDate: startOfDay(programme.startsOn, CERTIFICATE_ZONE),
    activityEndDate: startOfDay(programme.endsOn, CERTIFICATE_ZONE),
    licenseNumber: serialNumber,
    source: { id: `urn:uuid:${provider.id}`, type: ["Profile"], name: provider.name },
    achievement: achievement(facts),
    ...listed(
      "result",
      criteria.map(({ code }) => ({
        type: ["Result"],
        resultDescription: resultDescriptionId(achievementId, code),
        status: "Completed",
      })),
    ),
  };
}

function statusEntry(publicUrl: string, purpose: string, { listId, position }: StatusBit): JsonObject {
  const list = statusListUrl(publicUrl, listId);
  return {
    id: `${list}#${position}`,
    type: "BitstringStatusListEntry",
    statusPurpose: purpose,
    statusListIndex: String(position),
    statusListCredential: list,
  };
}

/**
 * The verifiable credential of a certificate, without a proof: Open Badges 3.0.3 as a W3C Verifiable Credential 2.0. It says what the
 * document says, in the programme's language: names as printed, scheme and version, criteria reached. No null, no empty list.
 */
export function credentialOf(facts: CredentialFacts): JsonObject {
  const { publicUrl, payload, issuedAt, validUntil } = facts;
  const { certifyingBody, programme, scheme } = payload;
  return {
    "@context": CREDENTIAL_CONTEXTS,
    id: badgeUrl(publicUrl, payload.publicId),
    type: ["VerifiableCredential", "OpenBadgeCredential"],
    issuer: {
      id: facts.issuerDid,
      type: ["Profile"],
      name: certifyingBody.name,
      url: issuerUrl(publicUrl, certifyingBody.id),
    },
    name: textIn(scheme.text, programme.language).title,
    description: programme.title,
    validFrom: timestamp(issuedAt),
    ...(validUntil ? { validUntil: timestamp(validUntil) } : {}),
    awardedDate: startOfDay(payload.decidedOn, CERTIFICATE_ZONE),
    credentialSubject: subject(facts),
    credentialStatus: [
      statusEntry(publicUrl, "revocation", facts.revocation),
      statusEntry(publicUrl, "suspension", facts.suspension),
    ],
  };
}
