import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visiblePairs } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Locale, ObservationState } from "@/lib/db/generated/enums";
import { textIn } from "@/lib/frameworks/rules/text-in";
import { type BesideFile, beside, besideFile } from "../facts/beside-files";
import { type ComparedCriterion, comparePair, type PairStage, pairStage } from "../rules/pair";

const pairSelect = {
  id: true,
  leadId: true,
  secondId: true,
  lead: { select: { name: true } },
  second: { select: { name: true } },
  joint: { select: { id: true, state: true } },
  agreements: true,
  observations: {
    select: {
      assessorId: true,
      state: true,
      situation: true,
      seen: true,
      interpreted: true,
      files: beside,
      ratings: { select: { criterionId: true, rating: true, evidence: true } },
    },
  },
  visit: {
    select: {
      id: true,
      startsAt: true,
      timeZone: true,
      enrolment: {
        select: {
          person: { select: { name: true } },
          cohort: {
            select: {
              programmeVersion: {
                select: {
                  frameworkVersion: {
                    select: {
                      criteria: {
                        select: { id: true, code: true, texts: { select: { locale: true, name: true } } },
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
    },
  },
} as const satisfies Prisma.ObservationPairSelect;

type Row = Prisma.ObservationPairGetPayload<{ select: typeof pairSelect }>;

/** What one of the two wrote. */
export type PairText = Pick<Row["observations"][number], "situation" | "seen" | "interpreted"> & {
  readonly files: readonly BesideFile[];
};

/** A pair as its two read it. What either wrote is there once both have submitted, and not before. */
export type PairView = {
  readonly id: string;
  readonly visitId: string;
  readonly participant: string;
  readonly stage: PairStage;
  readonly lead: { readonly id: string; readonly name: string };
  readonly second: { readonly id: string; readonly name: string };
  /** The reader's own id: whose part of the agreement is theirs. */
  readonly readerId: string;
  readonly joint: { readonly id: string; readonly state: ObservationState } | null;
  readonly compared: readonly (ComparedCriterion & { readonly name: string })[];
  readonly texts: { readonly lead: PairText; readonly second: PairText } | null;
};

/** One pair that the reader is of; null where there is none for them. */
export async function getPair(acting: Acting, id: string, locale: Locale): Promise<PairView | null> {
  const row = await database().observationPair.findFirst({
    where: { AND: [{ id }, visiblePairs(acting)] },
    select: pairSelect,
  });
  if (!row) return null;
  const stage = pairStage({ ...row, sides: row.observations });
  const of = (personId: string) => row.observations.find((each) => each.assessorId === personId);
  const [lead, second] = [of(row.leadId), of(row.secondId)];
  const open = stage !== "writing" && lead && second;
  return {
    id: row.id,
    visitId: row.visit.id,
    participant: row.visit.enrolment.person.name,
    stage,
    lead: { id: row.leadId, name: row.lead.name },
    second: { id: row.secondId, name: row.second.name },
    readerId: acting.personId ?? "",
    joint: row.joint,
    compared: open ? comparedOf(row, lead.ratings, second.ratings, locale) : [],
    texts: open ? { lead: textOf(lead), second: textOf(second) } : null,
  };
}

const textOf = ({ situation, seen, interpreted, files }: Row["observations"][number]): PairText => ({
  situation,
  seen,
  interpreted,
  files: files.map(besideFile),
});

type Ratings = Row["observations"][number]["ratings"];

function comparedOf(row: Row, lead: Ratings, second: Ratings, locale: Locale): PairView["compared"] {
  const criteria = row.visit.enrolment.cohort.programmeVersion.frameworkVersion?.criteria ?? [];
  const agreements = row.agreements.map(({ acceptedAt, ...each }) => ({
    ...each,
    accepted: acceptedAt !== null,
  }));
  const names = new Map(
    criteria.map(({ id, code, texts }) => [id, textIn(texts, locale)?.name ?? code] as const),
  );
  return comparePair(criteria, lead, second, agreements).map((each) => ({
    ...each,
    criterion: { id: each.criterion.id, code: each.criterion.code },
    name: names.get(each.criterion.id) ?? each.criterion.code,
  }));
}
