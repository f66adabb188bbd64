import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import type { PrismaClient } from "@/lib/db/generated/client";
import type { SessionNews } from "@/lib/mail/session-mails";
import { cancelSessionAction, moveSessionsAction } from "@/lib/sessions/actions";
import { makeSession } from "../../factories/cohorts";
import { makeEnrolment } from "../../factories/enrolments";
import { makePerson } from "../../factories/people";
import { call, word } from "../../policy/call";
import { testDatabase } from "../../setup/database";
import { makeProviderStage, type ProviderStage, stageCohort } from "../cohorts/provider-stage";

const ACTS = 200;
const DAYS = 20;

let client: PrismaClient;
let stage: ProviderStage;
/** Who is to be told of a session, by its id: worked out here from what was made, not by asking the code. */
const concerned = new Map<string, Set<string>>();

/** Three cohorts that share rooms, facilitators and a participant; one is a draft, of which nobody is told. */
async function makePlan(): Promise<string[]> {
  const shared = await makePerson(client, { name: "På to hold" });
  const ids: string[] = [];
  for (const [index, state] of (["open", "running", "draft"] as const).entries()) {
    const cohort = await stageCohort(client, stage, { state, startsOn: new Date("2031-01-01") });
    const politician = await makeEnrolment(client, { cohortId: cohort.id, participantRole: "politician" });
    const manager = await makeEnrolment(client, { cohortId: cohort.id });
    await makeEnrolment(client, { cohortId: cohort.id, personId: shared.id });
    const gone = await makeEnrolment(client, { cohortId: cohort.id, state: "withdrawn" });
    expect(gone.state).toBe("withdrawn");
    for (let number = 0; number < 8; number++) {
      const facilitator = stage.facilitators[(index + number) % 2];
      const startsAt = new Date(Date.UTC(2031, 4, 5 + index * 8 + number, 7));
      const session = await makeSession(client, {
        cohortId: cohort.id,
        startsAt,
        roomId: number % 2 === 0 ? stage.roomId : null,
        facilitatorIds: facilitator ? [facilitator.id] : [],
      });
      const keepsAway = number === 1;
      if (keepsAway)
        await client.sessionObligation.create({
          data: { sessionId: session.id, participantRole: "politician", obligation: "not_expected" },
        });
      const people = [manager.personId, shared.id, facilitator?.id ?? ""];
      if (!keepsAway) people.push(politician.personId);
      concerned.set(session.id, state === "draft" ? new Set() : new Set(people));
      ids.push(session.id);
    }
  }
  return ids;
}

beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeProviderStage(client);
});

const state = () =>
  client.session.findMany({
    select: {
      id: true,
      version: true,
      sequence: true,
      state: true,
      icalUid: true,
      startsAt: true,
      endsAt: true,
    },
    orderBy: { id: "asc" },
  });
type State = Awaited<ReturnType<typeof state>>;

/** Pairs that share a room or a person at an instant, by the database's own reckoning and without its constraints. */
const collisions = () => client.$queryRaw<unknown[]>`
  SELECT a.id FROM session a JOIN session b ON a.id < b.id AND a.state <> 'cancelled' AND b.state <> 'cancelled'
    AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at
  WHERE a.room_id = b.room_id OR EXISTS (
    SELECT 1 FROM session_facilitator f JOIN session_facilitator g ON g.person_id = f.person_id
    WHERE f.session_id = a.id AND g.session_id = b.id)`;

type Act = {
  kind: "move" | "cancel";
  picks: { session: number; day: number; hour: number; hours: number }[];
};

const acts: fc.Arbitrary<Act> = fc.record({
  kind: fc.nat(14).map((number): Act["kind"] => (number === 0 ? "cancel" : "move")),
  picks: fc.uniqueArray(
    fc.record({
      session: fc.nat(23),
      day: fc.integer({ min: 5, max: 5 + DAYS }),
      hour: fc.integer({ min: 8, max: 15 }),
      hours: fc.integer({ min: 1, max: 4 }),
    }),
    { minLength: 1, maxLength: 4, selector: (pick) => pick.session },
  ),
});

const two = (number: number) => String(number).padStart(2, "0");

