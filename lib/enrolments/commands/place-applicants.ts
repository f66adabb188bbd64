import "server-only";
import { randomUUID } from "node:crypto";
import type { Work } from "@/lib/auth/work";
import { auditOpening, caseTerms, type NewCase } from "@/lib/certification/commands/open-case";
import type { Refusal } from "@/lib/core/decision";
import type { ParticipantRole } from "@/lib/db/generated/enums";
import type { LockedCohort } from "../facts/cohort-capacity";
import { afterPlacement, decideEnrolment, type Placement } from "../rules/capacity";
import { type PlacementRow, placementWrite } from "./write-placement";

/** An application to be placed, as it was read under the cohort's lock. */
export type Placeable = {
  readonly id: string;
  readonly version: number;
  readonly participantRole: ParticipantRole;
  readonly organisationId: string | null;
  readonly trackId: string | null;
};

/** Where an applicant went; `position` counts those who wait, from 1. */
export type Placed =
  | { readonly kind: "enrolled"; readonly enrolmentId: string }
  | { readonly kind: "queued"; readonly position: number }
  | { readonly kind: "refused"; readonly refusal: Refusal };

type Plan = { readonly row: PlacementRow; readonly placement: Placement; readonly application: Placeable };

function planFor(application: Placeable, placement: Placement): Plan {
  const queued = placement.kind === "queue";
  return {
    application,
    placement,
    row: {
      applicationId: application.id,
      version: application.version,
      enrolmentId: queued ? null : randomUUID(),
      seat: placement.kind === "seat" ? placement.number : null,
      entryId: queued ? randomUUID() : null,
      position: queued ? placement.position : null,
    },
  };
}

async function audit(work: Work, cohort: LockedCohort, { row }: Plan): Promise<void> {
  const joined = row.entryId !== null;
  await work.audit({
    stream: `cohort:${cohort.id}`,
    action: joined ? "waitlist.joined" : "enrolment.created",
    entity: joined ? "waitlistEntry" : "enrolment",
    entityId: (joined ? row.entryId : row.enrolmentId) ?? "",
    detail: joined
      ? { applicationId: row.applicationId, position: row.position }
      : { applicationId: row.applicationId, seat: row.seat },
  });
}

/**
 * Gives applications that are under review a seat, or a place at the end of the queue, one after the other as `decideEnrolment` says;
 * an enrolment that certifies gets its case. `cohort` is read under its lock, which this transaction holds. All of it is written by
 * the work's closing statement.
 */
export async function placeApplicants(
  work: Work,
  cohort: LockedCohort,
  applications: readonly Placeable[],
): Promise<Placed[]> {
  let facts: LockedCohort = cohort;
  const plans: Plan[] = [];
  const cases: NewCase[] = [];
  const placed: Placed[] = [];
  for (const application of applications) {
    const { participantRole: role, organisationId, trackId } = application;
    const decision = decideEnrolment({ ...facts, role, organisationId, trackId }, work.now);
    if (!decision.ok) {
      placed.push({ kind: "refused", refusal: decision.refusal });
      continue;
    }
    const plan = planFor(application, decision.value);
    facts = afterPlacement(facts, plan.placement, application);
    plans.push(plan);
    await audit(work, cohort, plan);
    const { enrolmentId } = plan.row;
    const terms = caseTerms({ ...cohort, participantRole: role });
    if (enrolmentId && terms) {
      const opened = { id: randomUUID(), enrolmentId, ...terms };
      cases.push(opened);
      await auditOpening(work, opened);
    }
    placed.push(
      enrolmentId ? { kind: "enrolled", enrolmentId } : { kind: "queued", position: facts.waiting },
    );
  }
  const rows = plans.map((plan) => plan.row);
  if (rows.length > 0) work.close(placementWrite(work, rows, cases, cohort.lastQueuePosition));
  return placed;
}
