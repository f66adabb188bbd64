import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist, refuse } from "@/lib/core/decision";
import { changeOf } from "../facts/change-of";
import type { LoadedSession } from "../facts/loaded-session";
import { roomSelect, toldPlan } from "../facts/told-plan";
import { sameObligations } from "../rules/obligations";
import { decideEditingSession, movesWhereabouts, type Whereabouts } from "../rules/planning";
import { decideTimes, wallColumn } from "../rules/times";
import { insistOwnMeans, type SessionContent } from "./add-session";
import { checkCollisions } from "./check-collisions";
import { tellChanges } from "./tell-changes";
import { type ObligationChoice, rowsOf, writeObligations } from "./write-obligations";

/** Facilitators as they should be; those who stay are left alone, so that their history is. */
async function replaceFacilitators(
  work: Work,
  session: LoadedSession,
  personIds: readonly string[],
): Promise<void> {
  const before = session.facilitators.map((each) => each.personId);
  const added = personIds.filter((personId) => !before.includes(personId));
  if (added.length === 0) return;
  // The period is copied from the session by trigger; what stands here only fills the columns.
  const period = { startsAt: session.startsAt, endsAt: session.endsAt };
  await work.tx.sessionFacilitator.createMany({
    data: added.map((personId) => ({ sessionId: session.id, personId, ...period })),
  });
}

type Edit = {
  readonly content: SessionContent;
  readonly after: Whereabouts;
  readonly facilitatorIds: readonly string[];
  readonly moves: boolean;
  /** Whether somebody else is asked to come than before, or to teach. */
  readonly asksOthers: boolean;
};

/** Tells whoever is concerned: of a new time or place, of teaching it or coming to it, or not any more; of new words nobody. */
async function tellEdit(work: Work, session: LoadedSession, edit: Edit): Promise<void> {
  const { after, facilitatorIds, moves, asksOthers, content } = edit;
  if (!moves && !asksOthers) return;
  const room = after.roomId
    ? await work.tx.room.findUnique({ where: { id: after.roomId }, ...roomSelect })
    : null;
  const change = changeOf(session, {
    kind: moves ? "moved" : "team",
    sequence: session.sequence + 1,
    theme: content.theme,
    after: toldPlan({ ...after, room }),
    facilitatorIds,
    obligationsBefore: session.obligations,
  });
  await tellChanges(work, [change]);
}

async function writeEdit(
  work: Work,
  session: LoadedSession,
  version: number,
  { content, after, moves, asksOthers }: Edit,
): Promise<void> {
  const times = insist(decideTimes(content, session.timeZone));
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
      ...((moves || asksOthers) && { sequence: session.sequence + 1 }),
      ...(moves && { placedSequence: session.sequence + 1 }),
    },
  });
  if (count === 0) insist(refuse("conflict"));
}

/**
 * Changes a session, as long as it is the one that was read (`version`). Where time or place changes, or who is to come, SEQUENCE
 * rises, so that calendars take it over (RFC 5545); the UID stays. Facilitators leave before it moves: who is taken off does not collide.
 */
export async function editSession(
  work: Work,
  session: LoadedSession,
  version: number,
  content: SessionContent,
  obligations: readonly ObligationChoice[],
): Promise<void> {
  insist(decideEditingSession(session.cohort.state, session.state));
  const facilitatorIds = [...new Set(content.facilitatorIds)];
  const cohort = { id: session.cohortId, providerId: session.providerId };
  await insistOwnMeans(work, cohort, { roomIds: [content.roomId], facilitatorIds });
  const times = insist(decideTimes(content, session.timeZone));
  const after = {
    startsAt: times.startsAt,
    endsAt: times.endsAt,
    roomId: content.roomId || null,
    place: content.place || null,
    link: content.link || null,
  };
  const wanted = { ...after, timeZone: session.timeZone, facilitatorIds, sessionId: session.id };
  await checkCollisions(work, [wanted]);
  const taught = session.facilitators.map(({ personId }) => personId);
  const sameTeam =
    taught.length === facilitatorIds.length && taught.every((each) => facilitatorIds.includes(each));
  const asksOthers = !sameTeam || !sameObligations(session.obligations, rowsOf(obligations));
  const edit = { content, after, facilitatorIds, moves: movesWhereabouts(session, after), asksOthers };
  await work.tx.sessionFacilitator.deleteMany({
    where: { sessionId: session.id, personId: { notIn: facilitatorIds } },
  });
  await writeEdit(work, session, version, edit);
  await replaceFacilitators(work, session, facilitatorIds);
  await writeObligations(work, session.id, session.cohortId, obligations);
  await tellEdit(work, session, edit);
  await work.audit({
    stream: `cohort:${session.cohortId}`,
    action: edit.moves ? "session.moved" : "session.edited",
    entity: "session",
    entityId: session.id,
    detail: {
      before: { startsAt: session.startsAt.toISOString(), endsAt: session.endsAt.toISOString() },
      after: { startsAt: after.startsAt.toISOString(), endsAt: after.endsAt.toISOString() },
      facilitatorIds,
    },
  });
}
