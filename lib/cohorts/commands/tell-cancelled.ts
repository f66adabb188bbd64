import "server-only";
import type { Work } from "@/lib/auth/work";
import { UNDER_WAY } from "@/lib/enrolments/rules/transitions";
import { recipientOf } from "@/lib/mail/recipient-of";
import { newsParams } from "@/lib/sessions/commands/tell-changes";
import type { News } from "@/lib/sessions/rules/news";
import type { LoadedCohort } from "../facts/load-cohort";
import { undecidedStates } from "../facts/load-state-facts";

const told = { id: true, name: true, email: true, locale: true } as const;

/**
 * Tells everybody with a seat, everybody whose application is open, and the teaching team that a cohort is cancelled: one mail
 * a person, however many ways they belong to it, with a cancellation of each session they `lost`. To be called before seats are
 * freed. Those in the queue are told by the area of enrolments, which declines them.
 */
export async function tellCancelled(
  work: Work,
  cohort: LoadedCohort,
  reason: string,
  lost: ReadonlyMap<string, readonly News[]>,
): Promise<void> {
  const people = await work.tx.person.findMany({
    where: {
      OR: [
        { enrolments: { some: { cohortId: cohort.id, state: { in: [...UNDER_WAY] } } } },
        { applications: { some: { cohortId: cohort.id, state: { in: [...undecidedStates] } } } },
        { cohortsFacilitated: { some: { cohortId: cohort.id } } },
      ],
    },
    select: told,
    orderBy: { id: "asc" },
  });
  for (const person of people) {
    const to = recipientOf(person);
    if (!to) continue;
    await work.mail({
      template: "cohort-cancelled",
      to,
      params: {
        programme: cohort.programmeVersion.title,
        cohort: cohort.name,
        reason,
        changes: newsParams(lost.get(person.id) ?? []),
        personId: person.id,
        path: "/programmes",
      },
    });
  }
}
