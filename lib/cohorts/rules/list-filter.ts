import { z } from "zod";
import { CohortState } from "@/lib/db/generated/enums";

const cohortListQuery = z.object({
  q: z.string().trim().max(80).optional().catch(undefined),
  state: z.enum(CohortState).optional().catch(undefined),
});

/** What the address asks the staff's list of cohorts for: without a state, those that are not over. */
export function cohortListFilter(params: Readonly<Record<string, unknown>>): {
  states: CohortState[];
  words: string;
} {
  const { q, state } = cohortListQuery.parse(params);
  return { states: state ? [state] : ["draft", "open", "closed", "running"], words: q ?? "" };
}
