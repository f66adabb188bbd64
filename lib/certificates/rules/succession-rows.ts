import { appealableUntil } from "../../certification/rules/appeal.ts";
import type { Prisma } from "../../db/generated/client.ts";
import type { SuccessionFacts } from "./succession.ts";

/** What of a case says whether its certificate may be renewed. */
export const successionSelect = {
  certifyingBodyId: true,
  state: true,
  round: true,
  releasedAt: true,
  decisions: { select: { round: true, outcome: true } },
  enrolment: { select: { state: true } },
} as const satisfies Prisma.CertificationCaseSelect;

/** Where the case stands that a certificate of the round `decidedIn` came of. */
export function successionOf(
  its: Prisma.CertificationCaseGetPayload<{ select: typeof successionSelect }>,
  decidedIn: number,
): Pick<SuccessionFacts, "caseState" | "ofPresentRound" | "enrolmentState" | "appealableUntil"> {
  const outcome = its.decisions.find(({ round }) => round === its.round)?.outcome ?? null;
  return {
    caseState: its.state,
    ofPresentRound: its.round === decidedIn,
    enrolmentState: its.enrolment.state,
    appealableUntil: appealableUntil({ ...its, outcome }),
  };
}
