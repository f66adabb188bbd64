import "server-only";
import type { Work } from "@/lib/auth/work";
import { recipientOf } from "@/lib/mail/recipient-of";
import type { LoadedSession } from "./load-session";

/** What is told of a session: that it is cancelled, or where and when it is from now on. */
export type SessionNews =
  | { readonly kind: "cancelled" }
  | { readonly kind: "moved"; readonly startsAt: Date; readonly endsAt: Date; readonly place: string };

const announced: readonly string[] = ["open", "closed", "running"];

/** Everybody with a seat on the session's cohort, and whoever facilitates it, but not the one who acts. One entry a person. */
async function concerned(work: Work, session: LoadedSession) {
  const people = await work.tx.person.findMany({
    where: {
      id: { not: work.acting.personId ?? "00000000-0000-0000-0000-000000000000" },
      OR: [
        { enrolments: { some: { cohortId: session.cohortId, state: { in: ["reserved", "active"] } } } },
        { sessionsFacilitated: { some: { sessionId: session.id } } },
      ],
    },
    select: {
      name: true,
      email: true,
      locale: true,
      sessionsFacilitated: { where: { sessionId: session.id }, select: { sessionId: true } },
    },
    orderBy: { id: "asc" },
  });
  return people.map(({ sessionsFacilitated, ...person }) => ({
    person,
    path: sessionsFacilitated.length > 0 ? "/facilitate" : "/my",
  }));
}

/** Tells whoever is concerned what changed, one mail a person; nobody while the cohort is a draft, since nobody knows of it. */
export async function tellParticipants(work: Work, session: LoadedSession, news: SessionNews): Promise<void> {
  if (!announced.includes(session.cohort.state)) return;
  const { cohort, theme, timeZone: zone } = session;
  const before = { startsAt: session.startsAt.toISOString(), endsAt: session.endsAt.toISOString() };
  for (const { person, path } of await concerned(work, session)) {
    const to = recipientOf(person);
    if (!to) continue;
    const common = { cohort: cohort.name, theme, zone, path };
    if (news.kind === "cancelled")
      await work.mail({ template: "session-cancelled", to, params: { ...common, ...before } });
    else
      await work.mail({
        template: "session-moved",
        to,
        params: {
          ...common,
          startsAt: news.startsAt.toISOString(),
          endsAt: news.endsAt.toISOString(),
          previousStartsAt: before.startsAt,
          previousEndsAt: before.endsAt,
          place: news.place,
        },
      });
  }
}
