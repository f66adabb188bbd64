import "server-only";
import { dayOf } from "@/lib/core/dates";
import type { Db, Transaction } from "@/lib/db/client";
import { loadOccupied } from "@/lib/sessions/facts/load-occupied";
import { findCollisions } from "@/lib/sessions/rules/collisions";
import { decideTimes, wallTimeIn } from "@/lib/sessions/rules/times";
import { weeksBetween, weeksLater } from "../rules/copying";
import { type CopySource, copySource } from "./copy-source";

/** One session of a repeated cohort: its new wall time, and what cannot come along because it is taken then. */
export type CopiedSession = {
  readonly source: CopySource["sessions"][number];
  readonly day: string;
  readonly from: string;
  readonly to: string;
  readonly roomId: string;
  readonly facilitatorIds: readonly string[];
  /** Names of the room and the people that are left out. */
  readonly leftOut: readonly string[];
};

/** A cohort as it would be repeated. Days are `YYYY-MM-DD`. */
export type CopyPlan = {
  readonly source: CopySource;
  readonly weeks: number;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly deadlineOn: string;
  readonly team: readonly { readonly personId: string; readonly name: string; readonly isLead: boolean }[];
  /** Names of those who no longer facilitate with the provider. */
  readonly teamLeft: readonly string[];
  readonly sessions: readonly CopiedSession[];
};

const DAY_MS = 86_400_000;
const column = (date: Date) => date.toISOString().slice(0, 10);

async function teamOf(db: Db | Transaction, source: CopySource, now: Date) {
  const providerId = source.programmeVersion.programme.providerId;
  const grants = await db.roleGrant.findMany({
    where: {
      role: "facilitator",
      organisationId: providerId,
      personId: { in: source.facilitators.map(({ personId }) => personId) },
      validFrom: { lte: now },
      OR: [{ validTo: null }, { validTo: { gt: now } }],
    },
    select: { personId: true },
  });
  const still = new Set(grants.map(({ personId }) => personId));
  const people = source.facilitators.map(({ person, ...each }) => ({ ...each, name: person.name }));
  return {
    team: people.filter(({ personId }) => still.has(personId)),
    teamLeft: people.filter(({ personId }) => !still.has(personId)).map(({ name }) => name),
  };
}

async function placeSessions(
  db: Db | Transaction,
  source: CopySource,
  weeks: number,
  team: CopyPlan["team"],
): Promise<CopiedSession[]> {
  const shifted = source.sessions.map((session) => {
    const starts = wallTimeIn(session.startsLocal);
    const period = {
      day: weeksLater(starts.slice(0, 10), weeks),
      from: starts.slice(11),
      to: wallTimeIn(session.endsLocal).slice(11),
    };
    return { session, period, times: decideTimes(period, source.timeZone) };
  });
  const instants = shifted.flatMap(({ times }) => (times.ok ? [times.value] : []));
  const taken = await loadOccupied(db, {
    roomIds: source.sessions.flatMap(({ roomId }) => roomId ?? []),
    personIds: team.map(({ personId }) => personId),
    from: new Date(Math.min(...instants.map(({ startsAt }) => +startsAt), 8e15)),
    until: new Date(Math.max(...instants.map(({ endsAt }) => +endsAt), 0) + DAY_MS),
  });
  return shifted.map(({ session, period, times }) => {
    const teaches = session.facilitators.filter(({ personId }) =>
      team.some((each) => each.personId === personId),
    );
    const collides = (roomId: string | null, facilitatorIds: string[]) =>
      times.ok &&
      findCollisions({ ...times.value, roomId, facilitatorIds }, taken.sessions, taken.absences).length > 0;
    const roomTaken = session.roomId !== null && collides(session.roomId, []);
    const busy = teaches.filter(({ personId }) => collides(null, [personId]));
    return {
      source: session,
      ...period,
      roomId: roomTaken ? "" : (session.roomId ?? ""),
      facilitatorIds: teaches.filter((each) => !busy.includes(each)).map(({ personId }) => personId),
      leftOut: [
        ...(roomTaken && session.room ? [`${session.room.venue.name}, ${session.room.name}`] : []),
        ...busy.map(({ person }) => person.name),
      ],
    };
  });
}

/**
 * A cohort repeated from about `firstDay` on: every date moves by the same whole number of weeks, wall times stay, whatever the
 * clocks do in between. Rooms and people that are taken then, or are no longer the provider's, are left out. Null where there is
 * no such cohort. The number of statements does not depend on its sessions.
 */
export async function planCopy(
  db: Db | Transaction,
  cohortId: string,
  firstDay: string,
  now: Date,
): Promise<CopyPlan | null> {
  const source = await db.cohort.findUnique({ where: { id: cohortId }, select: copySource });
  if (!source) return null;
  const weeks = weeksBetween(column(source.startsOn), firstDay);
  const { team, teamLeft } = await teamOf(db, source, now);
  return {
    source,
    weeks,
    startsOn: weeksLater(column(source.startsOn), weeks),
    endsOn: weeksLater(column(source.endsOn), weeks),
    deadlineOn: weeksLater(dayOf(source.applicationDeadline, source.timeZone), weeks),
    team,
    teamLeft,
    sessions: await placeSessions(db, source, weeks, team),
  };
}
