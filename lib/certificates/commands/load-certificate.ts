import "server-only";
import { personOf } from "@/lib/auth/acting";
import { visibleCertificates } from "@/lib/auth/scope";
import type { Work } from "@/lib/auth/work";
import { gatherInvolvement } from "@/lib/certification/commands/gather-involvement";
import type { Prisma } from "@/lib/db/generated/client";
import type { Locale } from "@/lib/db/generated/enums";
import { lockRow } from "@/lib/db/lock-row";
import { type CertificatePayload, certificatePayloadSchema } from "../rules/payload";
import type { RevocationFacts } from "../rules/revocation";
import type { SuccessionFacts } from "../rules/succession";
import { successionOf, successionSelect } from "../rules/succession-rows";
import type { SuspensionFacts } from "../rules/suspension";

/** A certificate with everything that a step of its life is judged by and needs. */
export type CertificateFacts = RevocationFacts &
  SuspensionFacts &
  SuccessionFacts & {
    readonly id: string;
    readonly caseId: string;
    readonly decisionId: string;
    readonly version: number;
    readonly serialNumber: string;
    readonly certifyingBodyId: string;
    readonly programme: string;
    readonly payload: CertificatePayload;
    readonly holder: { readonly email: string | null; readonly name: string; readonly locale: Locale };
    readonly proposal: {
      readonly id: string;
      readonly requestedById: string;
      readonly publicReason: string;
    } | null;
    /** What the holder has asked for and nobody has answered. */
    readonly requests: readonly { readonly id: string; readonly kind: "new_name" | "recertification" }[];
  };

const select = {
  id: true,
  caseId: true,
  decisionId: true,
  state: true,
  version: true,
  serialNumber: true,
  validUntil: true,
  payload: true,
  holderId: true,
  holder: { select: { email: true, name: true, locale: true } },
  decision: { select: { round: true } },
  case: { select: successionSelect },
  revocations: {
    where: { confirmedAt: null, withdrawnAt: null },
    select: { id: true, requestedById: true, publicReason: true },
  },
  suspensions: { where: { reinstatedAt: null }, select: { id: true } },
  requests: { where: { answeredAt: null }, select: { id: true, kind: true } },
} as const satisfies Prisma.CertificateSelect;

/** The certificate, locked; null where it is out of the acting person's scope. */
export async function loadCertificate(work: Work, certificateId: string): Promise<CertificateFacts | null> {
  const { tx, acting } = work;
  // The case first, as everything that issues does: nobody waits in a circle.
  const row = await tx.certificate.findFirst({
    where: { AND: [{ id: certificateId }, visibleCertificates(acting)] },
    select: { caseId: true },
  });
  if (!row) return null;
  await lockRow(tx, "certification_case", row.caseId);
  await lockRow(tx, "certificate", certificateId);
  const locked = await tx.certificate.findUniqueOrThrow({ where: { id: certificateId }, select });
  const { revocations, suspensions, case: its, decision, payload, ...rest } = locked;
  const printed = certificatePayloadSchema.parse(payload);
  return {
    ...rest,
    payload: printed,
    programme: printed.programme.title,
    certifyingBodyId: its.certifyingBodyId,
    ...successionOf(its, decision.round),
    personId: personOf(acting),
    ofBody: acting.grants.some((grant) => grant.organisationId === its.certifyingBodyId),
    involvement: await gatherInvolvement(work, row.caseId),
    proposal: revocations[0] ?? null,
    suspension: suspensions[0] ?? null,
  };
}
