import "server-only";
import { type Acting, personOf } from "@/lib/auth/acting";
import { visibleApplications } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";

/** Where somebody goes on: the form for a draft, the offer for an offer, else the application's own page. */
function pathOf(
  application: { id: string; state: string; waitlistEntry: { id: string; state: string } | null },
  form: string,
): string {
  if (application.state === "draft") return form;
  const entry = application.waitlistEntry;
  return entry?.state === "offered" ? `/my/offers/${entry.id}` : `/my/applications/${application.id}`;
}

export type MyApplicationRow = Awaited<ReturnType<typeof listMyApplications>>[number];

/** The acting person's own applications, the newest first; a draft that was thrown away is left out. */
export async function listMyApplications(acting: Acting) {
  const rows = await database().application.findMany({
    where: {
      AND: [
        { personId: personOf(acting), NOT: { state: "withdrawn", submittedAt: null } },
        visibleApplications(acting),
      ],
    },
    orderBy: { updatedAt: "desc" },
    select: {
      id: true,
      state: true,
      submittedAt: true,
      updatedAt: true,
      waitlistEntry: { select: { id: true, state: true, offerExpiresAt: true } },
      cohort: {
        select: {
          slug: true,
          name: true,
          startsOn: true,
          timeZone: true,
          programmeVersion: { select: { title: true, programme: { select: { slug: true } } } },
        },
      },
    },
  });
  return rows.map(({ cohort: { programmeVersion, ...cohort }, ...application }) => ({
    ...application,
    cohort,
    programme: { title: programmeVersion.title, slug: programmeVersion.programme.slug },
    path: pathOf(application, `/programmes/${programmeVersion.programme.slug}/apply?cohort=${cohort.slug}`),
  }));
}
