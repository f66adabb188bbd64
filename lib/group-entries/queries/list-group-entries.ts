import "server-only";
import { type Acting, organisationsAs } from "@/lib/auth/acting";
import { database } from "@/lib/db/client";

export type OpenGroupEntry = Awaited<ReturnType<typeof listGroupEntries>>[number];

/** The lists of the coordinator's organisations that are not handed in, the latest first. */
export async function listGroupEntries(acting: Acting) {
  const rows = await database().groupEntry.findMany({
    where: { organisationId: { in: organisationsAs(acting, "coordinator") } },
    orderBy: { createdAt: "desc" },
    select: {
      id: true,
      createdAt: true,
      createdBy: { select: { name: true } },
      cohort: { select: { name: true, timeZone: true, programmeVersion: { select: { title: true } } } },
      _count: { select: { rows: true } },
    },
  });
  return rows.map(({ cohort, createdBy, _count, ...row }) => ({
    ...row,
    people: _count.rows,
    by: createdBy.name,
    cohort: cohort.name,
    timeZone: cohort.timeZone,
    programme: cohort.programmeVersion.title,
  }));
}
