import "server-only";
import { type Acting, personOf } from "@/lib/auth/acting";
import { visibleCertificates } from "@/lib/auth/scope";
import { getTies } from "@/lib/certification/queries/get-ties";
import { involvementOfRow, involvementSelect } from "@/lib/certification/rules/involvement-rows";
import type { Decision, Refusal } from "@/lib/core/decision";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { CertificateRequestKind, CertificateSuccession, Locale } from "@/lib/db/generated/enums";
import { recordedToday } from "../facts/recorded-today";
import { type CertificatePayload, certificatePayloadSchema } from "../rules/payload";
import { type CertificateStanding, standingOf } from "../rules/standing";
import { decideSteward, type StewardFacts } from "../rules/steward";
import {
  type Difference,
  decideCorrecting,
  decideRecertifying,
  differencesOf,
  type RecertificationStage,
  recertificationStage,
} from "../rules/succession";
import { successionOf, successionSelect } from "../rules/succession-rows";

/** A revocation that was proposed, with what became of it. */
export type RevocationRecord = {
  readonly id: string;
  readonly publicReason: string;
  readonly internalReason: string;
  readonly requestedById: string;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Date | null;
  readonly withdrawnBy: string | null;
  readonly withdrawnAt: Date | null;
};

/** A suspension, with how it ended. */
export type SuspensionRecord = {
  readonly id: string;
  readonly publicReason: string;
  readonly internalReason: string;
  readonly suspendedBy: string;
  readonly suspendedAt: Date;
  readonly reinstatedBy: string | null;
  readonly reinstatedAt: Date | null;
  readonly reinstatementNote: string;
};

/** What the holder asked for, with the answer. */
export type RequestRecord = {
  readonly id: string;
  readonly kind: CertificateRequestKind;
  readonly note: string;
  readonly requestedAt: Date;
  readonly answeredAt: Date | null;
  readonly granted: boolean | null;
  readonly answer: string;
};

/** A certificate before or after, by its number. */
export type LinkedRecord = {
  readonly id: string;
  readonly serialNumber: string;
  readonly succession: CertificateSuccession;
};

/** A certificate as its body sees it. */
export type BodyCertificate = {
  readonly id: string;
  readonly caseId: string;
  readonly publicId: string;
  readonly holderId: string;
  readonly payload: CertificatePayload;
  readonly payloadHash: string;
  readonly standing: CertificateStanding;
  readonly issuedAt: Date;
  readonly documents: readonly {
    readonly locale: Locale;
    readonly sha256: string;
    readonly renderedAt: Date;
  }[];
  readonly revocations: readonly RevocationRecord[];
  readonly suspensions: readonly SuspensionRecord[];
  readonly requests: readonly RequestRecord[];
  readonly predecessor: LinkedRecord | null;
  readonly successor: LinkedRecord | null;
  /** What a correction would say otherwise, today. */
  readonly differences: readonly Difference[];
  /** Why the reader may not issue it again today; null where they may. */
  readonly correctingBar: Refusal | null;
  readonly recertification: RecertificationStage;
  /** Why the reader may not begin recertification today; null where they may. */
  readonly recertifyingBar: Refusal | null;
  /** Why the reader may do nothing with it; null where nothing of their person stands in the way. */
  readonly bar: Refusal | null;
};

