"use server";
import { organisationsAs } from "@/lib/auth/acting";
import { action } from "@/lib/auth/action";
import { mayActForProvider, mayActForProviders } from "@/lib/auth/policy/providers";
import { loadCohort } from "@/lib/cohorts/facts/load-cohort";
import { addRoom } from "./commands/add-room";
import { addSessions } from "./commands/add-session";
import { addSessionRow } from "./commands/add-session-row";
import { changeSessionState, removeSession } from "./commands/change-session-state";
import { editSession } from "./commands/edit-session";
import { moveSessions } from "./commands/move-sessions";
import { setObligations } from "./commands/set-obligations";
import { loadSession, loadSessions } from "./facts/load-session";
import {
  addRoomInput,
  addSessionInput,
  addSessionRowInput,
  editSessionInput,
  moveSessionsInput,
  sessionInput,
  setObligationsInput,
} from "./schema";

/** Staff add a session to a cohort. */
export const addSessionAction = action({
  name: "session.add",
  permission: "session.manage",
  input: addSessionInput,
  load: (work, { cohortId }) => loadCohort(work, cohortId),
  policy: mayActForProvider,
  run: async (work, cohort, { cohortId: _, ...content }) => {
    await addSessions(work, cohort, [content]);
    return { message: "cohorts.sessions.added", redirectTo: `/staff/cohorts/${cohort.id}/sessions` };
  },
});

/** Staff add several sessions in a pattern. */
export const addSessionRowAction = action({
  name: "session.addRow",
  permission: "session.manage",
  input: addSessionRowInput,
  load: (work, { cohortId }) => loadCohort(work, cohortId),
  policy: mayActForProvider,
  run: async (work, cohort, { cohortId: _, ...row }) => {
    await addSessionRow(work, cohort, row);
    return { message: "cohorts.sessions.rowAdded", redirectTo: `/staff/cohorts/${cohort.id}/sessions` };
  },
});

/** Staff change a session. */
export const editSessionAction = action({
  name: "session.edit",
  permission: "session.manage",
  input: editSessionInput,
  load: (work, { sessionId }) => loadSession(work, sessionId),
  policy: mayActForProvider,
  run: async (work, session, { sessionId: _, version, obligations, ...content }) => {
    await editSession(work, session, version, content, obligations);
    return {
      message: "cohorts.sessions.saved",
      redirectTo: `/staff/cohorts/${session.cohortId}/sessions/${session.id}`,
    };
  },
});

/** Staff move several sessions in one act. */
export const moveSessionsAction = action({
  name: "session.move",
  permission: "session.manage",
  input: moveSessionsInput,
  load: (work, { moves }) =>
    loadSessions(
      work,
      moves.map(({ sessionId }) => sessionId),
    ),
  policy: mayActForProviders,
  run: async (work, sessions, { moves }) => {
    await moveSessions(work, sessions, moves);
    const [first] = [...moves].sort((a, b) => a.day.localeCompare(b.day));
    return { message: "planning.move.done", redirectTo: `/staff/plan?day=${first?.day ?? ""}` };
  },
});

/** Staff say who has to come to several sessions. */
export const setObligationsAction = action({
  name: "session.setObligations",
  permission: "session.manage",
  input: setObligationsInput,
  load: (work, { sessionIds }) => loadSessions(work, sessionIds),
  policy: mayActForProviders,
  run: async (work, sessions, { subject, obligation }) => {
    await setObligations(work, sessions, { ...subject, obligation });
    return {
      message: "cohorts.obligations.saved",
      redirectTo: `/staff/cohorts/${sessions[0]?.cohortId}/sessions/obligations`,
    };
  },
});

/** Staff confirm a planned session. */
export const confirmSessionAction = action({
  name: "session.confirm",
  permission: "session.manage",
  input: sessionInput,
  load: (work, { sessionId }) => loadSession(work, sessionId),
  policy: mayActForProvider,
  run: async (work, session, { version }) => {
    await changeSessionState(work, session, version, "confirmed");
    return { message: "cohorts.sessions.confirmed" };
  },
});

/** Staff note that a session was held. */
export const holdSessionAction = action({
  name: "session.hold",
  permission: "session.manage",
  input: sessionInput,
  load: (work, { sessionId }) => loadSession(work, sessionId),
  policy: mayActForProvider,
  run: async (work, session, { version }) => {
    await changeSessionState(work, session, version, "held");
    return { message: "cohorts.sessions.held" };
  },
});

/** Staff cancel a session. */
export const cancelSessionAction = action({
  name: "session.cancel",
  permission: "session.manage",
  input: sessionInput,
  load: (work, { sessionId }) => loadSession(work, sessionId),
  policy: mayActForProvider,
  run: async (work, session, { version }) => {
    await changeSessionState(work, session, version, "cancelled");
    return {
      message: "cohorts.sessions.cancelled",
      redirectTo: `/staff/cohorts/${session.cohortId}/sessions`,
    };
  },
});

/** Staff take a planned session of a draft cohort away. */
export const removeSessionAction = action({
  name: "session.remove",
  permission: "session.manage",
  input: sessionInput,
  load: (work, { sessionId }) => loadSession(work, sessionId),
  policy: mayActForProvider,
  run: async (work, session, { version }) => {
    await removeSession(work, session, version);
    return {
      message: "cohorts.sessions.removed",
      redirectTo: `/staff/cohorts/${session.cohortId}/sessions`,
    };
  },
});

/** Staff add a room of their provider. */
export const addRoomAction = action({
  name: "room.add",
  permission: "session.manage",
  input: addRoomInput,
  load: async ({ acting }, { providerId }) =>
    organisationsAs(acting, "staff").includes(providerId) ? { providerId } : null,
  policy: mayActForProvider,
  run: async (work, { providerId }, { providerId: _, ...room }) => {
    await addRoom(work, providerId, room);
    return { message: "cohorts.rooms.added" };
  },
});
