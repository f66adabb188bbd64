import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleSessions } from "@/lib/auth/scope";
import type { Refusal } from "@/lib/core/decision";
import { database } from "@/lib/db/client";
import { countryOfZone, type HolidayKey, holidayOn } from "@/lib/holidays/rules/public-holidays";
import { changeOf } from "../facts/change-of";
import { findProblems } from "../facts/find-problems";
import { loadAudience } from "../facts/load-audience";
import { loadClashes, type ParticipantClash } from "../facts/load-clashes";
import { loadedSession } from "../facts/loaded-session";
import { toldPlan } from "../facts/told-plan";
import { isOutside } from "../rules/concerns";
import { type NewsKind, newsOf } from "../rules/news";
import { decideEditingSession } from "../rules/planning";
import { decideTimes, type WallPeriod } from "../rules/times";

/** A session that somebody means to move: wall times in its own zone. */
export type IntendedMove = WallPeriod & { readonly sessionId: string };

/** One move as it would be. */
export type PreviewedMove = IntendedMove & {
  readonly version: number;
  readonly theme: string;
  readonly cohortId: string;
  readonly cohort: string;
  readonly timeZone: string;
  readonly before: { readonly startsAt: Date; readonly endsAt: Date };
  /** Null where the time does not exist or makes no sense. */
  readonly after: { readonly startsAt: Date; readonly endsAt: Date } | null;
  /** Why it cannot be; null where it can. */
  readonly refusal: Refusal | null;
  readonly free: readonly WallPeriod[];
  readonly holiday: HolidayKey | null;
  /** The cohort's first and last day, where the new day is not between them. */
  readonly outside: { readonly startsOn: string; readonly endsOn: string } | null;
  readonly clashes: readonly ParticipantClash[];
};

/** What moving would mean: each move, and who would be told of how many of them. */
export type MovePreview = {
  readonly moves: readonly PreviewedMove[];
  readonly told: readonly { readonly name: string; readonly teaches: boolean; readonly kinds: NewsKind[] }[];
};

type Found = Awaited<ReturnType<typeof readSessions>>[number];

function readSessions(acting: Acting, ids: readonly string[]) {
  return database().session.findMany({
    where: { AND: [{ id: { in: [...ids] } }, visibleSessions(acting)] },
    select: loadedSession,
  });
}

function timesOf(session: Found, move: IntendedMove) {
  const editing = decideEditingSession(session.cohort.state, session.state);
  return editing.ok ? decideTimes(move, session.timeZone) : editing;
}

function outsideOf({ cohort }: Found, day: string): PreviewedMove["outside"] {
  const [startsOn = "", endsOn = ""] = [cohort.startsOn, cohort.endsOn].map((date) =>
    date.toISOString().slice(0, 10),
  );
  return isOutside(day, startsOn, endsOn) ? { startsOn, endsOn } : null;
}

async function toldOf(acting: Acting, moves: readonly { session: Found; after: PreviewedMove["after"] }[]) {
  const changes = moves.flatMap(({ session, after }) =>
    after
      ? [
          changeOf(session, {
            kind: "moved",
            sequence: session.sequence + 1,
            after: toldPlan({ ...session, ...after }),
          }),
        ]
      : [],
  );
  const news = newsOf(changes, await loadAudience(database(), changes), acting.personId);
  const people = await database().person.findMany({
    where: { id: { in: [...news.keys()] } },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });
  const teaching = new Set(changes.flatMap((change) => change.facilitatorsAfter));
  return people.map(({ id, name }) => ({
    name,
    teaches: teaching.has(id),
    kinds: (news.get(id) ?? []).map(({ kind }) => kind),
  }));
}

/** What moving sessions would mean, before anything is written; moves of sessions out of reach are left out. */
export async function previewMoves(
  acting: Acting,
  moves: readonly IntendedMove[],
  now: Date,
): Promise<MovePreview> {
  const sessions = await readSessions(
    acting,
    moves.map(({ sessionId }) => sessionId),
  );
  const meant = moves.flatMap((move) => {
    const session = sessions.find(({ id }) => id === move.sessionId);
    if (!session) return [];
    const times = timesOf(session, move);
    return [{ move, session, times, after: times.ok ? (times.value ?? null) : null }];
  });
  const possible = meant.flatMap((each) => (each.after ? [{ ...each, after: each.after }] : []));
  const problems = await findProblems(
    database(),
    acting,
    possible.map(({ session, after }) => ({
      ...after,
      timeZone: session.timeZone,
      roomId: session.roomId,
      facilitatorIds: session.facilitators.map(({ personId }) => personId),
      sessionId: session.id,
    })),
    now,
  );
  const clashes = await loadClashes(
    database(),
    acting,
    possible.map(({ session, after }) => ({ id: session.id, cohortId: session.cohortId, ...after })),
  );
  return {
    moves: meant.map(({ move, session, times, after }) => {
      const problem = problems[possible.findIndex((each) => each.session.id === session.id)] ?? null;
      return {
        ...move,
        version: session.version,
        theme: session.theme,
        cohortId: session.cohortId,
        cohort: session.cohort.name,
        timeZone: session.timeZone,
        before: { startsAt: session.startsAt, endsAt: session.endsAt },
        after,
        refusal: times.ok ? (problem?.refusal ?? null) : times.refusal,
        free: problem?.free ?? [],
        outside: outsideOf(session, move.day),
        holiday: holidayOn(move.day, countryOfZone(session.timeZone)),
        clashes: clashes.filter(({ sessionId }) => sessionId === session.id),
      };
    }),
    told: await toldOf(acting, possible),
  };
}
