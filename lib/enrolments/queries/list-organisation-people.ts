import "server-only";
import { type Acting, organisationsAs } from "@/lib/auth/acting";
import { visibleEnrolments } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";

export type OrganisationPerson = Awaited<ReturnType<typeof listOrganisationPeople>>[number];

/**
 * Who of the coordinator's organisations is on what, the latest cohorts first: the status only. What is attended, written, observed or
 * judged is between participant, provider and certifying body.
 */
export async function listOrganisationPeople(acting: Acting) {
  const rows = await database().enrolment.findMany({
    where: {
      AND: [{ organisationId: { in: organisationsAs(acting, "coordinator") } }, visibleEnrolments(acting)],
    },
    orderBy: [{ cohort: { startsOn: "desc" } }, { person: { name: "asc" } }],
    select: {
      id: true,
      state: true,
      title: true,
      payer: true,
      payerGln: true,
      payerReference: true,
      person: { select: { name: true } },
      track: { select: { name: true } },
      cohort: {
        select: {
          id: true,
          name: true,
          state: true,
          startsOn: true,
          endsOn: true,
          timeZone: true,
          programmeVersion: { select: { title: true } },
        },
      },
    },
  });
  return rows.map(({ person, track, cohort: { programmeVersion, ...cohort }, ...row }) => ({
    ...row,
    name: person.name,
    trackName: track?.name ?? "",
    programme: programmeVersion.title,
    cohort,
  }));
}
