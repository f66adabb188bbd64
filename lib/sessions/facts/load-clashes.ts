import "server-only";
import { type Acting, organisationsAs } from "@/lib/auth/acting";
import type { Db } from "@/lib/db/client";
import { type Attended, participantClashes } from "../rules/clashes";

/** A participant who would have to be in two places. What they do at another provider is not named. */
export type ParticipantClash = {
  readonly sessionId: string;
  readonly person: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly timeZone: string;
  /** Empty at another provider. */
  readonly theme: string;
  readonly cohort: string;
};

/** A session as it is, or as it is meant to be. */
export type Meant = {
  readonly id: string;
  readonly cohortId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
};

const obligations = { select: { trackId: true, participantRole: true, obligation: true } } as const;
const live = { in: ["reserved" as const, "active" as const] };

type Other = Attended & { readonly timeZone: string; readonly theme: string; readonly cohort: string };

async function loadOthers(db: Db, acting: Acting, meant: readonly Meant[], personIds: string[]) {
  const rows = await db.session.findMany({
    where: {
      id: { notIn: meant.map(({ id }) => id) },
      state: { not: "cancelled" },
      OR: meant.map(({ startsAt, endsAt }) => ({ startsAt: { lt: endsAt }, endsAt: { gt: startsAt } })),
      cohort: { enrolments: { some: { personId: { in: personIds }, state: live } } },
    },
    select: {
      id: true,
      cohortId: true,
      startsAt: true,
      endsAt: true,
      timeZone: true,
      theme: true,
      obligations,
      cohort: {
        select: { name: true, programmeVersion: { select: { programme: { select: { providerId: true } } } } },
      },
    },
    take: 500,
  });
  const own = organisationsAs(acting, "staff");
  return rows.map(({ cohort, theme, ...row }): Other => {
    const isOwn = own.includes(cohort.programmeVersion.programme.providerId);
    return { ...row, theme: isOwn ? theme : "", cohort: isOwn ? cohort.name : "" };
  });
}

/** Participants of `meant` who have another session at the time: four statements, however many sessions and people there are. */
export async function loadClashes(
  db: Db,
  acting: Acting,
  meant: readonly Meant[],
): Promise<ParticipantClash[]> {
  if (meant.length === 0) return [];
  const people = await db.enrolment.findMany({
    where: { cohortId: { in: meant.map(({ cohortId }) => cohortId) }, state: live },
    select: { personId: true, person: { select: { name: true } } },
  });
  const names = new Map(people.map(({ personId, person }) => [personId, person.name]));
  if (names.size === 0) return [];
  const others = await loadOthers(db, acting, meant, [...names.keys()]);
  if (others.length === 0) return [];
  const seats = await db.enrolment.findMany({
    where: {
      personId: { in: [...names.keys()] },
      state: live,
      cohortId: { in: [...meant, ...others].map(({ cohortId }) => cohortId) },
    },
    select: { personId: true, cohortId: true, trackId: true, participantRole: true },
  });
  const rows = await db.sessionObligation.findMany({
    where: { sessionId: { in: meant.map(({ id }) => id) } },
    select: { sessionId: true, ...obligations.select },
  });
  const sessions = meant.map(
    (session): Other => ({
      ...session,
      obligations: rows.filter((row) => row.sessionId === session.id),
      timeZone: "",
      theme: "",
      cohort: "",
    }),
  );
  return participantClashes(sessions, others, seats).map(({ personId, session, other }) => ({
    sessionId: session.id,
    person: names.get(personId) ?? "",
    startsAt: other.startsAt,
    endsAt: other.endsAt,
    timeZone: other.timeZone,
    theme: other.theme,
    cohort: other.cohort,
  }));
}
