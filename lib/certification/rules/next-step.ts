import type { CaseState } from "../../db/generated/enums.ts";
import type { Part } from "./impartiality.ts";

/** What a case waits for, and from whom. */
export type NextStep =
  | "evidence"
  | "recommendation"
  | "decision"
  | "statement"
  | "release"
  | "appeal"
  | "none";

/** What a case waits for. A hearing that was answered or has ended waits for the decision. */
export function nextStep(
  state: CaseState,
  hearing: { readonly dueAt: Date; readonly statementAt: Date | null } | null,
  now: Date,
): NextStep {
  switch (state) {
    case "collecting":
      return "evidence";
    case "ready":
      return "recommendation";
    case "recommended":
      return "decision";
    case "hearing":
      return hearing && hearing.statementAt === null && hearing.dueAt > now ? "statement" : "decision";
    case "decided":
      return "release";
    case "appealed":
      return "appeal";
    default:
      return "none";
  }
}

/** The part that a certifier takes in a step; null for what is the participant's or nobody's. */
export function partOf(step: NextStep): Part | null {
  switch (step) {
    case "recommendation":
      return "recommend";
    case "decision":
      return "decide";
    case "release":
      return "release";
    case "appeal":
      return "appeal";
    default:
      return null;
  }
}
