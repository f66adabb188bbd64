import "server-only";
import { type Acting, organisationsAs } from "@/lib/auth/acting";
import { visibleApplications } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";

export type EnteredApplication = Awaited<ReturnType<typeof listEnteredApplications>>["rows"][number];

const PAGE = 50;

/**
 * A page of the applications of the coordinator's people that are under way or were lately decided, the latest first: the status, and
 * nothing of what they wrote.
 */
export async function listEnteredApplications(acting: Acting, page: number) {
  const where: Prisma.ApplicationWhereInput = {
    AND: [
      { organisationId: { in: organisationsAs(acting, "coordinator") } },
      { cohort: { state: { in: ["open", "closed"] } } },
      visibleApplications(acting),
    ],
  };
  const total = await database().application.count({ where });
  const found = await database().application.findMany({
    where,
    orderBy: [{ submittedAt: { sort: "desc", nulls: "last" } }, { id: "asc" }],
    skip: (page - 1) * PAGE,
    take: PAGE,
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
  const rows = found.map(({ person, cohort, enteredById, ...row }) => ({
    ...row,
    entered: enteredById !== null,
    name: person.name,
    cohort: cohort.name,
    timeZone: cohort.timeZone,
    programme: cohort.programmeVersion.title,
  }));
  return { rows, total, pageSize: PAGE };
}
