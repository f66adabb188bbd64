import { all, allowed, type Decision, refuse } from "../../core/decision.ts";

/** What the stop switch of a certifying body is judged by. */
export type IssuingStopFacts = {
  readonly certifyingBodyId: string;
  /** The person is a certifier of the body. */
  readonly ofBody: boolean;
  /** The stop that is in force. */
  readonly stop: { readonly id: string; readonly stoppedById: string } | null;
};

const decideOfBody = (facts: { readonly ofBody: boolean }): Decision =>
  facts.ofBody ? allowed : refuse("certificate.notOfBody");

/** Whether issuing may be stopped. Any certifier may at once: stopping too early costs a day, too late a false certificate. */
export function decideStopping(facts: IssuingStopFacts): Decision {
  return all(decideOfBody(facts), facts.stop ? refuse("certificate.alreadyStopped") : allowed);
}

/** Whether the stop may be lifted. */
export function decideLifting(facts: IssuingStopFacts): Decision {
  return all(decideOfBody(facts), facts.stop ? allowed : refuse("certificate.notStopped"));
}

/** What issuing for a whole cohort is judged by. */
export type IssuingRunFacts = IssuingStopFacts & {
  readonly cohortId: string;
  /** Cases of the cohort that are decided to certify and not released, in the order in which they are worked through. */
  readonly caseIds: readonly string[];
  /** A run of this cohort is under way. */
  readonly running: boolean;
};

/** Whether a run may begin. What every single case asks is asked again when its turn comes. */
export function decideRun(facts: IssuingRunFacts): Decision {
  return all(
    decideOfBody(facts),
    facts.stop ? refuse("certificate.issuingStopped") : allowed,
    facts.running ? refuse("certificate.runOpen") : allowed,
    facts.caseIds.length === 0 ? refuse("certificate.nothingToIssue") : allowed,
  );
}
