import "server-only";
import type { Work } from "@/lib/auth/work";
import type { ConflictOutcome } from "@/lib/db/generated/enums";

/** Notes how an assessor stands to a participant. Earlier declarations stay; the newest counts. */
export async function declareConflict(
  work: Work,
  parties: { readonly assessorId: string; readonly participantId: string; readonly enrolmentId: string },
  declared: { readonly outcome: ConflictOutcome; readonly ground: string },
): Promise<void> {
  const { assessorId, participantId, enrolmentId } = parties;
  const { id } = await work.tx.conflictDeclaration.create({
    data: { assessorId, participantId, declaredAt: work.now, ...declared },
    select: { id: true },
  });
  await work.audit({
    stream: `enrolment:${enrolmentId}`,
    action: "conflict.declared",
    entity: "conflictDeclaration",
    entityId: id,
    detail: { assessorId, participantId, outcome: declared.outcome },
  });
}
