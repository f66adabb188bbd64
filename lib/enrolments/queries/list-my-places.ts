import "server-only";
import { type Acting, personOf } from "@/lib/auth/acting";
import { database } from "@/lib/db/client";
import { UNDER_WAY } from "../rules/transitions";

export type MyPlace = Awaited<ReturnType<typeof listMyPlaces>>[number];

/** The acting person's own places on cohorts, those that are going on first, then the latest. */
export async function listMyPlaces(acting: Acting) {
  const rows = await database().enrolment.findMany({
    where: { personId: personOf(acting) },
    orderBy: [{ cohort: { startsOn: "desc" } }, { createdAt: "desc" }],
    select: {
      id: true,
      state: true,
      organisationName: true,
      cohort: {
        select: { name: true, startsOn: true, endsOn: true, programmeVersion: { select: { title: true } } },
      },
    },
  });
  return rows
    .map(({ cohort: { programmeVersion, ...cohort }, ...row }) => ({
      ...row,
      cohort,
      programme: programmeVersion.title,
    }))
    .sort((a, b) => Number(UNDER_WAY.includes(b.state)) - Number(UNDER_WAY.includes(a.state)));
}
