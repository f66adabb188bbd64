import { countingObservations } from "../../observations/rules/amendment.ts";
import { type EvidenceMatrix, evidenceMatrix } from "../../observations/rules/evidence-matrix.ts";
import { type Forecast, forecast } from "../../observations/rules/forecast.ts";
import type { Evidence, ObservedEvidence } from "./evidence.ts";
import type { CriterionProgress, Evaluation } from "./requirements.ts";

/** A criterion's progress with its name. */
export type NamedProgress = CriterionProgress & { readonly name: string };

/** The evidence of a case as criterion × occasion, and what it still lacks. */
export type CaseEvidence = { readonly matrix: EvidenceMatrix; readonly forecast: Forecast };

/** What has been submitted and is an occasion of its own: not what is being written, what was replaced, or what two wrote blind. */
function shown(observations: readonly ObservedEvidence[]): readonly ObservedEvidence[] {
  const counting = new Set(countingObservations(observations).map((each) => each.id));
  return observations.filter(
    (each) =>
      each.pairId === null &&
      each.state !== "draft" &&
      each.state !== "returned" &&
      (each.state !== "locked" || counting.has(each.id)),
  );
}

function matrixOf(evidence: Evidence, criteria: readonly NamedProgress[]): EvidenceMatrix {
  const counting = new Set(countingObservations(evidence.observations).map((each) => each.id));
  const plain = evidenceMatrix(
    criteria.map(({ criterion, name }) => ({ ...criterion, name })),
    shown(evidence.observations).map((each) => ({
      observationId: each.id,
      observedOn: each.observedOn,
      counts: counting.has(each.id),
      ratings: each.ratings,
    })),
  );
  const progress = new Map(criteria.map((each) => [each.criterion.id, each]));
  const rows = plain.rows.map((row) => {
    const its = progress.get(row.criterion.id);
    if (!its) return row;
    const standing = its.met ? ("met" as const) : its.seen ? ("seen" as const) : ("not_seen" as const);
    return {
      ...row,
      reached: its.reached,
      missing: Math.max(0, its.needed - its.reached),
      standing,
      again: its.again,
    };
  });
  return { ...plain, rows, met: rows.filter((row) => row.standing === "met").length };
}

/**
 * The matrix and the forecast of a case, with each criterion standing where the requirements put it: one that a repeat asked
 * to see anew is not met by what was seen before. `evidence` holds the observations that the reader may see.
 */
export function caseEvidence(
  facts: {
    readonly evidence: Evidence;
    readonly evaluation: Evaluation;
    readonly criteria: readonly NamedProgress[];
    readonly bookedVisits: readonly { readonly startsAt: Date }[];
    readonly dueOn: string | null;
    readonly timeZone: string;
  },
  now: Date,
): CaseEvidence {
  const matrix = matrixOf(facts.evidence, facts.criteria);
  const have = (kind: "observations" | "assessors") =>
    facts.evaluation.requirements.find((each) => each.kind === kind)?.have ?? 0;
  return {
    matrix,
    forecast: forecast(
      {
        matrix,
        minObservations: facts.evidence.scheme.minObservations,
        minAssessors: facts.evidence.scheme.minAssessors,
        countingObservations: have("observations"),
        assessors: have("assessors"),
        bookedVisits: facts.bookedVisits,
        evidenceDueOn: facts.dueOn,
        timeZone: facts.timeZone,
      },
      now,
    ),
  };
}
