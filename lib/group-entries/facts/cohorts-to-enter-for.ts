import { publicCohorts } from "@/lib/auth/scope";
import type { Prisma } from "@/lib/db/generated/client";

/** The cohorts that organisations may apply to for their people: those open to all, and those under an agreement they are part of. */
export function cohortsToEnterFor(organisationIds: readonly string[]): Prisma.CohortWhereInput {
  const partner = { partners: { some: { organisationId: { in: [...organisationIds] } } } };
  return { state: "open", OR: [publicCohorts, { agreement: partner }] };
}
