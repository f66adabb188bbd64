import "server-only";
import { randomUUID } from "node:crypto";
import type { Work } from "@/lib/auth/work";
import type { LoadedCohort } from "@/lib/cohorts/facts/load-cohort";
import { insist, refuse } from "@/lib/core/decision";
import type { SessionFormat } from "@/lib/db/generated/enums";
import { patternDays } from "../rules/pattern";
import { decidePlanning } from "../rules/planning";
import { decideTimes, wallColumn } from "../rules/times";
import { checkCollisions } from "./check-collisions";
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

const MOST_SESSIONS = 200;

/** Refuses a room of another provider, and somebody who is not on the cohort's team. */
export async function insistOwnMeans(
  work: Work,
  cohort: { readonly id: string; readonly providerId: string },
  means: Pick<SessionContent, "roomId" | "facilitatorIds">,
): Promise<void> {
  if (means.roomId) {
    const rooms = await work.tx.room.count({
      where: { id: means.roomId, venue: { providerId: cohort.providerId } },
    });
    if (rooms === 0) insist(refuse("session.roomUnknown", undefined, "roomId"));
  }
  const wanted = new Set(means.facilitatorIds);
  const team = await work.tx.cohortFacilitator.count({
    where: { cohortId: cohort.id, personId: { in: [...wanted] } },
  });
  if (team < wanted.size) insist(refuse("session.notOnTeam", undefined, "facilitatorIds"));
}

async function nextPosition(work: Work, cohortId: string): Promise<number> {
  const last = await work.tx.session.aggregate({ where: { cohortId }, _max: { position: true } });
  return (last._max.position ?? 0) + 1;
}

/** Adds a planned session to a cohort; returns its id. Its place in the order is the last; sessions are shown by time. */
export async function addSession(
  work: Work,
  cohort: LoadedCohort,
  content: SessionContent,
  obligations: readonly ObligationChoice[],
): Promise<string> {
  insist(decidePlanning(cohort.state));
  await insistOwnMeans(work, cohort, content);
  const times = insist(decideTimes(content, cohort.timeZone));
  const position = await nextPosition(work, cohort.id);
  if (position > MOST_SESSIONS) insist(refuse("session.tooMany", { count: MOST_SESSIONS }));
  const facilitatorIds = [...new Set(content.facilitatorIds)];
  const roomId = content.roomId || null;
  await checkCollisions(work, { ...times, roomId, facilitatorIds, sessionId: null });
  const { id } = await work.tx.session.create({
    data: {
      cohortId: cohort.id,
      position,
      theme: content.theme,
      description: content.description,
      format: content.format,
      contentOpen: content.contentOpen,
      startsLocal: wallColumn(times.startsLocal),
      endsLocal: wallColumn(times.endsLocal),
      timeZone: cohort.timeZone,
      startsAt: times.startsAt,
      endsAt: times.endsAt,
      roomId,
      place: content.place || null,
      link: content.link || null,
      // A random UUID is unique for good, and says nothing (RFC 7986 5.3).
      icalUid: randomUUID(),
      facilitators: {
        create: facilitatorIds.map((personId) => ({
          personId,
          startsAt: times.startsAt,
          endsAt: times.endsAt,
        })),
      },
    },
    select: { id: true },
  });
  await writeObligations(work, id, cohort.id, obligations);
  await work.audit({
    stream: `cohort:${cohort.id}`,
    action: "session.planned",
    entity: "session",
    entityId: id,
    detail: {
      startsAt: times.startsAt.toISOString(),
      endsAt: times.endsAt.toISOString(),
      roomId,
      facilitatorIds,
    },
  });
  return id;
}

/** A row of sessions: one per theme, on the days of a pattern. */
export type SessionRow = Omit<SessionContent, "theme" | "day" | "description" | "contentOpen"> & {
  readonly themes: readonly string[];
  readonly firstDay: string;
  readonly everyWeeks: number;
  readonly skipWeeks: readonly number[];
};

/** Adds one session per theme, all or none; returns how many. What collides is refused with its day. */
export async function addSessionRow(work: Work, cohort: LoadedCohort, row: SessionRow): Promise<number> {
  const { themes, firstDay, everyWeeks, skipWeeks, ...same } = row;
  const days = insist(patternDays({ firstDay, everyWeeks, skipWeeks, count: themes.length }));
  for (const [index, theme] of themes.entries())
    await addSession(
      work,
      cohort,
      { ...same, theme, day: days[index] ?? firstDay, description: "", contentOpen: false },
      [],
    );
  return themes.length;
}
