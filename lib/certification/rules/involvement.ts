import type { ConflictOutcome } from "../../db/generated/enums.ts";
import { COOLING_OFF_YEARS, type Employment } from "../../observations/rules/assessor-eligibility.ts";
import { yearsBefore } from "../../observations/rules/years-before.ts";
import type { Involvement } from "./impartiality.ts";

/** What is known of a person and a participant, from which their involvement in the participant's case follows. */
export type InvolvementFacts = {
  readonly personId: string;
  readonly participantId: string;
  readonly ofBody: boolean;
  readonly observed: boolean;
  readonly teaches: boolean;
  /** The cohorts that the person taught and the participant was on, beside the one the case is about. */
  readonly trainedTogether: readonly { readonly startsOn: Date; readonly endsOn: Date }[];
  readonly employers: readonly Employment[];
  readonly participantEmployers: readonly Employment[];
  readonly isLineManager: boolean;
  readonly declared: ConflictOutcome | null;
  /** What was done in the case, by whom and in which round. */
  readonly round: number;
  readonly recommendations: readonly { readonly round: number; readonly recommenderId: string }[];
  readonly decisions: readonly { readonly round: number; readonly deciderId: string }[];
  readonly exceptions: readonly { readonly round: number; readonly writtenById: string }[];
  readonly hearings: readonly { readonly round: number; readonly openedById: string | null }[];
  /** Taking it up, sending it back, beginning it anew, and telling an outcome of any round. */
  readonly steps: readonly { readonly takenById: string }[];
  readonly releasedById: string | null;
  readonly appeals: readonly { readonly decidedById: string | null }[];
};

const lately = (employment: Employment, since: Date, now: Date) =>
  employment.from <= now && (employment.to === null || employment.to > since);

/** How near a person is to a case at `now`: what they did in it, and what ties them to the participant. */
export function involvementOf(facts: InvolvementFacts, now: Date): Involvement {
  const { personId, round } = facts;
  const since = yearsBefore(now, COOLING_OFF_YEARS);
  const employers = new Set(
    facts.employers.filter((each) => lately(each, since, now)).map((each) => each.organisationId),
  );
  const recommended = facts.recommendations.filter((each) => each.recommenderId === personId);
  const excepted = facts.exceptions.filter((each) => each.writtenById === personId);
  const opened = facts.hearings.filter((each) => each.openedById === personId);
  return {
    ofBody: facts.ofBody,
    isParticipant: personId === facts.participantId,
    observed: facts.observed,
    teaches: facts.teaches,
    trainedLately: facts.trainedTogether.some((cohort) => cohort.startsOn <= now && cohort.endsOn >= since),
    sharesEmployer: facts.participantEmployers.some(
      (each) => lately(each, since, now) && employers.has(each.organisationId),
    ),
    isLineManager: facts.isLineManager,
    declared: facts.declared,
    recommended: recommended.some((each) => each.round === round),
    excepted: excepted.some((each) => each.round === round),
    openedHearing: opened.some((each) => each.round === round),
    decided: facts.decisions.some((each) => each.deciderId === personId),
    released: facts.releasedById === personId,
    tookPartBefore:
      recommended.length > 0 ||
      excepted.length > 0 ||
      opened.length > 0 ||
      facts.steps.some((each) => each.takenById === personId) ||
      facts.appeals.some((each) => each.decidedById === personId),
  };
}
