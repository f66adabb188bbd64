import type { Locale } from "../../db/generated/enums.ts";
import type { CriterionContent, FrameworkContent, SchemeRules } from "./content.ts";
import { FRAMEWORK_LOCALES } from "./text-in.ts";

/** What of a version is asked beside its criteria, in the order in which it is shown. */
export const schemeRules = [
  "minObservations",
  "minAssessors",
  "attendanceMinimumPercent",
  "requiresConcludedProject",
  "responseDays",
  "certificateValidityMonths",
] as const satisfies readonly (keyof SchemeRules)[];
export type SchemeRule = (typeof schemeRules)[number];

/** A text that reads differently, in one language. */
export type TextChange = {
  readonly field: "title" | "scope" | "name" | "description" | "indicators" | "levels";
  readonly locale: Locale;
  readonly before: string;
  readonly after: string;
};

/** What became of a criterion, known by its stable key. */
export type CriterionChange = {
  readonly kind: "added" | "removed" | "changed";
  readonly stableKey: string;
  readonly code: { readonly before: string | null; readonly after: string | null };
  readonly minOccasions: { readonly before: number; readonly after: number } | null;
  readonly moved: boolean;
  readonly texts: readonly TextChange[];
};

/** What is different between two versions of a framework. */
export type FrameworkDifference = {
  readonly rules: readonly {
    readonly rule: SchemeRule;
    readonly before: SchemeRules[SchemeRule];
    readonly after: SchemeRules[SchemeRule];
  }[];
  readonly texts: readonly TextChange[];
  readonly criteria: readonly CriterionChange[];
};

type Words = { readonly locale: Locale } & Readonly<Record<string, string | readonly string[]>>;
const asText = (value: string | readonly string[] | undefined) =>
  value === undefined ? "" : typeof value === "string" ? value : value.join("\n");

function textChanges(
  fields: readonly TextChange["field"][],
  before: readonly Words[],
  after: readonly Words[],
): TextChange[] {
  return FRAMEWORK_LOCALES.flatMap((locale) => {
    const [earlier, later] = [before, after].map((all) => all.find((each) => each.locale === locale));
    return fields
      .map((field) => ({ field, locale, before: asText(earlier?.[field]), after: asText(later?.[field]) }))
      .filter((each) => each.before !== each.after);
  });
}

const criterionFields = ["name", "description", "indicators", "levels"] as const;

function changed(before: CriterionContent, after: CriterionContent, moved: boolean): CriterionChange | null {
  const texts = textChanges(criterionFields, before.texts, after.texts);
  const sameOccasions = before.minOccasions === after.minOccasions;
  if (texts.length === 0 && sameOccasions && !moved && before.code === after.code) return null;
  return {
    kind: "changed",
    stableKey: after.stableKey,
    code: { before: before.code, after: after.code },
    minOccasions: sameOccasions ? null : { before: before.minOccasions, after: after.minOccasions },
    moved,
    texts,
  };
}

function alone(kind: "added" | "removed", criterion: CriterionContent): CriterionChange {
  const added = kind === "added";
  return {
    kind,
    stableKey: criterion.stableKey,
    code: { before: added ? null : criterion.code, after: added ? criterion.code : null },
    minOccasions: null,
    moved: false,
    texts: textChanges(criterionFields, added ? [] : criterion.texts, added ? criterion.texts : []),
  };
}

/**
 * What is different between two versions. Criteria are mapped by their stable key, whatever they are called and wherever they
 * stand; one has moved when its place among those that both versions have is another.
 */
export function compareFrameworks(before: FrameworkContent, after: FrameworkContent): FrameworkDifference {
  const keysOf = ({ criteria }: FrameworkContent, other: FrameworkContent) =>
    criteria
      .map((each) => each.stableKey)
      .filter((key) => other.criteria.some((each) => each.stableKey === key));
  const [placesBefore, placesAfter] = [keysOf(before, after), keysOf(after, before)];
  return {
    rules: schemeRules
      .filter((rule) => before[rule] !== after[rule])
      .map((rule) => ({ rule, before: before[rule], after: after[rule] })),
    texts: textChanges(["title", "scope"], before.texts, after.texts),
    criteria: [
      ...after.criteria.flatMap((criterion) => {
        const earlier = before.criteria.find((each) => each.stableKey === criterion.stableKey);
        if (!earlier) return [alone("added", criterion)];
        const { stableKey } = criterion;
        const moved = placesBefore.indexOf(stableKey) !== placesAfter.indexOf(stableKey);
        return changed(earlier, criterion, moved) ?? [];
      }),
      ...before.criteria
        .filter(({ stableKey }) => !after.criteria.some((each) => each.stableKey === stableKey))
        .map((criterion) => alone("removed", criterion)),
    ],
  };
}
