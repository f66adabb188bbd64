import { answerInvitationAction, makeFeedAction, revokeFeedAction } from "@/lib/calendar/actions";
import { getFeed } from "@/lib/calendar/queries/get-feed";
import { getInvitation } from "@/lib/calendar/queries/get-invitation";
import { getMyFeed } from "@/lib/calendar/queries/get-my-feed";
import { listMyCalendar } from "@/lib/calendar/queries/list-my-calendar";
import { listSessionAnswers } from "@/lib/calendar/queries/list-session-answers";
import { sha256 } from "@/lib/core/hash";
import { pairId, signedToken } from "@/lib/core/signed-link";
import { database } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import type { World } from "../../factories/world";
import { everybody, everyPerson } from "../actors";
import type { ActionRow, QueryRow } from "../row";

const secret = process.env.PRAKSIS_SECRET ?? "";
const participant = ({ own }: World) => own.people.participant.id;

/** The link in the participant's invitation to a session to come. */
const link = (world: World) =>
  signedToken("calendar", pairId(world.own.sessions.confirmed.id, participant(world)), secret);

/** The address of the participant's own calendar, made on the way. */
async function feedToken(world: World, client: PrismaClient = database()): Promise<string> {
  const personId = participant(world);
  const there = await client.calendarFeed.findFirst({ where: { personId, revokedAt: null } });
  if (there) return signedToken("feed", there.id, secret);
  const id = crypto.randomUUID();
  const token = signedToken("feed", id, secret);
  await client.calendarFeed.create({
    data: { id, personId, tokenHash: sha256(token), createdAt: new Date() },
  });
  return token;
}

export const actionRows: readonly ActionRow[] = [
  {
    // The signed link is the authority, and it names whose answer it is: whoever is signed in makes no difference.
    action: answerInvitationAction,
    input: (world) => ({ token: link(world), answer: "accepted" }),
    allowed: everybody,
  },
  { action: makeFeedAction, input: () => ({}), allowed: everyPerson },
  {
    action: revokeFeedAction,
    input: async (world, client) => {
      await feedToken(world, client);
      return {};
    },
    allowed: ["participant"],
    refusedAs: Object.fromEntries(
      everyPerson.filter((name) => name !== "participant").map((name) => [name, "calendar.noFeed"]),
    ),
  },
];

export const queryRows: readonly QueryRow[] = [
  {
    query: "calendar/queries/get-feed",
    permission: "calendar.read",
    call: async (acting, world) => getFeed(acting, await feedToken(world), "http://127.0.0.1", new Date()),
    allowed: everybody,
  },
  {
    query: "calendar/queries/get-invitation",
    permission: "invitation.answer",
    call: (acting, world) => getInvitation(acting, link(world), secret),
    allowed: everybody,
  },
  {
    query: "calendar/queries/get-my-feed",
    permission: "calendar.manage",
    call: async (acting, world) => {
      await feedToken(world);
      return getMyFeed(acting, secret);
    },
    allowed: ["participant"],
  },
  {
    query: "calendar/queries/list-my-calendar",
    permission: "calendar.manage",
    // What is of the other world has other UIDs.
    call: async (acting, { own }) => {
      const { sessions, visits } = await listMyCalendar(acting, "http://127.0.0.1", new Date());
      return (
        sessions.some(({ cohort }) => Object.values(own.cohorts).some(({ name }) => name === cohort)) ||
        visits.some(({ uid }) => uid === own.mine.visit.icalUid)
      );
    },
    allowed: ["participant", "colleagueParticipant", "facilitator", "assessor"],
    shows: (answer) => answer === true,
  },
  {
    query: "calendar/queries/list-session-answers",
    permission: "session.manage",
    call: async (acting, world) => {
      const sessionId = world.own.sessions.confirmed.id;
      await database().calendarAnswer.createMany({
        data: [
          {
            personId: participant(world),
            sessionId,
            answer: "accepted",
            sequence: 0,
            channel: "link",
            answeredAt: new Date(),
          },
        ],
        skipDuplicates: true,
      });
      return listSessionAnswers(acting, sessionId);
    },
    allowed: ["staff", "colleagueStaff"],
  },
];
