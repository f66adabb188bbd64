import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { database } from "@/lib/db/client";
import { loadBasis } from "../facts/load-basis";
import { readinessOf } from "../facts/readiness";

export type BillingBasis = NonNullable<Awaited<ReturnType<typeof getBasis>>>;
export type BillingLine = BillingBasis["lines"][number];

/** A cohort's invoice basis at `now`, with the documents it asks for, and what keeps a line from being sent as Peppol. */
export async function getBasis(acting: Acting, cohortId: string, now: Date) {
  const basis = await loadBasis(database(), acting, cohortId, now);
  if (!basis) return null;
  const { counts, problemOf } = await readinessOf(basis);
  return {
    ...basis,
    ...counts,
    lines: basis.lines.map((line) => ({ ...line, peppolProblem: problemOf(line) })),
  };
}
