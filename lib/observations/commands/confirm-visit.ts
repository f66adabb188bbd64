import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist, RefusalError, refuse } from "@/lib/core/decision";
import { decideTransition } from "@/lib/core/transitions";
import type { VisitState } from "@/lib/db/generated/enums";
import { decideAssessorEligibility, type EligibilityFacts } from "../rules/assessor-eligibility";
import { visitTransitions } from "../rules/transitions";
import { decideVisitTimes } from "../rules/visit-times";
import type { VisitFacts } from "./load-visit";
import { tellOfVisit } from "./tell-of-visit";

const steps: Partial<Record<VisitState, readonly VisitState[]>> = {
  requested: ["proposed", "booked"],
  proposed: ["booked"],
};

/**
 * Takes a visit that was asked for or proposed as it stands: it is booked, and the participant is told. Its time must still be
 * possible, and nothing may bar the assessor on that day.
 */
export async function confirmVisit(
  work: Work,
  visit: VisitFacts & { readonly eligibility: EligibilityFacts },
  version: number,
): Promise<void> {
  const { enrolmentId, timeZone, evidenceDueOn, participant } = visit.participation;
  const participantVisits = await work.tx.observationVisit.findMany({
    where: { enrolmentId, state: "booked" },
    select: { startsAt: true, endsAt: true },
  });
  insist(decideVisitTimes(visit, { timeZone, evidenceDueOn, participantVisits }, work.now));
  insist(decideAssessorEligibility(visit.eligibility, work.now, visit.startsAt));
  let from = { state: visit.state, version };
  for (const to of steps[visit.state] ?? ["booked"]) {
    insist(decideTransition("visit", visitTransitions, from.state, to));
    const { count } = await work.tx.observationVisit.updateMany({
      where: { id: visit.id, ...from },
      data: { state: to, version: { increment: 1 } },
    });
    if (count === 0) throw new RefusalError(refuse("conflict").refusal);
    await work.audit({
      stream: `enrolment:${enrolmentId}`,
      action: `visit.${to}`,
      entity: "observationVisit",
      entityId: visit.id,
      detail: { before: from.state, after: to },
    });
    from = { state: to, version: from.version + 1 };
  }
  await tellOfVisit(work, { ...visit, participant }, { kind: "booked" });
}
