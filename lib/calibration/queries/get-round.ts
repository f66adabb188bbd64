import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleCalibrations } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { CalibrationState, Locale, Rating } from "@/lib/db/generated/enums";
import { type CriterionText, criterionText } from "@/lib/frameworks/queries/list-frameworks-in-use";
import { type Agreement, agreementOf, type Spread, spreadOf } from "../rules/agreement";

/** What an assessor said of one criterion. Only its reason, and without a name: it is the case that is talked about. */
export type Opinion = { readonly number: number; readonly rating: Rating; readonly reason: string };

/** A round as its body reads it: the result is there once it is closed, and before only who has answered. */
export type RoundView = {
  readonly id: string;
  readonly state: CalibrationState;
  readonly version: number;
  readonly title: string;
  readonly situation: string;
  readonly seen: string;
  readonly author: string;
  readonly dueOn: string;
  readonly conclusion: string;
  readonly criteria: readonly CriterionText[];
  readonly answers: number;
  /** The reader has rated the case. */
  readonly answered: boolean;
  /** The reader wrote the case. */
  readonly own: boolean;
  readonly result: {
    readonly agreement: Agreement;
    readonly spread: readonly Spread[];
    readonly opinions: ReadonlyMap<string, readonly Opinion[]>;
  } | null;
};

/** One round of the own body; null where there is none for the reader. */
export async function getRound(acting: Acting, id: string, locale: Locale): Promise<RoundView | null> {
  const row = await database().calibrationRound.findFirst({
    where: { AND: [{ id }, visibleCalibrations(acting)] },
    select: {
      id: true,
      state: true,
      version: true,
      title: true,
      situation: true,
      seen: true,
      authorId: true,
      dueOn: true,
      conclusion: true,
      author: { select: { name: true } },
      frameworkVersion: {
        select: {
          criteria: {
            select: {
              id: true,
              code: true,
              minOccasions: true,
              texts: {
                select: { locale: true, name: true, description: true, indicators: true, levels: true },
              },
            },
            orderBy: { position: "asc" },
          },
        },
      },
      answers: {
        select: { assessorId: true, ratings: { select: { criterionId: true, rating: true, reason: true } } },
      },
    },
  });
  if (!row) return null;
  const { answers, author, authorId, frameworkVersion, dueOn, ...round } = row;
  const criteria = frameworkVersion.criteria.map((criterion) => criterionText(criterion, locale));
  return {
    ...round,
    dueOn: dueOn.toISOString().slice(0, 10),
    author: author.name,
    criteria,
    answers: answers.length,
    answered: answers.some((answer) => answer.assessorId === acting.personId),
    own: authorId === acting.personId,
    result: round.state === "open" ? null : resultOf(criteria, answers),
  };
}

type Answers = readonly {
  readonly ratings: readonly (Omit<Opinion, "number"> & { readonly criterionId: string })[];
}[];

function resultOf(criteria: readonly CriterionText[], answers: Answers): RoundView["result"] {
  const ids = criteria.map((criterion) => criterion.id);
  const cases = answers.map(
    ({ ratings }) => new Map(ratings.map((each) => [each.criterionId, each.rating] as const)),
  );
  const given = answers.flatMap(({ ratings }) => ratings);
  return {
    agreement: agreementOf(ids, cases),
    spread: spreadOf(ids, cases),
    opinions: new Map(
      ids.map((id) => [
        id,
        given
          .filter((each) => each.criterionId === id && each.reason !== "")
          .map(({ rating, reason }, number) => ({ number, rating, reason })),
      ]),
    ),
  };
}
