import "server-only";
import type { Work } from "@/lib/auth/work";
import { openCase } from "@/lib/certification/commands/open-case";
import { insist } from "@/lib/core/decision";
import type { ParticipantRole } from "@/lib/db/generated/enums";
import { decideEnrolment } from "../rules/capacity";
import { type LockedCohort, lockCohort } from "./lock-cohort";
import { type PlacedApplication, writeQueuePlace, writeSeat } from "./write-placement";

/** Where the applicant went. */
export type Placed =
  | { readonly kind: "enrolled"; readonly enrolmentId: string; readonly cohort: LockedCohort }
  | { readonly kind: "queued"; readonly position: number; readonly cohort: LockedCohort };

/**
 * Gives an application that is under review a seat, or a place at the end of the queue, as `decideEnrolment` says under the
 * cohort's lock; an enrolment that certifies gets its case. Locks the cohort itself: whoever has locked the application before
 * must have locked the cohort before that.
 */
export async function placeApplicant(
  work: Work,
  cohortId: string,
  application: PlacedApplication & { readonly participantRole: ParticipantRole },
): Promise<Placed> {
  const cohort = await lockCohort(work, cohortId);
  const placement = insist(decideEnrolment({ ...cohort, role: application.participantRole }, work.now));
  if (placement.kind === "queue") {
    const entryId = await writeQueuePlace(work, application, placement.position);
    await work.audit({
      stream: `cohort:${cohortId}`,
      action: "waitlist.joined",
      entity: "waitlistEntry",
      entityId: entryId,
      detail: { applicationId: application.id, position: placement.position },
    });
    return { kind: "queued", position: cohort.waiting + 1, cohort };
  }
  const seat = placement.kind === "seat" ? placement.number : null;
  const enrolmentId = await writeSeat(work, application, seat);
  await work.audit({
    stream: `cohort:${cohortId}`,
    action: "enrolment.created",
    entity: "enrolment",
    entityId: enrolmentId,
    detail: { applicationId: application.id, seat },
  });
  await openCase(work, enrolmentId);
  return { kind: "enrolled", enrolmentId, cohort };
}
