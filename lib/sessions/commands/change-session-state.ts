import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist, refuse } from "@/lib/core/decision";
import { changeOf } from "../facts/change-of";
import type { LoadedSession } from "../facts/loaded-session";
import { decideRemoving, decideSessionState } from "../rules/planning";
import { tellChanges } from "./tell-changes";

const factsOf = (session: LoadedSession) => ({
  cohortState: session.cohort.state,
  state: session.state,
  startsAt: session.startsAt,
  facilitators: session.facilitators.length,
  hasPlace: Boolean(session.roomId || session.place || session.link),
});

/** Confirms a session, marks it as held, or cancels it; SEQUENCE rises with a cancellation (RFC 5546 3.2.5). */
export async function changeSessionState(
  work: Work,
  session: LoadedSession,
  version: number,
  to: "confirmed" | "held" | "cancelled",
): Promise<void> {
  insist(decideSessionState(factsOf(session), to, work.now));
  const { count } = await work.tx.session.updateMany({
    where: { id: session.id, version, state: session.state },
    data: { state: to, version: { increment: 1 }, ...(to === "cancelled" && { sequence: { increment: 1 } }) },
  });
  if (count === 0) insist(refuse("conflict"));
  if (to === "cancelled")
    await tellChanges(work, [changeOf(session, { kind: "cancelled", sequence: session.sequence + 1 })]);
  await work.audit({
    stream: `cohort:${session.cohortId}`,
    action: `session.${to}`,
    entity: "session",
    entityId: session.id,
    detail: { from: session.state, to },
  });
}

/** Takes a planned session of a draft cohort away, as if it had never been: nobody outside the staff has seen it. */
export async function removeSession(work: Work, session: LoadedSession, version: number): Promise<void> {
  insist(decideRemoving(session.cohort.state, session.state));
  const { count } = await work.tx.session.deleteMany({
    where: { id: session.id, version, state: "planned" },
  });
  if (count === 0) insist(refuse("conflict"));
  await work.audit({
    stream: `cohort:${session.cohortId}`,
    action: "session.removed",
    entity: "session",
    entityId: session.id,
    detail: { startsAt: session.startsAt.toISOString() },
  });
}
