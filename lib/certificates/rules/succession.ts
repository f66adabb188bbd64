import { caseTransitions } from "../../certification/rules/transitions.ts";
import { all, allowed, type Decision, refuse } from "../../core/decision.ts";
import { decideTransition } from "../../core/transitions.ts";
import type { CaseState, CertificateState, EnrolmentState } from "../../db/generated/enums.ts";
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
  readonly enrolmentState: EnrolmentState;
  /** Until when the holder can appeal against what was decided in the present round; null where they cannot. */
  readonly appealableUntil: Date | null;
  /** The proposal to revoke that waits for a second person. */
  readonly proposal: { readonly requestedById: string } | null;
};

function decideReplaceable(facts: SuccessionFacts): Decision {
  if (facts.state === "suspended") return refuse("certificate.suspendedNow");
  if (facts.state !== "issued") return refuse("certificate.notCurrent");
  if (facts.proposal) return refuse("certificate.revocationWaits");
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

/**
 * How far the recertification of a certificate is: not begun, under way, decided without another certificate; or closed to somebody who
 * left before the end, so that nobody can observe them there.
 */
export type RecertificationStage = "none" | "underWay" | "ended" | "closed";

const endedStates: readonly CaseState[] = ["released", "upheld", "changed", "discontinued"];
const takingPart: readonly EnrolmentState[] = ["active", "paused", "completed"];

/**
 * How far the recertification is of a certificate that still stands. It begins a round beyond the one in which the certificate was
 * decided, and a round that certifies puts another in its place: one that is over and has not done so ended without, and can be followed
 * by another.
 */
export function recertificationStage(
  facts: Pick<SuccessionFacts, "ofPresentRound" | "caseState" | "enrolmentState">,
): RecertificationStage {
  if (!facts.ofPresentRound && !endedStates.includes(facts.caseState)) return "underWay";
  if (!takingPart.includes(facts.enrolmentState)) return "closed";
  return facts.ofPresentRound ? "none" : "ended";
}

const DAY_MS = 86_400_000;

/**
 * Whether recertification may begin, at `now`: every criterion is then shown anew, in a new round of the case, and the decision of that
 * round issues a renewal. Also of a certificate that has run out, and also where one ended without; not as long as its holder can appeal
 * against that, because a new round would take the appeal from them, and not of one that is suspended, revoked or proposed to be, which
 * has to be settled first.
 */
export function decideRecertifying(facts: SuccessionFacts, now: Date): Decision {
  const stage = recertificationStage(facts);
  const until = facts.appealableUntil;
  return all(
    decideSteward(facts),
    decideReplaceable(facts),
    stage === "underWay" ? refuse("certificate.recertifying") : allowed,
    stage === "closed" ? refuse("certificate.leftBeforeEnd") : allowed,
    until !== null && now <= until
      ? refuse("certificate.appealable", { days: Math.ceil((until.getTime() - now.getTime()) / DAY_MS) })
      : allowed,
    decideTransition("case", caseTransitions, facts.caseState, "collecting"),
  );
}
