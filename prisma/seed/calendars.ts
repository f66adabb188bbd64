import { idOf, type Seed } from "./base.ts";

const DAY_MS = 86_400_000;

/**
 * That everybody of the demo has had their invitations (or else its first minutes would send them all), and what some of a running
 * cohort's participants answered to the next session: one perhaps, one no, the others yes.
 */
export async function seedCalendars({ db, now }: Seed): Promise<void> {
  const enrolments = await db.enrolment.findMany({ select: { id: true, endedAt: true } });
  await db.enrolmentNotice.createMany({
    data: enrolments.map(({ id, endedAt }) => ({ enrolmentId: id, invitedAt: now, endedAt: endedAt && now })),
  });
  const cohort = await db.cohort.findUniqueOrThrow({
    where: { slug: "odense-igangvaerende" },
    select: {
      sessions: {
        where: { startsAt: { gt: now }, state: { in: ["planned", "confirmed"] } },
        orderBy: { startsAt: "asc" },
        take: 1,
        select: { id: true, sequence: true },
      },
      enrolments: {
        where: { state: "active" },
        orderBy: { id: "asc" },
        take: 9,
        select: { personId: true },
      },
    },
  });
  const [next] = cohort.sessions;
  if (!next) return;
  await db.calendarAnswer.createMany({
    data: cohort.enrolments.map(({ personId }, index) => ({
      id: idOf(`answer ${personId}`),
      personId,
      sessionId: next.id,
      answer:
        index === 2 ? ("tentative" as const) : index === 5 ? ("declined" as const) : ("accepted" as const),
      sequence: next.sequence,
      channel: index % 3 === 0 ? ("link" as const) : ("mail" as const),
      answeredAt: new Date(now.getTime() - (index + 1) * DAY_MS),
    })),
  });
}
