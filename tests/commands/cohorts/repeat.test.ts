import { beforeAll, describe, expect, it } from "vitest";
import { changeCohortStateAction, copyCohortAction } from "@/lib/cohorts/actions";
import { wallTimeOf } from "@/lib/core/dates";
import type { PrismaClient } from "@/lib/db/generated/client";
import { makeSession } from "../../factories/cohorts";
import { makeEnrolment } from "../../factories/enrolments";
import { unique } from "../../factories/unique";
import { testDatabase } from "../../setup/database";
import { makeProviderStage, type ProviderStage, said, stageCohort } from "./provider-stage";

const ZONE = "Europe/Copenhagen";
let client: PrismaClient;
let stage: ProviderStage;
beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeProviderStage(client);
});

describe("repeating a cohort", () => {
  it("moves every date by whole weeks, keeps wall times over the clocks, and leaves behind what is taken", async () => {
    const cohort = await stageCohort(client, stage, {
      state: "running",
      startsOn: new Date("2031-03-03"),
      applicationDeadline: new Date("2031-02-01T22:59:59.999Z"),
    });
    const [first] = stage.facilitators;
    const make = (day: string, roomId: string | null) =>
      makeSession(client, {
        cohortId: cohort.id,
        startsAt: new Date(`${day}T08:00:00Z`),
        roomId,
        facilitatorIds: [first.id],
      });
    // Winter time before the last Sunday of March 2031; so many weeks later it is the other way round.
    const winter = await make("2031-03-24", stage.roomId);
    await make("2031-05-05", null);
    await client.sessionMaterial.create({
      data: { sessionId: winter.id, phase: "before", title: "Læs", link: "https://example.org" },
    });
    const other = await stageCohort(client, stage);
    await makeSession(client, {
      cohortId: other.id,
      startsAt: new Date("2032-03-29T07:00:00Z"),
      roomId: stage.roomId,
    });
    const slug = unique("gentaget");
    const values = { cohortId: cohort.id, name: "Igen", slug, firstDay: "2032-03-08", capacity: "12" };
    expect(await said(client, copyCohortAction, stage.actor, values)).toBe("done");
    const copy = await client.cohort.findUniqueOrThrow({
      where: { slug },
      include: {
        facilitators: true,
        enrolments: true,
        sessions: { orderBy: { startsAt: "asc" }, include: { facilitators: true, materials: true } },
      },
    });
    expect(copy).toMatchObject({ state: "draft", capacity: 12, enrolments: [] });
    expect(copy.facilitators).toHaveLength(2);
    expect(copy.sessions.map(({ startsAt }) => wallTimeOf(startsAt, ZONE))).toEqual([
      "2032-03-29T09:00",
      "2032-05-10T10:00",
    ]);
    expect(copy.sessions.map(({ roomId }) => roomId)).toEqual([null, null]);
    expect(copy.sessions[0]).toMatchObject({ materials: [{ title: "Læs" }], sequence: 0, state: "planned" });
    expect(copy.sessions[0]?.facilitators.map(({ personId }) => personId)).toEqual([first.id]);
    expect(copy.sessions[0]?.icalUid).not.toBe(winter.icalUid);
  });
});

describe("completing a cohort", () => {
  it("concludes everybody by attendance, ends pauses, and says why somebody has not completed", async () => {
    const cohort = await stageCohort(client, stage, { state: "running", startsOn: new Date("2020-01-01") });
    const session = await makeSession(client, { cohortId: cohort.id, state: "held" });
    const came = await makeEnrolment(client, { cohortId: cohort.id, state: "active" });
    const away = await makeEnrolment(client, { cohortId: cohort.id, state: "paused" });
    await client.attendance.create({
      data: {
        sessionId: session.id,
        enrolmentId: came.id,
        status: "present",
        recordedById: stage.staff.id,
        recordedAt: new Date(),
      },
    });
    const { version } = await client.cohort.findUniqueOrThrow({ where: { id: cohort.id } });
    const values = { cohortId: cohort.id, version: String(version), state: "completed", reason: "" };
    expect(await said(client, changeCohortStateAction, stage.actor, values)).toBe("done");
    const state = async (id: string) => client.enrolment.findUniqueOrThrow({ where: { id } });
    expect(await state(came.id)).toMatchObject({ state: "completed", endReason: null });
    const short = await state(away.id);
    expect(short.state).toBe("not_completed");
    expect(short.endReason).toMatch(/0 .*1 .*%/);
  });
});
