import "server-only";
import { personOf } from "@/lib/auth/acting";
import { visibleCertificates } from "@/lib/auth/scope";
import type { Work } from "@/lib/auth/work";
import { lockRow } from "@/lib/db/lock-row";
import { certificatePayloadSchema } from "../rules/payload";
import type { HolderFacts } from "../rules/sharing";
import { recertificationStage } from "../rules/succession";
import { successionOf, successionSelect } from "../rules/succession-rows";

/** A certificate of one's own, with what its holder's wishes are judged by. */
export type HeldCertificate = HolderFacts & {
  readonly id: string;
  readonly caseId: string;
  readonly serialNumber: string;
  readonly certifyingBodyId: string;
};

/** The certificate, locked; null where it is not the acting person's own. */
export async function loadHeldCertificate(
  work: Work,
  certificateId: string,
): Promise<HeldCertificate | null> {
  if (!(await lockRow(work.tx, "certificate", certificateId))) return null;
  const personId = personOf(work.acting);
  const row = await work.tx.certificate.findFirst({
    where: { AND: [{ id: certificateId, holderId: personId }, visibleCertificates(work.acting)] },
    select: {
      id: true,
      caseId: true,
      holderId: true,
      state: true,
      validUntil: true,
      serialNumber: true,
      payload: true,
      holder: { select: { name: true } },
      decision: { select: { round: true } },
      case: { select: successionSelect },
      requests: { where: { answeredAt: null }, select: { kind: true } },
    },
  });
  if (!row) return null;
  const { holder, decision, case: its, payload, requests, ...rest } = row;
  return {
    ...rest,
    personId,
    certifyingBodyId: its.certifyingBodyId,
    printedName: certificatePayloadSchema.parse(payload).holder.name,
    presentName: holder.name,
    openRequests: requests.map(({ kind }) => kind),
    recertification: recertificationStage(successionOf(its, decision.round)),
  };
}
