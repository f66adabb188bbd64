import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist, RefusalError, refuse } from "@/lib/core/decision";
import { changeOf } from "../facts/change-of";
import type { LoadedSession } from "../facts/loaded-session";
import { toldPlan } from "../facts/told-plan";
import type { SessionChange } from "../rules/news";
import { decideEditingSession } from "../rules/planning";
import { decideTimes, type SessionTimes, wallColumn } from "../rules/times";
import { checkCollisions } from "./check-collisions";
import { tellChanges } from "./tell-changes";

/** Where one session goes: wall times in its own zone. `version` is the row as it was read. */
export type Move = {
  readonly sessionId: string;
  readonly version: number;
  readonly day: string;
  readonly from: string;
  readonly to: string;
};

type Placed = { readonly session: LoadedSession; readonly move: Move; readonly times: SessionTimes };

const isElsewhere = ({ session, times }: Placed) =>
  session.startsAt.getTime() !== times.startsAt.getTime() ||
  session.endsAt.getTime() !== times.endsAt.getTime();

function place(sessions: readonly LoadedSession[], moves: readonly Move[]): Placed[] {
  return moves.map((move) => {
    const session = sessions.find(({ id }) => id === move.sessionId);
    if (!session) throw new RefusalError({ code: "notFound" });
    insist(decideEditingSession(session.cohort.state, session.state));
    return { session, move, times: insist(decideTimes(move, session.timeZone)) };
  });
}

async function write(work: Work, { session, move, times }: Placed): Promise<SessionChange> {
  const { startsAt, endsAt } = times;
  const { count } = await work.tx.session.updateMany({
    where: { id: session.id, version: move.version, state: session.state },
    data: {
      startsLocal: wallColumn(times.startsLocal),
      endsLocal: wallColumn(times.endsLocal),
      startsAt,
      endsAt,
      version: { increment: 1 },
      sequence: session.sequence + 1,
      placedSequence: session.sequence + 1,
    },
  });
  if (count === 0) insist(refuse("conflict"));
  await work.audit({
    stream: `cohort:${session.cohortId}`,
    action: "session.moved",
    entity: "session",
    entityId: session.id,
    detail: {
      before: { startsAt: session.startsAt.toISOString(), endsAt: session.endsAt.toISOString() },
      after: { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
    },
  });
  return changeOf(session, {
    kind: "moved",
    sequence: session.sequence + 1,
    after: toldPlan({ ...session, startsAt, endsAt }),
  });
}

/**
 * Moves sessions in one planning act, all or none: they may change places with each other, since rooms and people are looked at
 * as they will be. Everybody concerned is told once of everything that moves for them. Refused as `session.notMoved` where
 * nothing would. Returns how many people were told.
 */
export async function moveSessions(
  work: Work,
  sessions: readonly LoadedSession[],
  moves: readonly Move[],
): Promise<number> {
  const placed = place(sessions, moves).filter(isElsewhere);
  if (placed.length === 0) insist(refuse("session.notMoved"));
  await checkCollisions(
    work,
    placed.map(({ session, times }) => ({
      ...times,
      timeZone: session.timeZone,
      roomId: session.roomId,
      facilitatorIds: session.facilitators.map(({ personId }) => personId),
      sessionId: session.id,
    })),
  );
  // On the way two may stand on the same place; the constraints look at the end of the act, inside this transaction.
  await work.tx.$executeRaw`SET CONSTRAINTS session_room_once, session_facilitator_once DEFERRED`;
  const changes: SessionChange[] = [];
  for (const each of placed) changes.push(await write(work, each));
  await work.tx.$executeRaw`SET CONSTRAINTS session_room_once, session_facilitator_once IMMEDIATE`;
  return tellChanges(work, changes);
}
