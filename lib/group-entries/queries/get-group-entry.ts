import "server-only";
import { type Acting, organisationsAs } from "@/lib/auth/acting";
import { decideTakingApplications } from "@/lib/cohorts/rules/phase";
import { database } from "@/lib/db/client";
import { loadEntryFacts } from "../facts/load-entry-facts";
import { readEntries } from "../rules/entry-rows";

export type GroupEntryList = NonNullable<Awaited<ReturnType<typeof getGroupEntry>>>;
export type GroupEntryPerson = GroupEntryList["entries"][number];

/** A list of people to apply for, with what is wrong with each row at `now`; null where it is not of the coordinator's organisations. */
export async function getGroupEntry(acting: Acting, id: string, now: Date) {
  const list = await database().groupEntry.findFirst({
    where: { id, organisationId: { in: organisationsAs(acting, "coordinator") } },
    select: {
      id: true,
      cohortId: true,
      organisationId: true,
      organisation: { select: { gln: true } },
      cohort: {
        select: {
          name: true,
          state: true,
          applicationDeadline: true,
          timeZone: true,
          agreement: { select: { title: true, kind: true } },
          programmeVersion: { select: { title: true } },
        },
      },
      rows: {
        orderBy: { line: "asc" },
        select: { id: true, line: true, name: true, email: true, title: true, role: true, track: true },
      },
    },
  });
  if (!list) return null;
  const { cohort, organisation, ...rest } = list;
  const facts = await loadEntryFacts(database(), list, now);
  const entries = readEntries(list.rows, facts);
  return {
    id: rest.id,
    gln: organisation.gln ?? "",
    programme: cohort.programmeVersion.title,
    cohort: cohort.name,
    deadline: cohort.applicationDeadline,
    timeZone: cohort.timeZone,
    agreementTitle: cohort.agreement && cohort.agreement.kind !== "open" ? cohort.agreement.title : null,
    takesApplications: decideTakingApplications(cohort, now).ok,
    tracks: facts.tracks,
    entries,
    wrong: entries.filter((entry) => entry.problems.length > 0).length,
  };
}
