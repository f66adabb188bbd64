import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleSamples } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { CaseOutcome, CaseReviewState } from "@/lib/db/generated/enums";

/** A second look at one decision. */
export type ReviewView = {
  readonly id: string;
  readonly state: CaseReviewState;
  readonly version: number;
  readonly caseId: string;
  readonly participant: string;
  readonly outcome: CaseOutcome;
  readonly decidedAt: Date;
  readonly decider: string;
  readonly reviewer: { readonly id: string; readonly name: string } | null;
  readonly agrees: boolean | null;
  readonly reasons: string;
  readonly reviewedAt: Date | null;
  /** Certifiers of the body who had no part in the case. */
  readonly candidates: readonly { readonly id: string; readonly name: string }[];
};

/** A sample with everything that is needed to repeat its draw. */
export type SampleView = {
  readonly id: string;
  readonly fromDay: string;
  readonly toDay: string;
  readonly percent: number;
  readonly seed: string;
  readonly population: number;
  readonly populationHash: string;
  readonly drawnAt: Date;
  readonly drawnBy: string;
  readonly reviews: readonly ReviewView[];
};

const named = { select: { id: true, name: true } } as const;
const reviewSelect = {
  id: true,
  state: true,
  version: true,
  agrees: true,
  reasons: true,
  reviewedAt: true,
  reviewer: named,
  decision: {
    select: {
      caseId: true,
      outcome: true,
      decidedAt: true,
      decider: named,
      case: { select: { enrolment: { select: { person: named } } } },
    },
  },
} as const satisfies Prisma.CaseReviewSelect;

/** By case, the certifiers of the body who may take its second look: asked of the database once for all of them. */
async function candidatesOf(bodyId: string, caseIds: readonly string[], now: Date) {
  if (caseIds.length === 0) return [];
  return database().$queryRaw<{ caseId: string; id: string; name: string }[]>`
    SELECT c.id AS "caseId", p.id, p.name
    FROM unnest(${caseIds}::uuid[]) AS c (id)
      CROSS JOIN (SELECT DISTINCT person_id FROM role_grant WHERE organisation_id = ${bodyId}::uuid AND role = 'certifier'
        AND valid_from <= ${now} AND (valid_to IS NULL OR valid_to > ${now})) g
      JOIN person p ON p.id = g.person_id
    WHERE NOT review_barred(p.id, c.id, ${now})
    ORDER BY p.name, p.id`;
}

/** A sample of the own body with its second looks; null where there is none for the reader. */
export async function getSample(acting: Acting, id: string, now: Date): Promise<SampleView | null> {
  const row = await database().caseSample.findFirst({
    where: { AND: [{ id }, visibleSamples(acting)] },
    include: {
      drawnBy: named,
      reviews: { select: reviewSelect, orderBy: [{ decision: { decidedAt: "asc" } }, { id: "asc" }] },
    },
  });
  if (!row) return null;
  const { drawnBy, reviews, fromDay, toDay, certifyingBodyId, drawnById: _, ...sample } = row;
  const waiting = reviews.filter((each) => each.state !== "reviewed").map((each) => each.decision.caseId);
  const candidates = await candidatesOf(certifyingBodyId, [...new Set(waiting)], now);
  return {
    ...sample,
    fromDay: fromDay.toISOString().slice(0, 10),
    toDay: toDay.toISOString().slice(0, 10),
    drawnBy: drawnBy.name,
    reviews: reviews.map(({ decision, ...review }) => ({
      ...review,
      caseId: decision.caseId,
      participant: decision.case.enrolment.person.name,
      outcome: decision.outcome,
      decidedAt: decision.decidedAt,
      decider: decision.decider.name,
      candidates: candidates.filter((each) => each.caseId === decision.caseId),
    })),
  };
}
