import { caseTransitions } from "../../certification/rules/transitions.ts";
import { all, allowed, type Decision, refuse } from "../../core/decision.ts";
import { decideTransition } from "../../core/transitions.ts";
import type { CaseState, CertificateState } from "../../db/generated/enums.ts";
import type { CertificatePayload } from "./payload.ts";
import { decideSteward, type StewardFacts } from "./steward.ts";
import { certificateTransitions } from "./transitions.ts";

/** What of a certificate a correction may say otherwise, as it is recorded today. */
export type RecordedToday = {
  readonly holder: string;
  readonly programme: CertificatePayload["programme"];
  readonly certifyingBody: CertificatePayload["certifyingBody"];
  readonly provider: CertificatePayload["provider"];
};

/** One thing that a correction says otherwise. */
export type Difference = {
  readonly field: "holder" | "title" | "city" | "startsOn" | "endsOn" | "provider" | "certifyingBody";
  readonly before: string;
  readonly after: string;
};

/** What a correction would say otherwise. Scheme, criteria and the day of the decision are the decision's and stay. */
export function differencesOf(printed: CertificatePayload, today: RecordedToday): Difference[] {
  const pairs: Difference[] = [
    { field: "holder", before: printed.holder.name, after: today.holder },
    { field: "title", before: printed.programme.title, after: today.programme.title },
    { field: "city", before: printed.programme.city, after: today.programme.city },
    { field: "startsOn", before: printed.programme.startsOn, after: today.programme.startsOn },
    { field: "endsOn", before: printed.programme.endsOn, after: today.programme.endsOn },
    { field: "provider", before: printed.provider.name, after: today.provider.name },
    { field: "certifyingBody", before: printed.certifyingBody.name, after: today.certifyingBody.name },
  ];
  return pairs.filter(({ before, after }) => before !== after);
}

/** What replacing a certificate is judged by. */
export type SuccessionFacts = StewardFacts & {
  readonly state: CertificateState;
  readonly validUntil: Date | null;
  readonly caseState: CaseState;
  /** The case is in the round in which this certificate was decided. */
  readonly ofPresentRound: boolean;
};

function decideReplaceable(facts: SuccessionFacts): Decision {
  if (facts.state === "suspended") return refuse("certificate.suspendedNow");
  if (facts.state !== "issued") return refuse("certificate.notCurrent");
  return decideTransition("certificate", certificateTransitions, facts.state, "superseded");
}

/** Whether the certificate may be issued again with what is recorded today: one that holds, and that says something else. */
export function decideCorrecting(
  facts: SuccessionFacts,
  differences: readonly Difference[],
  now: Date,
): Decision {
  return all(
    decideSteward(facts),
    decideReplaceable(facts),
    facts.validUntil !== null && facts.validUntil < now ? refuse("certificate.notCurrent") : allowed,
    differences.length === 0 ? refuse("certificate.nothingToCorrect") : allowed,
  );
}

/** How far the recertification of a certificate is: not begun, under way, or decided without another certificate. */
export type RecertificationStage = "none" | "underWay" | "ended";

const endedStates: readonly CaseState[] = ["released", "upheld", "changed", "discontinued"];

/**
 * How far the recertification is of a certificate that still stands. It begins a round beyond the one in which the certificate was
 * decided, and a round that certifies puts another in its place: one that is over and has not done so ended without.
 */
export function recertificationStage({
  ofPresentRound,
  caseState,
}: Pick<SuccessionFacts, "ofPresentRound" | "caseState">): RecertificationStage {
  if (ofPresentRound) return "none";
  return endedStates.includes(caseState) ? "ended" : "underWay";
}

/**
 * Whether recertification may begin: every criterion is then shown anew, in a new round of the case, and the decision of that round
 * issues a renewal. Also of a certificate that has run out; not of one that is suspended or revoked, which has to be settled first.
 */
export function decideRecertifying(facts: SuccessionFacts): Decision {
  return all(
    decideSteward(facts),
    decideReplaceable(facts),
    facts.ofPresentRound ? allowed : refuse("certificate.recertifying"),
    decideTransition("case", caseTransitions, facts.caseState, "collecting"),
  );
}