const select = {
  id: true,
  caseId: true,
  publicId: true,
  holderId: true,
  payload: true,
  payloadHash: true,
  state: true,
  issuedAt: true,
  validUntil: true,
  succession: true,
  decision: { select: { round: true } },
  case: { select: successionSelect },
  supersedes: { select: { id: true, serialNumber: true } },
  supersededBy: { select: { id: true, serialNumber: true, succession: true } },
  suspensions: {
    select: {
      id: true,
      publicReason: true,
      internalReason: true,
      suspendedBy: { select: { name: true } },
      suspendedAt: true,
      reinstatedBy: { select: { name: true } },
      reinstatedAt: true,
      reinstatementNote: true,
    },
    orderBy: { suspendedAt: "desc" },
  },
  requests: {
    select: {
      id: true,
      kind: true,
      note: true,
      requestedAt: true,
      answeredAt: true,
      granted: true,
      answer: true,
    },
    orderBy: { requestedAt: "desc" },
  },
  documents: { select: { locale: true, sha256: true, renderedAt: true }, orderBy: { locale: "asc" } },
  revocations: {
    select: {
      id: true,
      publicReason: true,
      internalReason: true,
      requestedById: true,
      requestedBy: { select: { name: true } },
      requestedAt: true,
      confirmedBy: { select: { name: true } },
      confirmedAt: true,
      withdrawnBy: { select: { name: true } },
      withdrawnAt: true,
    },
    orderBy: { requestedAt: "desc" },
  },
} as const satisfies Prisma.CertificateSelect;

/** What looking after a certificate that was found in their scope is judged by, for the acting person. */
async function stewardOf(
  acting: Acting,
  row: { readonly caseId: string; readonly holderId: string },
  now: Date,
): Promise<StewardFacts> {
  const personId = personOf(acting);
  const near = await database().certificationCase.findUniqueOrThrow({
    where: { id: row.caseId },
    select: involvementSelect(personId),
  });
  const bodies = acting.grants.map((grant) => grant.organisationId);
  const ties = await getTies(acting, [row.holderId]);
  return {
    personId,
    holderId: row.holderId,
    ofBody: bodies.includes(near.certifyingBodyId),
    involvement: involvementOfRow(near, ties, bodies, now),
  };
}

const barOf = (may: Decision): Refusal | null => (may.ok ? null : may.refusal);

/**
 * One certificate of the acting certifier's body; null where it is not theirs. What the body writes down for itself of a certificate is
 * not for its holder, also where they certify for the body.
 */
export async function getCertificate(acting: Acting, id: string, now: Date): Promise<BodyCertificate | null> {
  const row = await database().certificate.findFirst({
    where: { AND: [{ id }, visibleCertificates(acting)] },
    select,
  });
  if (!row) return null;
  const { state, validUntil, payload, revocations, suspensions, decision, case: its, ...others } = row;
  const { succession, supersedes, supersededBy, ...rest } = others;
  const own = row.holderId === personOf(acting);
  const printed = certificatePayloadSchema.parse(payload);
  const differences =
    state === "issued" ? differencesOf(printed, await recordedToday(database(), row.caseId, now)) : [];
  const facts = {
    ...(await stewardOf(acting, row, now)),
    ...successionOf(its, decision.round),
    state,
    validUntil,
    proposal: revocations.find((each) => !each.confirmedAt && !each.withdrawnAt) ?? null,
  };
  const linked = (to: { id: string; serialNumber: string } | null, how: CertificateSuccession | null) =>
    to && how ? { id: to.id, serialNumber: to.serialNumber, succession: how } : null;
  return {
    ...rest,
    payload: printed,
    bar: barOf(decideSteward(facts)),
    correctingBar: barOf(decideCorrecting(facts, differences, now)),
    recertification: recertificationStage(facts),
    recertifyingBar: barOf(decideRecertifying(facts, now)),
    predecessor: linked(supersedes, succession),
    successor: linked(supersededBy, supersededBy?.succession ?? null),
    differences,
    suspensions: (own ? [] : suspensions).map(({ suspendedBy, reinstatedBy, ...each }) => ({
      ...each,
      suspendedBy: suspendedBy.name,
      reinstatedBy: reinstatedBy?.name ?? null,
    })),
    standing: standingOf({ state, validUntil }, now),
    revocations: (own ? [] : revocations).map(({ requestedBy, confirmedBy, withdrawnBy, ...each }) => ({
      ...each,
      requestedBy: requestedBy.name,
      confirmedBy: confirmedBy?.name ?? null,
      withdrawnBy: withdrawnBy?.name ?? null,
    })),
  };
}
