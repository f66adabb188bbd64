import { all, allowed, type Decision, refuse } from "../../core/decision.ts";
import { decideTransition } from "../../core/transitions.ts";
import type { FrameworkVersionState, Locale } from "../../db/generated/enums.ts";
import type { FrameworkContent } from "./content.ts";
import { FRAMEWORK_LOCALES } from "./text-in.ts";
import { frameworkVersionTransitions } from "./transitions.ts";

/** How many different persons approve a version (ISO/IEC 17024 8.3: a scheme is reviewed and validated). */
export const APPROVALS = 2;

/** A text that is not there yet: of the scheme (`code` null) or of one of its criteria, in one language. */
export type MissingText = {
  readonly what: "title" | "scope" | "name" | "description" | "indicators" | "levels";
  readonly code: string | null;
  readonly locale: Locale;
};

const blank = (text: string | undefined) => text === undefined || text.trim() === "";

function missingOfScheme(content: FrameworkContent, locale: Locale): MissingText[] {
  const text = content.texts.find((each) => each.locale === locale);
  return (["title", "scope"] as const)
    .filter((what) => blank(text?.[what]))
    .map((what) => ({ what, code: null, locale }));
}

function missingOfCriteria(content: FrameworkContent, locale: Locale): MissingText[] {
  return content.criteria.flatMap(({ code, texts }) => {
    const text = texts.find((each) => each.locale === locale);
    const described = texts.some((each) => each.levels.length > 0);
    const lacks: Record<Exclude<MissingText["what"], "title" | "scope">, boolean> = {
      name: blank(text?.name),
      description: blank(text?.description),
      indicators: !text || text.indicators.length === 0,
      levels: described && (text?.levels.length !== 3 || text.levels.some(blank)),
    };
    return (["name", "description", "indicators", "levels"] as const)
      .filter((what) => lacks[what])
      .map((what) => ({ what, code, locale }));
  });
}

/**
 * Every text that has to be written before the version can be approved, language by language. Levels are described for a
 * criterion in all three languages or in none.
 */
export function missingTexts(content: FrameworkContent): MissingText[] {
  return FRAMEWORK_LOCALES.flatMap((locale) => [
    ...missingOfScheme(content, locale),
    ...missingOfCriteria(content, locale),
  ]);
}

/** What an approval is judged by: the draft as it stands, who approved it, and who is about to. */
export type ApprovalFacts = {
  readonly state: FrameworkVersionState;
  readonly approvedBy: readonly string[];
  readonly personId: string;
  readonly content: FrameworkContent;
};

/** Whether somebody may approve a version: a complete draft, each person once. The value: whether it is approved by then. */
export function decideApproval(facts: ApprovalFacts): Decision<{ readonly approved: boolean }> {
  const move = decideTransition("framework", frameworkVersionTransitions, facts.state, "approved");
  if (!move.ok) return move;
  if (facts.approvedBy.includes(facts.personId)) return refuse("framework.alreadyApproved");
  if (facts.content.criteria.length === 0) return refuse("framework.noCriteria");
  const [missing] = missingTexts(facts.content);
  if (missing)
    return refuse("framework.textMissing", {
      what: missing.what,
      code: missing.code ?? "",
      language: missing.locale,
    });
  return { ok: true, value: { approved: facts.approvedBy.length + 1 >= APPROVALS } };
}

/** What still rests on a version that is to retire. */
export type UsedBy = {
  /** Programmes that are offered and certify by it: new cohorts can be made of them. */
  readonly programmes: number;
  /** Cohorts that are not over. */
  readonly cohorts: number;
  /** Cases that are not ended. */
  readonly cases: number;
};

/** Whether a version may retire: one in use, on which nothing rests any more. */
export function decideRetiring(state: FrameworkVersionState, usedBy: UsedBy): Decision {
  return all(
    decideTransition("framework", frameworkVersionTransitions, state, "retired"),
    usedBy.programmes > 0 ? refuse("framework.programmeUses") : allowed,
    usedBy.cohorts + usedBy.cases > 0 ? refuse("framework.inUseElsewhere") : allowed,
  );
}
