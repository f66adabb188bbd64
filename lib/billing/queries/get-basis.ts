import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { database } from "@/lib/db/client";
import { loadBasis } from "../facts/load-basis";
import { groupLines } from "../rules/grouping";
import { decidePeppol } from "../rules/peppol";

export type BillingBasis = NonNullable<Awaited<ReturnType<typeof getBasis>>>;
export type BillingLine = BillingBasis["lines"][number];

/** A cohort's invoice basis at `now`, with the documents it asks for, and what keeps a line from being sent as Peppol. */
export async function getBasis(acting: Acting, cohortId: string, now: Date) {
  const basis = await loadBasis(database(), acting, cohortId, now);
  if (!basis) return null;
  const [seller, profile] = await Promise.all([
    database().organisation.findUniqueOrThrow({
      where: { id: basis.providerId },
      select: { country: true, registrationNumber: true, gln: true },
    }),
    database().billingProfile.count({ where: { organisationId: basis.providerId } }),
  ]);
  const own = {
    country: seller.country,
    registrationNumber: seller.registrationNumber ?? "",
    gln: seller.gln ?? "",
  };
  const groups = groupLines(basis.lines, basis.vatPercent);
  return {
    ...basis,
    hasProfile: profile > 0,
    lines: basis.lines.map((line) => {
      const peppol = decidePeppol(own, line.buyer);
      return { ...line, peppolProblem: peppol.ok ? null : peppol.refusal.code };
    }),
    toInvoice: groups.filter((group) => group.kind === "invoice").length,
    toCredit: groups.filter((group) => group.kind === "credit_note").length,
  };
}
