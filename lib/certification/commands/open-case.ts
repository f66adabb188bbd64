import "server-only";
import type { Work } from "@/lib/auth/work";

/** Evidence may be gathered for this long after the last course day: practice goes on when teaching has ended. */
const EVIDENCE_DAYS_AFTER_COHORT = 90;

/**
 * Opens the case of an enrolment whose programme version certifies; returns its id, null where it does not certify or the
 * person is a guest. An enrolment has one case: where there is one already, that one is returned. `enrolmentId` must exist.
 */
export async function openCase(work: Work, enrolmentId: string): Promise<string | null> {
  const enrolment = await work.tx.enrolment.findUniqueOrThrow({
    where: { id: enrolmentId },
    select: {
      participantRole: true,
      case: { select: { id: true } },
      cohort: {
        select: {
          endsOn: true,
          programmeVersion: { select: { certifyingBodyId: true, frameworkVersionId: true } },
        },
      },
    },
  });
  if (enrolment.case) return enrolment.case.id;
  const { certifyingBodyId, frameworkVersionId } = enrolment.cohort.programmeVersion;
  if (!certifyingBodyId || !frameworkVersionId || enrolment.participantRole === "guest") return null;
  const evidenceDueOn = new Date(enrolment.cohort.endsOn.getTime() + EVIDENCE_DAYS_AFTER_COHORT * 86_400_000);
  const { id } = await work.tx.certificationCase.create({
    data: { enrolmentId, certifyingBodyId, frameworkVersionId, evidenceDueOn, createdAt: work.now },
    select: { id: true },
  });
  await work.audit({
    stream: `case:${id}`,
    action: "case.opened",
    entity: "certificationCase",
    entityId: id,
    detail: { enrolmentId, frameworkVersionId },
  });
  return id;
}
