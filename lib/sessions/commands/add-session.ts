import "server-only";
import { randomUUID } from "node:crypto";
import type { Work } from "@/lib/auth/work";
import type { LoadedCohort } from "@/lib/cohorts/facts/load-cohort";
import { insist, refuse } from "@/lib/core/decision";
import type { SessionFormat } from "@/lib/db/generated/enums";
import { roomSelect, toldPlan } from "../facts/told-plan";
import type { SessionChange } from "../rules/news";
import { decidePlanning } from "../rules/planning";
import { decideTimes, type SessionTimes, wallColumn } from "../rules/times";
import { checkCollisions } from "./check-collisions";
import { tellChanges } from "./tell-changes";
import { type ObligationChoice, writeObligations } from "./write-obligations";

/** What a session is. An empty room, place or link means none. */
export type SessionContent = {
  readonly theme: string;
  readonly description: string;
  readonly format: SessionFormat;
  readonly contentOpen: boolean;
  readonly day: string;
  readonly from: string;
  readonly to: string;
  readonly roomId: string;
  readonly place: string;
  readonly link: string;
  readonly facilitatorIds: readonly string[];
};

/** A session to be added, with who has to come. */
export type NewSession = SessionContent & { readonly obligations: readonly ObligationChoice[] };

const MOST_SESSIONS = 200;

/** Refuses a room of another provider, and somebody who is not on the cohort's team. */
export async function insistOwnMeans(
  work: Work,
  cohort: { readonly id: string; readonly providerId: string },
  means: { readonly roomIds: readonly string[]; readonly facilitatorIds: readonly string[] },
): Promise<void> {
  const roomIds = [...new Set(means.roomIds.filter(Boolean))];
  if (roomIds.length > 0) {
    const rooms = await work.tx.room.count({
      where: { id: { in: roomIds }, venue: { providerId: cohort.providerId } },
    });
    if (rooms < roomIds.length) insist(refuse("session.roomUnknown", undefined, "roomId"));
  }
  const wanted = new Set(means.facilitatorIds);
  const team = await work.tx.cohortFacilitator.count({
    where: { cohortId: cohort.id, personId: { in: [...wanted] } },
  });
  if (team < wanted.size) insist(refuse("session.notOnTeam", undefined, "facilitatorIds"));
}

type Timed = NewSession & { readonly times: SessionTimes; readonly id: string; readonly icalUid: string };

function columnsOf(cohort: LoadedCohort, session: Timed, position: number) {
  const { theme, description, format, contentOpen, roomId, place, link, times } = session;
  return {
    id: session.id,
    cohortId: cohort.id,
    position,
    theme,
    description,
    format,
    contentOpen,
    startsLocal: wallColumn(times.startsLocal),
    endsLocal: wallColumn(times.endsLocal),
    timeZone: cohort.timeZone,
    startsAt: times.startsAt,
    endsAt: times.endsAt,
    roomId: roomId || null,
    place: place || null,
    link: link || null,
    icalUid: session.icalUid,
  };
}

async function writeSessions(work: Work, cohort: LoadedCohort, sessions: readonly Timed[]): Promise<void> {
  const last = await work.tx.session.aggregate({ where: { cohortId: cohort.id }, _max: { position: true } });
  const first = (last._max.position ?? 0) + 1;
  if (first + sessions.length - 1 > MOST_SESSIONS)
    insist(refuse("session.tooMany", { count: MOST_SESSIONS }));
  await work.tx.session.createMany({
    data: sessions.map((session, index) => columnsOf(cohort, session, first + index)),
  });
  await work.tx.sessionFacilitator.createMany({
    data: sessions.flatMap(({ id, times, facilitatorIds }) =>
      [...new Set(facilitatorIds)].map((personId) => ({
        sessionId: id,
        personId,
        startsAt: times.startsAt,
        endsAt: times.endsAt,
      })),
    ),
  });
}

/** What was added, as people are told it. */
async function asAdded(
  work: Work,
  cohort: LoadedCohort,
  sessions: readonly Timed[],
): Promise<SessionChange[]> {
  const rooms = await work.tx.room.findMany({
    where: { id: { in: sessions.flatMap(({ roomId }) => roomId || []) } },
    select: { id: true, ...roomSelect.select },
  });
  return sessions.map(({ id, theme, times, place, link, roomId, icalUid, facilitatorIds }) => ({
    kind: "added",
    session: { id, cohortId: cohort.id, theme, timeZone: cohort.timeZone, icalUid, sequence: 0 },
    cohort: { name: cohort.name, state: cohort.state },
    before: null,
    after: toldPlan({ ...times, place, link, room: rooms.find((room) => room.id === roomId) ?? null }),
    facilitatorsBefore: [],
    facilitatorsAfter: [...new Set(facilitatorIds)],
  }));
}

/**
 * Adds planned sessions to a cohort in one planning act, all or none; returns their ids. Their place in the order is the last;
 * sessions are shown by time. Where the cohort is announced, everybody concerned is told once of all of them.
 */
export async function addSessions(
  work: Work,
  cohort: LoadedCohort,
  contents: readonly NewSession[],
): Promise<string[]> {
  insist(decidePlanning(cohort.state));
  await insistOwnMeans(work, cohort, {
    roomIds: contents.map(({ roomId }) => roomId),
    facilitatorIds: contents.flatMap(({ facilitatorIds }) => facilitatorIds),
  });
  const sessions = contents.map(
    (content): Timed => ({
      ...content,
      times: insist(decideTimes(content, cohort.timeZone)),
      id: randomUUID(),
      // A random UUID is unique for good, and says nothing (RFC 7986 5.3).
      icalUid: randomUUID(),
    }),
  );
  await checkCollisions(
    work,
    sessions.map(({ times, roomId, facilitatorIds }) => ({
      ...times,
      timeZone: cohort.timeZone,
      roomId: roomId || null,
      facilitatorIds,
      sessionId: null,
    })),
  );
  await writeSessions(work, cohort, sessions);
  for (const { id, times, roomId, facilitatorIds, obligations } of sessions) {
    await writeObligations(work, id, cohort.id, obligations);
    await work.audit({
      stream: `cohort:${cohort.id}`,
      action: "session.planned",
      entity: "session",
      entityId: id,
      detail: {
        startsAt: times.startsAt.toISOString(),
        endsAt: times.endsAt.toISOString(),
        roomId: roomId || null,
        facilitatorIds: [...facilitatorIds],
      },
    });
  }
  await tellChanges(work, await asAdded(work, cohort, sessions));
  return sessions.map(({ id }) => id);
}
