import "server-only";
import { type Acting, personOf } from "@/lib/auth/acting";
import { visibleFrameworks } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { Locale } from "@/lib/db/generated/enums";
import { textIn } from "../rules/text-in";

export type CriterionText = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly description: string;
  readonly indicators: readonly string[];
  /** What it looks like when it is not reached, partly reached and reached; none or three. */
  readonly levels: readonly string[];
  readonly minOccasions: number;
};

/** A framework version as an assessor reads it. */
export type FrameworkInUse = {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly scope: string;
  readonly minObservations: number;
  readonly minAssessors: number;
  readonly attendanceMinimumPercent: number;
  readonly requiresConcludedProject: boolean;
  readonly responseDays: number;
  readonly criteria: readonly CriterionText[];
  /** Until when the acting person may assess by it; null where they may not. */
  readonly authorisedUntil: Date | null;
};

/** The framework versions of the own certifying body that are in use, newest first, in the reader's language. */
export async function listFrameworksInUse(
  acting: Acting,
  locale: Locale,
  now: Date,
): Promise<FrameworkInUse[]> {
  const rows = await database().frameworkVersion.findMany({
    where: { state: "in_use", framework: visibleFrameworks(acting) },
    select: {
      id: true,
      number: true,
      minObservations: true,
      minAssessors: true,
      attendanceMinimumPercent: true,
      requiresConcludedProject: true,
      responseDays: true,
      texts: { select: { locale: true, title: true, scope: true } },
      criteria: {
        select: {
          id: true,
          code: true,
          minOccasions: true,
          texts: { select: { locale: true, name: true, description: true, indicators: true, levels: true } },
        },
        orderBy: { position: "asc" },
      },
      authorisations: {
        where: { personId: personOf(acting), validFrom: { lte: now }, validTo: { gt: now } },
        select: { validTo: true },
      },
    },
    orderBy: [{ frameworkId: "asc" }, { number: "desc" }],
  });
  return rows.map(({ texts, criteria, authorisations, ...version }) => ({
    ...version,
    title: textIn(texts, locale)?.title ?? "",
    scope: textIn(texts, locale)?.scope ?? "",
    criteria: criteria.map((criterion) => criterionText(criterion, locale)),
    authorisedUntil: authorisations[0]?.validTo ?? null,
  }));
}

type CriterionRow = Pick<CriterionText, "id" | "code" | "minOccasions"> & {
  readonly texts: readonly {
    readonly locale: Locale;
    readonly name: string;
    readonly description: string;
    readonly indicators: readonly string[];
    readonly levels: readonly string[];
  }[];
};

/** A criterion in the reader's language; its code where it has no words at all. */
export function criterionText(
  { id, code, minOccasions, texts }: CriterionRow,
  locale: Locale,
): CriterionText {
  const text = textIn(texts, locale);
  return {
    id,
    code,
    minOccasions,
    name: text?.name ?? code,
    description: text?.description ?? "",
    indicators: text?.indicators ?? [],
    levels: text?.levels ?? [],
  };
}
