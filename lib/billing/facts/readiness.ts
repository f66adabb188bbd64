import "server-only";
import { database } from "@/lib/db/client";
import { groupLines } from "../rules/grouping";
import { decidePeppol } from "../rules/peppol";
import type { Billable, BillableLine } from "./billable";

/**
 * What stands between a basis and its documents: whether the provider has written what stands on them, how many there would be, and what
 * keeps a line from being sent as Peppol (a refusal's code; null where nothing does).
 */
export async function readinessOf(basis: Billable) {
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
  const groups = groupLines(basis.lines);
  return {
    counts: {
      hasProfile: profile > 0,
      toInvoice: groups.filter((group) => group.kind === "invoice").length,
      toCredit: groups.filter((group) => group.kind === "credit_note").length,
    },
    problemOf({ buyer }: BillableLine): string | null {
      const peppol = decidePeppol(own, buyer);
      return peppol.ok ? null : peppol.refusal.code;
    },
  };
}
