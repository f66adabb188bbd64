import "server-only";
import { type Acting, organisationsAs } from "@/lib/auth/acting";
import { visibleApplications } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";

export type EnteredApplication = Awaited<ReturnType<typeof listEnteredApplications>>[number];

const MOST = 200;

/** The applications of the coordinator's people that are under way or were lately decided, the latest first: the status, and nothing of what they wrote. */
export async function listEnteredApplications(acting: Acting) {
  const rows = await database().application.findMany({
    where: {
      AND: [
        { organisationId: { in: organisationsAs(acting, "coordinator") } },
        { cohort: { state: { in: ["open", "closed"] } } },
        visibleApplications(acting),
      ],
    },
    orderBy: [{ submittedAt: { sort: "desc", nulls: "last" } }, { id: "asc" }],
    take: MOST,
    select: {
      id: true,
      state: true,
      title: true,
      submittedAt: true,
      enteredById: true,
      person: { select: { name: true } },
      cohort: { select: { name: true, timeZone: true, programmeVersion: { select: { title: true } } } },
    },
  });
  return rows.map(({ person, cohort, enteredById, ...row }) => ({
    ...row,
    entered: enteredById !== null,
    name: person.name,
    cohort: cohort.name,
    timeZone: cohort.timeZone,
    programme: cohort.programmeVersion.title,
  }));
}
