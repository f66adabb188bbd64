import "server-only";
import type { Work } from "@/lib/auth/work";
import { type Decision, RefusalError, refuse } from "@/lib/core/decision";
import { gatherEligibility } from "../facts/gather-eligibility";
import { decideAssessorEligibility } from "../rules/assessor-eligibility";
import { recipientSelect } from "./load-participation";
import type { VisitFacts } from "./load-visit";

/**
 * Another assessor of the body who is asked to a visit: who they are, whether they may observe the participant on that day, and where else
 * they are booked. `at` is when they are to be there, where that is not when the visit is now. Refused as `pair.secondBarred`, at `field`, where there is no such assessor.
 */
export async function findAssessor(
  { tx, now }: Work,
  visit: VisitFacts,
  personId: string,
  field: string,
  at: Date = visit.startsAt,
) {
  const { enrolmentId, certifyingBodyId } = visit.participation;
  const person = await tx.person.findFirst({
    where: {
      id: personId,
      roleGrants: {
        some: {
          role: "assessor",
          organisationId: certifyingBodyId ?? "",
          validFrom: { lte: now },
          OR: [{ validTo: null }, { validTo: { gt: now } }],
        },
      },
    },
    select: recipientSelect,
  });
  const facts = person && (await gatherEligibility(tx, personId, [enrolmentId])).get(enrolmentId);
  if (!person || !facts) throw new RefusalError(refuse("pair.secondBarred", undefined, field).refusal);
  const visits = await tx.observationVisit.findMany({
    where: {
      id: { not: visit.id },
      state: "booked",
      OR: [{ assessorId: personId }, { pair: { is: { secondId: personId } } }],
    },
    select: { startsAt: true, endsAt: true },
  });
  const eligible: Decision = decideAssessorEligibility(facts, now, at);
  return { person, eligible, visits };
}
