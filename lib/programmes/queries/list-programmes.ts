import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleProgrammes } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { CohortState, ProgrammeVersionState } from "@/lib/db/generated/enums";

/** A programme of the own provider, by its newest version's title. */
export type ProgrammeRow = {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly versions: readonly { id: string; number: number; state: ProgrammeVersionState }[];
  /** Cohorts by state, over all versions. */
  readonly cohorts: Readonly<Partial<Record<CohortState, number>>>;
};

/** The own provider's programmes, by title. */
export async function listProgrammes(acting: Acting): Promise<ProgrammeRow[]> {
  const programmes = await database().programme.findMany({
    where: visibleProgrammes(acting),
    select: {
      id: true,
      slug: true,
      versions: {
        select: { id: true, number: true, state: true, title: true, cohorts: { select: { state: true } } },
        orderBy: { number: "desc" },
      },
    },
  });
  const rows = programmes.map((programme) => {
    const cohorts: Partial<Record<CohortState, number>> = {};
    for (const { state } of programme.versions.flatMap((version) => version.cohorts))
      cohorts[state] = (cohorts[state] ?? 0) + 1;
    return {
      id: programme.id,
      slug: programme.slug,
      title: programme.versions[0]?.title ?? programme.slug,
      versions: programme.versions.map(({ id, number, state }) => ({ id, number, state })),
      cohorts,
    };
  });
  return rows.sort((a, b) => a.title.localeCompare(b.title, "da"));
}
