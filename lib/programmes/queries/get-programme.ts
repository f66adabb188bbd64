import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleProgrammes } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { CohortState, ProgrammeVersionState } from "@/lib/db/generated/enums";

/** A programme with its versions, newest first, and the cohorts of each. */
export type ProgrammeDetail = {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly versions: readonly {
    readonly id: string;
    readonly number: number;
    readonly version: number;
    readonly state: ProgrammeVersionState;
    readonly title: string;
    readonly publishedAt: Date | null;
    readonly retiredAt: Date | null;
    readonly cohorts: readonly { id: string; name: string; state: CohortState; startsOn: Date }[];
  }[];
};

/** One programme of the own provider; null where there is none for them. */
export async function getProgramme(acting: Acting, programmeId: string): Promise<ProgrammeDetail | null> {
  const programme = await database().programme.findFirst({
    where: { AND: [{ id: programmeId }, visibleProgrammes(acting)] },
    select: {
      id: true,
      slug: true,
      versions: {
        select: {
          id: true,
          number: true,
          version: true,
          state: true,
          title: true,
          publishedAt: true,
          retiredAt: true,
          cohorts: {
            select: { id: true, name: true, state: true, startsOn: true },
            orderBy: { startsOn: "desc" },
          },
        },
        orderBy: { number: "desc" },
      },
    },
  });
  return programme && { ...programme, title: programme.versions[0]?.title ?? programme.slug };
}
