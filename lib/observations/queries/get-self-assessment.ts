import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleVisits } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Locale, Rating } from "@/lib/db/generated/enums";
import { type CriterionText, criterionText } from "@/lib/frameworks/queries/list-frameworks-in-use";
import { decideVisitBegun } from "../rules/visit-times";

/** What a participant wrote of their own practice at a visit, and whether they still may. */
export type OwnView = {
  /** Open from when the visit has begun until an observation of it is shared. */
  readonly open: boolean;
  readonly text: string;
  readonly writtenAt: Date | null;
  readonly criteria: readonly (CriterionText & { readonly rating: Rating | null })[];
};

const criteria = {
  select: {
    id: true,
    code: true,
    minOccasions: true,
    texts: { select: { locale: true, name: true, description: true, indicators: true, levels: true } },
  },
  orderBy: { position: "asc" },
} satisfies Prisma.FrameworkVersion$criteriaArgs;

/** What is read of a visit: its times, what was written and shared of it, and the criteria of its participant's framework. */
const visitSelect = {
  state: true,
  startsAt: true,
  endsAt: true,
  selfAssessment: { select: { text: true, writtenAt: true, ratings: true } },
  observation: { select: { sharedAt: true } },
  pair: { select: { joint: { select: { sharedAt: true } } } },
  enrolment: {
    select: {
      cohort: {
        select: { programmeVersion: { select: { frameworkVersion: { select: { criteria } } } } },
      },
    },
  },
} satisfies Prisma.ObservationVisitSelect;

/** The participant's own assessment of one visit of theirs; null where there is no such visit for them. */
export async function getSelfAssessment(
  acting: Acting,
  visitId: string,
  locale: Locale,
  now: Date,
): Promise<OwnView | null> {
  const row = await database().observationVisit.findFirst({
    where: {
      AND: [{ id: visitId }, visibleVisits(acting), { enrolment: { personId: acting.personId ?? "" } }],
    },
    select: visitSelect,
  });
  if (!row) return null;
  const shared = row.observation?.sharedAt ?? row.pair?.joint?.sharedAt ?? null;
  const takesPlace = row.state === "booked" || row.state === "done";
  return {
    open: takesPlace && shared === null && decideVisitBegun(row, now).ok,
    text: row.selfAssessment?.text ?? "",
    writtenAt: row.selfAssessment?.writtenAt ?? null,
    criteria: (row.enrolment.cohort.programmeVersion.frameworkVersion?.criteria ?? []).map((criterion) => ({
      ...criterionText(criterion, locale),
      rating: row.selfAssessment?.ratings.find((each) => each.criterionId === criterion.id)?.rating ?? null,
    })),
  };
}
