import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { database } from "@/lib/db/client";
import { loadAgreementBasis } from "../facts/load-agreement-basis";
import { readinessOf } from "../facts/readiness";

export type AgreementBilling = NonNullable<Awaited<ReturnType<typeof getAgreementBasis>>>;
export type AgreementBillingLine = AgreementBilling["lines"][number];

/** An agreement's invoice basis at `now`, with the documents it asks for, and what keeps a sum from being sent as Peppol. */
export async function getAgreementBasis(acting: Acting, agreementId: string, now: Date) {
  const basis = await loadAgreementBasis(database(), acting, agreementId, now);
  if (!basis) return null;
  const { counts, problemOf } = await readinessOf(basis);
  return {
    ...basis,
    ...counts,
    lines: basis.lines.map((line) => ({ ...line, peppolProblem: problemOf(line) })),
  };
}
