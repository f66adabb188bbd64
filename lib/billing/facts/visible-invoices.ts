import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleAgreements, visibleCohorts } from "@/lib/auth/scope";
import type { Prisma } from "@/lib/db/generated/client";

/** Documents of cohorts and agreements that the acting person may reach. */
export function visibleInvoices(acting: Acting): Prisma.InvoiceWhereInput {
  return { OR: [{ cohort: visibleCohorts(acting) }, { agreement: visibleAgreements(acting) }] };
}
