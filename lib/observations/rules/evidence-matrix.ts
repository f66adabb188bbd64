import type { Rating } from "../../db/generated/enums.ts";

/** A criterion of the framework, in order. */
export type MatrixCriterion = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** Occasions on which it must be rated `reached`. */
  readonly minOccasions: number;
};

/** One observation, as a column. `observedOn` is a calendar day. */
export type MatrixOccasion = {
  readonly observationId: string;
  readonly observedOn: string;
  /** Only what counts (locked, not superseded) makes a criterion met; the rest is shown as on its way. */
  readonly counts: boolean;
  readonly ratings: readonly { readonly criterionId: string; readonly rating: Rating }[];
};

/** Where a criterion stands: met, seen but not (often) enough, or never seen, which is no judgement. */
export type CriterionStanding = "met" | "seen" | "not_seen";

/** A row of the matrix: a criterion, its cells in the order of the occasions, and where it stands. */
export type MatrixRow = {
  readonly criterion: MatrixCriterion;
  /** null where that occasion holds no rating of it. */
  readonly cells: readonly (Rating | null)[];
  /** Counting occasions on which it was reached. */
  readonly reached: number;
  readonly missing: number;
  readonly standing: CriterionStanding;
  /** Has to be shown anew because a repeat named it; left out where that is not known. */
  readonly again?: boolean;
};

/** What was seen of each criterion on each occasion. */
export type EvidenceMatrix = {
  readonly occasions: readonly MatrixOccasion[];
  readonly rows: readonly MatrixRow[];
  readonly met: number;
};

function rowOf(criterion: MatrixCriterion, occasions: readonly MatrixOccasion[]): MatrixRow {
  const cells = occasions.map(
    (occasion) => occasion.ratings.find((rating) => rating.criterionId === criterion.id)?.rating ?? null,
  );
  const counting = cells.filter((_, index) => occasions[index]?.counts);
  const reached = counting.filter((cell) => cell === "reached").length;
  const missing = Math.max(0, criterion.minOccasions - reached);
  const seen = counting.some((cell) => cell !== null && cell !== "not_seen");
  return { criterion, cells, reached, missing, standing: missing === 0 ? "met" : seen ? "seen" : "not_seen" };
}

/**
 * The evidence as a table of criterion × occasion. `not_seen` is not `not_reached`: a criterion that no counting occasion
 * showed stands as `not_seen`, whatever else was seen (design/domain.md). Occasions are put in order of their day.
 */
export function evidenceMatrix(
  criteria: readonly MatrixCriterion[],
  occasions: readonly MatrixOccasion[],
): EvidenceMatrix {
  const inOrder = [...occasions].sort(
    (a, b) => a.observedOn.localeCompare(b.observedOn) || a.observationId.localeCompare(b.observationId),
  );
  const rows = criteria.map((criterion) => rowOf(criterion, inOrder));
  return { occasions: inOrder, rows, met: rows.filter((row) => row.standing === "met").length };
}
