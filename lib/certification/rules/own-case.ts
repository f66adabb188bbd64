import type { CaseOutcome, CaseState, ComplaintAbout, ComplaintState } from "../../db/generated/enums.ts";
import type { CaseEvidence, NamedProgress } from "./case-matrix.ts";
import type { Evaluation } from "./requirements.ts";
import { isReleased } from "./transitions.ts";

/**
 * What the participant is told of where their case stands. Between readiness and release it is `assessed`, whatever
 * happens there: nothing of the outcome can be read from the state.
 */
export type OwnCaseState =
  | "collecting"
  | "assessed"
  | "hearing"
  | "released"
  | "appealed"
  | "upheld"
  | "changed"
  | "discontinued";

/** The participant's word for a state. */
export function ownCaseState(state: CaseState): OwnCaseState {
  switch (state) {
    case "ready":
    case "recommended":
    case "decided":
      return "assessed";
    default:
      return state;
  }
}

/** A decision as its participant reads it. */
export type OwnDecision = {
  readonly round: number;
  readonly outcome: CaseOutcome;
  readonly reasonRules: string;
  readonly reasonMain: string;
  readonly reasonFacts: string;
  readonly repeatCriteria: readonly { readonly code: string; readonly name: string }[];
  readonly repeatGuidance: string;
  readonly repeatDueOn: Date | null;
  readonly appealGuidance: string;
  readonly decidedAt: Date;
  readonly decider: string;
};

/** A case as its participant sees it. */
export type OwnCase = {
  readonly id: string;
  readonly enrolmentId: string;
  readonly participant: string;
  readonly state: OwnCaseState;
  readonly programme: string;
  readonly cohort: string;
  readonly timeZone: string;
  readonly certifyingBody: string;
  readonly evidenceDueOn: Date | null;
  readonly evaluation: Evaluation;
  /** Where each criterion stands, by name. */
  readonly criteria: readonly NamedProgress[];
  readonly evidence: CaseEvidence;
  /** Released ones only, the earliest first. */
  readonly decisions: readonly OwnDecision[];
  readonly releasedAt: Date | null;
  readonly hearing: {
    readonly notice: string;
    readonly openedAt: Date;
    readonly openedBy: string | null;
    readonly dueAt: Date;
    readonly statement: string;
    readonly statementAt: Date | null;
    /** The participant, or who represented them. */
    readonly statementBy: string | null;
  } | null;
  readonly mayAnswer: boolean;
  readonly appeals: readonly {
    readonly id: string;
    readonly grounds: string;
    readonly filedAt: Date;
    readonly filedBy: string;
    readonly decidedAt: Date | null;
    readonly changedTo: CaseOutcome | null;
    readonly reasons: string;
  }[];
  readonly complaints: readonly {
    readonly id: string;
    readonly state: ComplaintState;
    readonly about: ComplaintAbout;
    readonly text: string;
    readonly filedAt: Date;
    readonly filedBy: string;
    readonly dueAt: Date;
    readonly decidedAt: Date | null;
    readonly reasons: string;
  }[];
  readonly mayComplain: boolean;
  /** Who acts for the participant, or is asked to: `acceptedAt` is null until they have said yes. */
  readonly representative: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly acceptedAt: Date | null;
  } | null;
  readonly mayAppeal: boolean;
  readonly appealDueAt: Date | null;
  readonly certificate: { readonly publicId: string; readonly serialNumber: string } | null;
};

/** The decisions that the participant may know of. */
export function releasedDecisions<D extends { readonly round: number }>(
  { state, round }: { readonly state: CaseState; readonly round: number },
  decisions: readonly D[],
): D[] {
  return decisions.filter((decision) => isReleased(state, round, decision.round));
}
