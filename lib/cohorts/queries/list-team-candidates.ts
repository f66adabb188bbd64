import "server-only";
import { type Acting, organisationsAs } from "@/lib/auth/acting";
import { database } from "@/lib/db/client";

/** Facilitators of a provider one is staff of, by name, who are not on the cohort's team yet. */
export async function listTeamCandidates(
  acting: Acting,
  cohort: { readonly id: string; readonly providerId: string },
  now: Date,
): Promise<{ id: string; name: string }[]> {
  if (!organisationsAs(acting, "staff").includes(cohort.providerId)) return [];
  return database().person.findMany({
    where: {
      closedAt: null,
      roleGrants: {
        some: {
          role: "facilitator",
          organisationId: cohort.providerId,
          validFrom: { lte: now },
          OR: [{ validTo: null }, { validTo: { gt: now } }],
        },
      },
      cohortsFacilitated: { none: { cohortId: cohort.id } },
    },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });
}
