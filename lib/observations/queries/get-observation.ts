import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleObservations } from "@/lib/auth/scope";
import { dayOf } from "@/lib/core/dates";
import type { Refusal } from "@/lib/core/decision";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Locale, ObservationState, Rating, VisitState } from "@/lib/db/generated/enums";
import type { CriterionText } from "@/lib/frameworks/queries/list-frameworks-in-use";
import { criterionText } from "@/lib/frameworks/queries/list-frameworks-in-use";
import { type BesideFile, beside, besideFile } from "../facts/beside-files";
import { decideAmendment } from "../rules/amendment";
import { missingForSubmission } from "../rules/content";
import { noteSelect } from "../rules/content-rows";

const selfSelect = {
  select: { text: true, ratings: { select: { criterionId: true, rating: true } } },
} as const;

const observationSelect = {
  id: true,
  state: true,
  version: true,
  enrolmentId: true,
  assessorId: true,
  organisationId: true,
  observedOn: true,
  situation: true,
  seen: true,
  interpreted: true,
  returnReason: true,
  submittedAt: true,
  sharedAt: true,
  responseDueAt: true,
  response: true,
  respondedAt: true,
  lockedAt: true,
  amendsId: true,
  amendReason: true,
  updatedAt: true,
  assessor: { select: { name: true } },
  amendedBy: { select: { id: true, state: true } },
  pair: {
    select: {
      id: true,
      leadId: true,
      lead: { select: { name: true } },
      second: { select: { name: true } },
      visit: { select: { selfAssessment: selfSelect } },
    },
  },
  jointOf: {
    select: {
      id: true,
      second: { select: { name: true } },
      visit: { select: { selfAssessment: selfSelect } },
    },
  },
  visit: {
    select: {
      id: true,
      state: true,
      startsAt: true,
      endsAt: true,
      place: true,
      situation: true,
      aim: true,
      othersInRoom: true,
      othersInformed: true,
      selfAssessment: selfSelect,
    },
  },
  ratings: { select: noteSelect },
  ratingDrafts: { select: noteSelect },
  files: beside,
  enrolment: {
    select: {
      title: true,
      organisationName: true,
      person: { select: { name: true } },
      case: { select: { state: true } },
      cohort: {
        select: {
          name: true,
          timeZone: true,
          programmeVersion: {
            select: {
              frameworkVersion: {
                select: {
                  criteria: {
                    select: {
                      id: true,
                      code: true,
                      minOccasions: true,
                      texts: {
                        select: {
                          locale: true,
                          name: true,
                          description: true,
                          indicators: true,
                          levels: true,
                        },
                      },
                    },
                    orderBy: { position: "asc" },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
} as const satisfies Prisma.ObservationSelect;

type Row = Prisma.ObservationGetPayload<{ select: typeof observationSelect }>;

/** A criterion with what was noted of it: a rating where there is one, and the evidence. */
export type RatedCriterion = CriterionText & {
  readonly rating: Rating | null;
  readonly evidence: string;
  /** How the participant rated themself on that occasion; null where they did not, or the reader is still writing. */
  readonly selfRating: Rating | null;
};

/** An observation as it is read, and as it is written while it is a draft. */
export type ObservationView = {
  readonly id: string;
  readonly state: ObservationState;
  readonly version: number;
  readonly enrolmentId: string;
  readonly participant: string;
  readonly title: string;
  readonly organisation: string;
  readonly cohort: string;
  readonly timeZone: string;
  readonly assessor: string;
  /**
   * Of two assessors at one visit: `blind` is what one of them wrote apart and is never shared by itself, `joint` what both stand behind;
   * `other` is the one who is not `assessor`. Null where there was one.
   */
  readonly pair: { readonly id: string; readonly kind: "blind" | "joint"; readonly other: string } | null;
  /** The reader wrote it. */
  readonly own: boolean;
  /** `2026-05-13`. */
  readonly observedOn: string;
  readonly situation: string;
  readonly seen: string;
  readonly interpreted: string;
  readonly criteria: readonly RatedCriterion[];
  /** Photos and files beside it, in the order they were attached. */
  readonly files: readonly BesideFile[];
  /** What it lacks before it can be submitted; empty once it is. */
  readonly missing: readonly Refusal[];
  readonly visit:
    | (Omit<NonNullable<Row["visit"]>, "state" | "selfAssessment"> & { readonly state: VisitState })
    | null;
  /** How the participant saw the occasion themself; empty where they wrote nothing, or the reader is still writing. */
  readonly selfText: string;
  /** Why it was returned; told to the certifying body only. */
  readonly returnReason: string | null;
  readonly submittedAt: Date | null;
  readonly sharedAt: Date | null;
  readonly responseDueAt: Date | null;
  readonly response: string;
  readonly respondedAt: Date | null;
  readonly lockedAt: Date | null;
  readonly updatedAt: Date;
  readonly amends: { readonly id: string; readonly reason: string } | null;
  /** The amendment, as far as the reader may open it. */
  readonly amendedById: string | null;
  /** The reader may supersede it by a new one. */
  readonly amendable: boolean;
};

/** The participant's own view of the occasion: kept from whoever still writes, so that it does not colour what they saw. */
function selfViewOf({ state, visit, pair, jointOf }: Row) {
  if (state === "draft" || state === "returned") return null;
  return visit?.selfAssessment ?? jointOf?.visit.selfAssessment ?? pair?.visit.selfAssessment ?? null;
}

function ratedCriteria(row: Row, locale: Locale): RatedCriterion[] {
  const notes = new Map([...row.ratings, ...row.ratingDrafts].map((note) => [note.criterionId, note]));
  const criteria = row.enrolment.cohort.programmeVersion.frameworkVersion?.criteria ?? [];
  return criteria.map((criterion) => ({
    ...criterionText(criterion, locale),
    rating: notes.get(criterion.id)?.rating ?? null,
    evidence: notes.get(criterion.id)?.evidence ?? "",
    selfRating: selfViewOf(row)?.ratings.find((each) => each.criterionId === criterion.id)?.rating ?? null,
  }));
}

function visitOf({ selfAssessment: _, ...visit }: NonNullable<Row["visit"]>) {
  return visit;
}

function missingIn(row: Row, criteria: readonly RatedCriterion[], now: Date): Refusal[] {
  if (row.state !== "draft" && row.state !== "returned") return [];
  const ratings = criteria.map(({ id, rating, evidence }) => ({ criterionId: id, rating, evidence }));
  const observedOn = row.observedOn.toISOString().slice(0, 10);
  return missingForSubmission(
    { ...row, observedOn, ratings },
    criteria,
    dayOf(now, row.enrolment.cohort.timeZone),
  );
}

function pairOf({ pair, jointOf, assessorId }: Row): ObservationView["pair"] {
  if (jointOf) return { id: jointOf.id, kind: "joint", other: jointOf.second.name };
  if (!pair) return null;
  return {
    id: pair.id,
    kind: "blind",
    other: pair.leadId === assessorId ? pair.second.name : pair.lead.name,
  };
}

/**
 * One observation that the reader may open, in their language; null where there is none for them. To the participant it tells
 * nothing of a return, and an amendment only once that is shared with them.
 */
export async function getObservation(
  acting: Acting,
  id: string,
  locale: Locale,
  now: Date,
): Promise<ObservationView | null> {
  const row = await database().observation.findFirst({
    where: { AND: [{ id }, visibleObservations(acting)] },
    select: observationSelect,
  });
  if (!row) return null;
  const {
    enrolment,
    ratings,
    ratingDrafts,
    amendedBy,
    amendsId,
    amendReason,
    assessor,
    organisationId,
    pair: _pair,
    jointOf: _joint,
    visit,
    ...rest
  } = row;
  const criteria = ratedCriteria(row, locale);
  const ofBody = acting.grants.length > 0;
  const amendmentOpen = amendedBy && (ofBody || ["shared", "locked"].includes(amendedBy.state));
  return {
    ...rest,
    visit: visit && visitOf(visit),
    files: row.files.map(besideFile),
    selfText: selfViewOf(row)?.text ?? "",
    participant: enrolment.person.name,
    title: enrolment.title,
    organisation: enrolment.organisationName,
    cohort: enrolment.cohort.name,
    timeZone: enrolment.cohort.timeZone,
    assessor: assessor.name,
    pair: pairOf(row),
    own: row.assessorId === acting.personId,
    observedOn: row.observedOn.toISOString().slice(0, 10),
    criteria,
    missing: missingIn(row, criteria, now),
    returnReason: ofBody ? row.returnReason : null,
    amends: amendsId === null ? null : { id: amendsId, reason: amendReason ?? "" },
    amendedById: amendmentOpen ? amendedBy.id : null,
    amendable:
      row.assessorId === acting.personId &&
      decideAmendment({
        state: row.state,
        amendedById: amendedBy?.id ?? null,
        caseState: enrolment.case?.state ?? null,
      }).ok,
  };
}
