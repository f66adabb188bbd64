import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist, refuse } from "@/lib/core/decision";
import { decideEditingSession, movesWhereabouts, type Whereabouts } from "../rules/planning";
import { decideTimes, wallColumn } from "../rules/times";
import { insistOwnMeans, type SessionContent } from "./add-session";
import { checkCollisions } from "./check-collisions";
import type { LoadedSession } from "./load-session";
import { tellParticipants } from "./tell-participants";
import { type ObligationChoice, writeObligations } from "./write-obligations";

/** Facilitators as they should be; those who stay are left alone, so that their history is. */
async function replaceFacilitators(
  work: Work,
  session: LoadedSession,
  personIds: readonly string[],
): Promise<void> {
  const before = session.facilitators.map((each) => each.personId);
  await work.tx.sessionFacilitator.deleteMany({
    where: { sessionId: session.id, personId: { notIn: [...personIds] } },
  });
  const added = personIds.filter((personId) => !before.includes(personId));
  if (added.length === 0) return;
  // The period is copied from the session by trigger; what stands here only fills the columns.
  const period = { startsAt: session.startsAt, endsAt: session.endsAt };
  await work.tx.sessionFacilitator.createMany({
    data: added.map((personId) => ({ sessionId: session.id, personId, ...period })),
  });
}

/** Tells participants and facilitators the new time and place, in words. */
async function tellMove(work: Work, session: LoadedSession, after: Whereabouts): Promise<void> {
  const room = await work.tx.room.findFirst({
    where: { id: { in: after.roomId ? [after.roomId] : [] } },
    select: { name: true, venue: { select: { name: true } } },
  });
  const place = room ? `${room.venue.name}, ${room.name}` : (after.place ?? "");
  const { startsAt, endsAt } = after;
  await tellParticipants(work, session, { kind: "moved", startsAt, endsAt, place });
}

/**
 * Changes a session, as long as it is the one that was read (`version`). Where time or place changes, SEQUENCE rises, so that
 * calendars take it over (RFC 5545); the UID stays. Facilitators leave before it moves: who is taken off does not collide.
 */
export async function editSession(
  work: Work,
  session: LoadedSession,
  version: number,
  content: SessionContent,
  obligations: readonly ObligationChoice[],
): Promise<void> {
  insist(decideEditingSession(session.cohort.state, session.state));
  await insistOwnMeans(work, { id: session.cohortId, providerId: session.providerId }, content);
  const times = insist(decideTimes(content, session.timeZone));
  const facilitatorIds = [...new Set(content.facilitatorIds)];
  const after = {
    startsAt: times.startsAt,
    endsAt: times.endsAt,
    roomId: content.roomId || null,
    place: content.place || null,
    link: content.link || null,
  };
  await checkCollisions(work, { ...after, facilitatorIds, sessionId: session.id });
  const moves = movesWhereabouts(session, after);
  await work.tx.sessionFacilitator.deleteMany({
    where: { sessionId: session.id, personId: { notIn: facilitatorIds } },
  });
  const { count } = await work.tx.session.updateMany({
    where: { id: session.id, version, state: session.state },
    data: {
      ...after,
      theme: content.theme,
      description: content.description,
      format: content.format,
      contentOpen: content.contentOpen,
      startsLocal: wallColumn(times.startsLocal),
      endsLocal: wallColumn(times.endsLocal),
      version: { increment: 1 },
      ...(moves && { sequence: { increment: 1 } }),
    },
  });
  if (count === 0) insist(refuse("conflict"));
  await replaceFacilitators(work, session, facilitatorIds);
  await writeObligations(work, session.id, session.cohortId, obligations);
  if (moves) await tellMove(work, { ...session, theme: content.theme }, after);
  await work.audit({
    stream: `cohort:${session.cohortId}`,
    action: moves ? "session.moved" : "session.edited",
    entity: "session",
    entityId: session.id,
    detail: {
      before: { startsAt: session.startsAt.toISOString(), endsAt: session.endsAt.toISOString() },
      after: { startsAt: after.startsAt.toISOString(), endsAt: after.endsAt.toISOString() },
      facilitatorIds,
    },
  });
}
