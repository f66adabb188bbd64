import "server-only";
import { type Acting, personOf } from "@/lib/auth/acting";
import { database } from "@/lib/db/client";
import type { PracticeProjectState } from "@/lib/db/generated/enums";

/** A participation of one's own, and its project where there is one. */
export type MyProject = {
  readonly enrolmentId: string;
  readonly cohort: string;
  readonly programme: string;
  readonly project: { readonly title: string; readonly state: PracticeProjectState } | null;
};

/** The participations of the reader in which they have, or may have, a practice project; the latest first. */
export async function listMyProjects(acting: Acting): Promise<MyProject[]> {
  const rows = await database().enrolment.findMany({
    where: {
      personId: personOf(acting),
      participantRole: { not: "guest" },
      OR: [{ state: { in: ["reserved", "active", "completed"] } }, { project: { isNot: null } }],
    },
    select: {
      id: true,
      cohort: { select: { name: true, programmeVersion: { select: { title: true } } } },
      project: { select: { title: true, state: true } },
    },
    orderBy: { cohort: { startsOn: "desc" } },
  });
  return rows.map((row) => ({
    enrolmentId: row.id,
    cohort: row.cohort.name,
    programme: row.cohort.programmeVersion.title,
    project: row.project,
  }));
}