async function perform(act: Act, ids: readonly string[], before: State): Promise<string> {
  const rowOf = (index: number) => before.find(({ id }) => id === ids[index]);
  if (act.kind === "cancel") {
    const row = rowOf(act.picks[0]?.session ?? 0);
    const values = { sessionId: row?.id, version: row?.version };
    return word(await call(client, cancelSessionAction, stage.actor, values, randomUUID()));
  }
  const moves = act.picks.map(({ session, day, hour, hours }) => ({
    sessionId: rowOf(session)?.id,
    version: rowOf(session)?.version,
    day: `2031-05-${two(day)}`,
    from: `${two(hour)}:00`,
    to: `${two(hour + hours)}:00`,
  }));
  return word(await call(client, moveSessionsAction, stage.actor, { moves }, randomUUID()));
}

/** What each person ought to have been told of the difference between two states: the sessions, each once. */
function expectedNews(before: State, after: State): Map<string, string[]> {
  const news = new Map<string, string[]>();
  for (const row of after) {
    const was = before.find(({ id }) => id === row.id);
    if (!was || was.sequence === row.sequence) continue;
    for (const personId of concerned.get(row.id) ?? [])
      news.set(personId, [...(news.get(personId) ?? []), `${row.id} ${row.sequence}`].sort());
  }
  return news;
}

async function toldSince(count: number): Promise<Map<string, string[]>> {
  const mails = await client.outboxMail.findMany({ orderBy: { createdAt: "asc" }, skip: count });
  const people = await client.person.findMany({ select: { id: true, email: true } });
  const told = new Map<string, string[]>();
  for (const mail of mails) {
    expect(mail.template).toBe("sessions-changed");
    const personId = people.find(({ email }) => email === mail.toEmail)?.id ?? mail.toEmail;
    // A second mail of the same act to the same person is one too many.
    expect(told.has(personId)).toBe(false);
    const { changes } = mail.params as unknown as { changes: SessionNews[] };
    told.set(personId, changes.map((each) => `${each.sessionId} ${each.sequence}`).sort());
  }
  return told;
}

it(`keeps a plan without collisions and tells each person once, over ${ACTS} random moves and cancellations`, async () => {
  const ids = await makePlan();
  const seen = new Map<string, number>();
  let before = await state();
  let mails = await client.outboxMail.count();
  const schedule = fc.sample(acts, { numRuns: ACTS, seed: 20_310_505 });
  for (const act of schedule) {
    const outcome = await perform(act, ids, before);
    seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
    const after = await state();
    expect(await collisions()).toEqual([]);
    for (const row of after) {
      const was = before.find(({ id }) => id === row.id);
      expect(row.icalUid).toBe(was?.icalUid);
      const moved = +row.startsAt !== Number(was?.startsAt) || +row.endsAt !== Number(was?.endsAt);
      const changed = moved || row.state !== was?.state;
      expect(row.sequence).toBe((was?.sequence ?? 0) + (changed ? 1 : 0));
    }
    const told = await toldSince(mails);
    expect(told).toEqual(expectedNews(before, after));
    if (outcome !== "done") expect(told.size).toBe(0);
    before = after;
    mails = await client.outboxMail.count();
  }
  // The schedule tries what it is about: plans that hold, and plans that are refused for a room and for a person.
  expect(seen.get("done")).toBeGreaterThan(30);
  expect(seen.get("session.roomBusyWith") ?? 0).toBeGreaterThan(5);
  expect(seen.get("session.facilitatorBusyWith") ?? 0).toBeGreaterThan(5);
}, 60_000);

it("lets two sessions change places in one act", async () => {
  const cohort = await stageCohort(client, stage, { state: "open" });
  const at = (day: number) => new Date(Date.UTC(2031, 8, day, 7));
  const facilitatorIds = [stage.facilitators[0].id];
  const make = (day: number) =>
    makeSession(client, { cohortId: cohort.id, startsAt: at(day), roomId: stage.roomId, facilitatorIds });
  const [one, other] = [await make(2), await make(3)];
  const move = (session: { id: string; version: number }, day: string) => ({
    sessionId: session.id,
    version: session.version,
    day,
    from: "09:00",
    to: "15:00",
  });
  const moves = [move(one, "2031-09-03"), move(other, "2031-09-02")];
  expect(word(await call(client, moveSessionsAction, stage.actor, { moves }, randomUUID()))).toBe("done");
  expect((await client.session.findUniqueOrThrow({ where: { id: one.id } })).startsAt).toEqual(at(3));
});
