import type { Locale } from "../../db/generated/enums.ts";

/** What a version asks of a participant beside its criteria. */
export type SchemeRules = {
  readonly minObservations: number;
  readonly minAssessors: number;
  readonly attendanceMinimumPercent: number;
  readonly requiresConcludedProject: boolean;
  readonly responseDays: number;
  /** How long a certificate is valid; null: without end. */
  readonly certificateValidityMonths: number | null;
};

/** What a version is called in one language, and what its certificate says the holder has shown. */
type SchemeText = { readonly locale: Locale; readonly title: string; readonly scope: string };

/** A criterion in one language. */
type CriterionWords = {
  readonly locale: Locale;
  readonly name: string;
  readonly description: string;
  readonly indicators: readonly string[];
  /** Not reached, partly reached, reached; none or three. */
  readonly levels: readonly string[];
};

/** A criterion of a version; `stableKey` is the same across versions. */
export type CriterionContent = {
  readonly code: string;
  readonly stableKey: string;
  readonly minOccasions: number;
  readonly texts: readonly CriterionWords[];
};

/** Everything that a version says: what is written, approved, compared and carried over to the next one. */
export type FrameworkContent = SchemeRules & {
  readonly texts: readonly SchemeText[];
  readonly criteria: readonly CriterionContent[];
};
