import { beforeAll, expect, it } from "vitest";
import type { Acting } from "@/lib/auth/acting";
import { instantOf } from "@/lib/core/dates";
import { insist } from "@/lib/core/decision";
import type { PrismaClient } from "@/lib/db/generated/client";
import { listPlan } from "@/lib/sessions/queries/list-plan";
import { listPlanChoices } from "@/lib/sessions/queries/list-plan-choices";
import { previewMoves } from "@/lib/sessions/queries/preview-moves";
import { makeProviderStage, type ProviderStage, stageCohort } from "../../commands/cohorts/provider-stage";
import { makeEnrolment } from "../../factories/enrolments";
import { actingAs } from "../../factories/sign-in";
import { countStatements } from "../../setup/count-statements";
import { testDatabase } from "../../setup/database";

const ZONE = "Europe/Copenhagen";
const YEAR = { firstDay: "2031-01-01", lastDay: "2031-12-31" };
const everything = { cohortId: "", facilitatorId: "", roomId: "" };
const now = new Date("2030-12-01T10:00:00Z");

let client: PrismaClient;
let stage: ProviderStage;
let staff: Acting;
beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeProviderStage(client);
  staff = await actingAs(client, stage.staff.id, "session.manage");
});

let made = 0;

/** A cohort with ten sessions at times of their own, all over the year. */
async function grow(): Promise<string[]> {
  const cohort = await stageCohort(client, stage, { state: "open", startsOn: new Date("2031-01-01") });
  await makeEnrolment(client, { cohortId: cohort.id });
  const rows = Array.from({ length: 10 }, (_, index) => {
    const at = made++;
    const day = new Date(Date.UTC(2031, 0, 2 + (at % 360))).toISOString().slice(0, 10);
    const hour = 8 + Math.floor(at / 360);
    const local = (time: number) => `${day}T${String(time).padStart(2, "0")}:00`;
    return {
      cohortId: cohort.id,
      position: index + 1,
      theme: `Tema ${at}`,
      startsLocal: new Date(`${local(hour)}:00.000Z`),
      endsLocal: new Date(`${local(hour + 1)}:00.000Z`),
      timeZone: ZONE,
      startsAt: insist(instantOf(local(hour), ZONE)),
      endsAt: insist(instantOf(local(hour + 1), ZONE)),
      icalUid: `plan-${at}`,
    };
  });
  await client.session.createMany({ data: rows });
  const sessions = await client.session.findMany({ where: { cohortId: cohort.id } });
  await client.sessionFacilitator.createMany({
    data: sessions.map(({ id, startsAt, endsAt }) => ({
      sessionId: id,
      personId: stage.facilitators[0].id,
      startsAt,
      endsAt,
    })),
  });
  return sessions.map(({ id }) => id);
}

it("reads a year of 40 cohorts and 400 sessions with as many statements as one of 2 cohorts", async () => {
  const few = [...(await grow()), ...(await grow())];
  const read = (ids: string[]) => async () => {
    await listPlan(staff, YEAR, everything, [], now);
    await listPlanChoices(staff);
    const moves = ids.map((sessionId) => ({ sessionId, day: "2031-06-03", from: "18:00", to: "19:00" }));
    await previewMoves(staff, moves, now);
  };
  const before = await countStatements(read(few.slice(0, 2)));
  const ids = [...few];
  while (ids.length < 400) ids.push(...(await grow()));
  const plan = await listPlan(staff, YEAR, everything, [], now);
  expect(plan.cohorts).toHaveLength(40);
  expect(plan.sessions).toHaveLength(400);
  expect(await countStatements(read(ids.slice(0, 50)))).toBe(before);
  expect(before).toBeGreaterThan(0);
});

it("warns of a facilitator who has said that they cannot, and shows the move it would be", async () => {
  const [id = ""] = await grow();
  const session = await client.session.findUniqueOrThrow({ where: { id } });
  await client.unavailability.create({
    data: {
      personId: stage.facilitators[0].id,
      startsAt: new Date("2031-12-01T00:00:00Z"),
      endsAt: new Date("2031-12-06T00:00:00Z"),
      timeZone: ZONE,
    },
  });
  const move = { sessionId: id, day: "2031-12-03", from: "10:00", to: "12:00" };
  const { moves, told } = await previewMoves(staff, [move], now);
  expect(moves[0]).toMatchObject({
    refusal: { code: "session.facilitatorUnavailable" },
    version: session.version,
  });
  expect(moves[0]?.free.length).toBeGreaterThan(0);
  expect(told.map(({ teaches }) => teaches).sort()).toEqual([false, true]);
});

it("warns, without refusing, of a move to a holiday and of one outside the cohort's days", async () => {
  const [id = ""] = await grow();
  const to = async (day: string) => {
    const { moves } = await previewMoves(staff, [{ sessionId: id, day, from: "20:00", to: "21:00" }], now);
    const [move] = moves;
    return { refusal: move?.refusal, holiday: move?.holiday, outside: move?.outside };
  };
  const days = { startsOn: "2031-01-01", endsOn: "2031-11-30" };
  expect(await to("2031-06-11"), "a Wednesday").toEqual({ refusal: null, holiday: null, outside: null });
  expect(await to("2031-04-14")).toEqual({ refusal: null, holiday: "easterMonday", outside: null });
  expect(await to("2031-12-03")).toMatchObject({ holiday: null, outside: days });
  expect(await to("2031-12-25")).toEqual({ refusal: null, holiday: "christmasDay", outside: days });
});
