import "server-only";
import { repeatOf, roundSelect } from "@/lib/certification/rules/evidence-rows";
import type { Prisma } from "@/lib/db/generated/client";
import { countingObservations } from "../rules/amendment";
import { type EvidenceMatrix, evidenceMatrix, type MatrixCriterion } from "../rules/evidence-matrix";
import { type Forecast, forecast } from "../rules/forecast";

/** What of an enrolment a matrix and a forecast are made from. */
export const evidenceSelect = {
  cohort: {
    select: {
      name: true,
      timeZone: true,
      programmeVersion: {
        select: {
          frameworkVersion: {
            select: {
              minObservations: true,
              minAssessors: true,
              criteria: {
                select: { id: true, code: true, minOccasions: true },
                orderBy: { position: "asc" },
              },
            },
          },
        },
      },
    },
  },
  case: { select: { ...roundSelect, state: true, evidenceDueOn: true } },
  visits: {
    where: { state: "booked" },
    select: { id: true, assessorId: true, startsAt: true, endsAt: true },
  },
  observations: {
    select: {
      id: true,
      assessorId: true,
      state: true,
      amendsId: true,
      pairId: true,
      observedOn: true,
      ratings: { select: { criterionId: true, rating: true } },
    },
  },
} as const satisfies Prisma.EnrolmentSelect;

export type EvidenceRow = Prisma.EnrolmentGetPayload<{ select: typeof evidenceSelect }>;
type ObservationRow = EvidenceRow["observations"][number];

/** The matrix of some of an enrolment's observations; only those that count make a criterion met. */
export function matrixOf(
  criteria: readonly MatrixCriterion[],
  observations: readonly ObservationRow[],
): EvidenceMatrix {
  const counting = new Set(countingObservations(observations).map((observation) => observation.id));
  // What is being written has no ratings yet; what an amendment replaced, and what two wrote blind, is no occasion of its own.
  const shown = observations.filter(
    (observation) =>
      observation.pairId === null &&
      observation.ratings.length > 0 &&
      (observation.state !== "locked" || counting.has(observation.id)),
  );
  return evidenceMatrix(
    criteria,
    shown.map((observation) => ({
      observationId: observation.id,
      observedOn: observation.observedOn.toISOString().slice(0, 10),
      counts: counting.has(observation.id),
      ratings: observation.ratings,
    })),
  );
}

/**
 * What the present round of an enrolment's case asks: of a criterion that has to be shown again one occasion, and nothing of what was seen
 * of it before (lib/certification/rules/requirements.ts says the same of the case).
 */
function askedOf({ case: its, cohort, observations }: EvidenceRow) {
  const scheme = cohort.programmeVersion.frameworkVersion;
  const criteria = (scheme?.criteria ?? []).map((criterion) => ({ ...criterion, name: criterion.code }));
  const repeat = its && scheme ? repeatOf({ ...its, frameworkVersion: scheme }) : null;
  if (!repeat) return { criteria, observations };
  const again = new Set(repeat.criterionIds);
  return {
    criteria: criteria.map((each) => (again.has(each.id) ? { ...each, minOccasions: 1 } : each)),
    observations: observations.map((each) =>
      each.observedOn.toISOString().slice(0, 10) >= repeat.since
        ? each
        : { ...each, ratings: each.ratings.filter(({ criterionId }) => !again.has(criterionId)) },
    ),
  };
}

/** What an enrolment's evidence still lacks, over all of its observations, whoever may read them. */
export function forecastOf(row: EvidenceRow, now: Date): Forecast {
  const scheme = row.cohort.programmeVersion.frameworkVersion;
  const counting = countingObservations(row.observations);
  const { criteria, observations } = askedOf(row);
  return forecast(
    {
      matrix: matrixOf(criteria, observations),
      minObservations: scheme?.minObservations ?? 0,
      minAssessors: scheme?.minAssessors ?? 0,
      countingObservations: counting.length,
      assessors: new Set(counting.map((observation) => observation.assessorId)).size,
      bookedVisits: row.visits,
      evidenceDueOn: row.case?.evidenceDueOn?.toISOString().slice(0, 10) ?? null,
      timeZone: row.cohort.timeZone,
    },
    now,
  );
}
