import { type Db, database } from "@/lib/db/client";
import {
  addRoomAction,
  addSessionAction,
  addSessionRowAction,
  cancelSessionAction,
  confirmSessionAction,
  editSessionAction,
  holdSessionAction,
  removeSessionAction,
  setObligationsAction,
} from "@/lib/sessions/actions";
import { getSession } from "@/lib/sessions/queries/get-session";
import { listCohortSessions } from "@/lib/sessions/queries/list-cohort-sessions";
import { listRooms } from "@/lib/sessions/queries/list-rooms";
import { listUpcomingSessions } from "@/lib/sessions/queries/list-upcoming-sessions";
import { makeSession } from "../../factories/cohorts";
import { inDays } from "../../factories/unique";
import type { World } from "../../factories/world";
import type { ActionRow, QueryRow } from "../row";

const staff = ["staff", "colleagueStaff"] as const;

const content = {
  theme: "Tema",
  description: "",
  format: "course_day",
  day: "2031-05-14",
  from: "09:00",
  to: "16:00",
  roomId: "",
  place: "Odense",
  link: "",
};

let made = 0;

/** A session of its own at a time of its own, `days` from now or further: rows and repeated calls do not disturb each other. */
async function sessionOfItsOwn(
  db: Db,
  cohortId: string,
  state: "planned" | "confirmed",
  facilitatorIds: string[],
  days: number,
) {
  const startsAt = inDays(days + Math.sign(days) * made++);
  const session = await makeSession(db, { cohortId, state, facilitatorIds, startsAt });
  return { sessionId: session.id, version: String(session.version) };
}
const running = ({ own }: World) => own.cohorts.running.id;
const draft = ({ own }: World) => own.cohorts.draft.id;
const facilitator = ({ own }: World) => own.people.facilitator.id;

export const actionRows: readonly ActionRow[] = [
  {
    action: setObligationsAction,
    input: async (world, db) => {
      const { sessionId } = await sessionOfItsOwn(db, draft(world), "planned", [], 40);
      return { sessionIds: [sessionId], subject: "role:politician", obligation: "not_expected" };
    },
    allowed: staff,
  },
  { action: addSessionAction, input: (world) => ({ cohortId: draft(world), ...content }), allowed: staff },
  {
    action: addSessionRowAction,
    input: (world) => ({
      cohortId: draft(world),
      themes: "Et\nTo",
      count: "",
      firstDay: "2031-05-14",
      everyWeeks: "1",
      skipWeeks: "",
      from: "09:00",
      to: "16:00",
      format: "workshop",
      roomId: "",
      place: "Odense",
      link: "",
    }),
    allowed: staff,
  },
  {
    action: editSessionAction,
    input: async (world, db) => ({
      ...(await sessionOfItsOwn(db, draft(world), "planned", [], 40)),
      ...content,
    }),
    allowed: staff,
  },
  {
    action: confirmSessionAction,
    input: (world, db) => sessionOfItsOwn(db, running(world), "planned", [facilitator(world)], 50),
    allowed: staff,
  },
  {
    action: holdSessionAction,
    input: (world, db) => sessionOfItsOwn(db, running(world), "confirmed", [facilitator(world)], -50),
    allowed: staff,
  },
  {
    action: cancelSessionAction,
    input: (world, db) => sessionOfItsOwn(db, running(world), "planned", [], 60),
    allowed: staff,
  },
  {
    action: removeSessionAction,
    input: (world, db) => sessionOfItsOwn(db, draft(world), "planned", [], 70),
    allowed: staff,
  },
  {
    action: addRoomAction,
    input: ({ own }) => ({
      providerId: own.provider.id,
      venueId: "",
      venueName: "Læringshuset",
      address: "",
      city: "Odense",
      roomName: "Atriet",
    }),
    allowed: staff,
  },
];

export const queryRows: readonly QueryRow[] = [
  {
    query: "sessions/queries/list-cohort-sessions",
    permission: "session.manage",
    call: (acting, { own }) => listCohortSessions(acting, own.cohorts.running.id),
    allowed: staff,
  },
  {
    query: "sessions/queries/get-session",
    permission: "session.manage",
    call: (acting, { own }) => getSession(acting, own.sessions.planned.id),
    allowed: staff,
  },
  {
    query: "sessions/queries/list-upcoming-sessions",
    permission: "session.manage",
    call: (acting) => listUpcomingSessions(acting, inDays(0), inDays(100)),
    allowed: staff,
    shows: (answer, { own }) => JSON.stringify(answer ?? null).includes(own.sessions.planned.id),
  },
  {
    query: "sessions/queries/list-rooms",
    permission: "session.manage",
    call: async (acting, { own }) => {
      if ((await database().venue.count({ where: { providerId: own.provider.id } })) === 0)
        await database().venue.create({
          data: { providerId: own.provider.id, name: "Huset", address: "", city: "Odense" },
        });
      return listRooms(acting, [own.provider.id]);
    },
    allowed: staff,
  },
];
