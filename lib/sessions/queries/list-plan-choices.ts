import "server-only";
import { type Acting, organisationsAs } from "@/lib/auth/acting";
import { visibleCohorts } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";

type Choice = { readonly id: string; readonly name: string };

/** What the plan can be narrowed to. */
export type PlanChoices = {
  readonly cohorts: readonly Choice[];
  readonly facilitators: readonly Choice[];
  readonly rooms: readonly Choice[];
};

/** The own provider's live cohorts, whoever teaches on one of them, and the rooms, each by name. */
export async function listPlanChoices(acting: Acting): Promise<PlanChoices> {
  const state = { in: ["draft" as const, "open" as const, "closed" as const, "running" as const] };
  const [cohorts, facilitators, rooms] = await Promise.all([
    database().cohort.findMany({
      where: { AND: [visibleCohorts(acting), { state }] },
      select: { id: true, name: true },
      orderBy: { name: "asc" },
    }),
    database().person.findMany({
      where: { cohortsFacilitated: { some: { cohort: { AND: [visibleCohorts(acting), { state }] } } } },
      select: { id: true, name: true },
      orderBy: { name: "asc" },
    }),
    database().room.findMany({
      where: { venue: { providerId: { in: organisationsAs(acting, "staff") } } },
      select: { id: true, name: true, venue: { select: { name: true } } },
      orderBy: [{ venue: { name: "asc" } }, { name: "asc" }],
    }),
  ]);
  return {
    cohorts,
    facilitators,
    rooms: rooms.map(({ id, name, venue }) => ({ id, name: `${venue.name}, ${name}` })),
  };
}
