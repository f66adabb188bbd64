import { beforeAll, describe, expect, it } from "vitest";
import { listFacilitatedCohorts } from "@/lib/attendance/queries/list-facilitated-cohorts";
import { listFacilitatedSessions } from "@/lib/attendance/queries/list-facilitated-sessions";
import type { Acting } from "@/lib/auth/acting";
import type { PrismaClient } from "@/lib/db/generated/client";
import { getTaughtCohortSheet } from "@/lib/lists/queries/get-taught-cohort-sheet";
import { getTaughtSessionSheet } from "@/lib/lists/queries/get-taught-session-sheet";
import { countProposedProjects } from "@/lib/portfolio/queries/count-proposed-projects";
import { makeCohort } from "../../factories/cohorts";
import { makeEnrolment, makeProject } from "../../factories/enrolments";
import { makeOrganisation } from "../../factories/organisations";
import { makePersonInRole } from "../../factories/people";
import { makeProgramme } from "../../factories/programmes";
import { actingAs } from "../../factories/sign-in";
import { unique } from "../../factories/unique";
import { testDatabase } from "../../setup/database";
import { written } from "../../setup/written";

const HOUR = 3_600_000;
const AHEAD = 53;
const BEHIND = 52;
const COHORTS = 25;
let client: PrismaClient;
let acting: Acting;

beforeAll(async () => {
  client = (await testDatabase()).client;
  const provider = await makeOrganisation(client, { kind: "provider" });
  const { id: personId } = await makePersonInRole(client, "facilitator", provider.id);
  const programme = await makeProgramme(client, { providerId: provider.id });
  const cohorts = [];
  for (let n = 0; n < COHORTS; n++)
    cohorts.push(
      await makeCohort(client, {
        programmeVersionId: programme.versionId,
        state: "running",
        facilitatorIds: [personId],
      }),
    );
  const cohortId = cohorts[0]?.id ?? "";
  await makeEnrolment(client, { cohortId });
  // A proposal in every cohort, and some that wait for nobody here.
  for (const { id } of cohorts)
    await makeProject(client, {
      enrolmentId: (await makeEnrolment(client, { cohortId: id })).id,
      state: "proposed",
    });
  const settled = await makeEnrolment(client, { cohortId });
  await makeProject(client, { enrolmentId: settled.id, state: "agreed" });
  const elsewhere = await makeCohort(client, { programmeVersionId: programme.versionId, state: "running" });
  const another = await makeEnrolment(client, { cohortId: elsewhere.id });
  await makeProject(client, { enrolmentId: another.id, state: "proposed" });
  // One an hour, before and after now, none across midnight: nobody is noted on any that is over.
  const thisHour = Math.floor(Date.now() / HOUR) * HOUR;
  const hours = [...Array(AHEAD).keys()].map((n) => n + 1);
  await client.session.createMany({
    data: [...hours, ...hours.slice(0, BEHIND).map((hour) => -hour)].map((hour, index) => {
      const startsAt = new Date(thisHour + hour * HOUR);
      const endsAt = new Date(startsAt.getTime() + HOUR / 2);
      const times = { timeZone: "UTC", startsAt, endsAt, startsLocal: startsAt, endsLocal: endsAt };
      return { cohortId, position: index + 1, theme: `Tema ${hour}`, icalUid: unique("session"), ...times };
    }),
  });
  acting = await actingAs(client, personId, "facilitation.view");
}, 60_000);

describe("what a facilitator teaches", () => {
  it.each([
    ["ahead", AHEAD, "Tema 1", `Tema ${AHEAD}`],
    ["unfinished", BEHIND, "Tema -1", `Tema -${BEHIND}`],
  ] as const)("is shown in pages, %s, and is whole in its file", async (view, count, first, last) => {
    const now = new Date();
    const one = await listFacilitatedSessions(acting, view, now);
    const two = await listFacilitatedSessions(acting, view, now, 2);
    expect([one.total, one.rows.length, two.rows.length]).toEqual([count, 50, count - 50]);
    expect([one.rows[0]?.theme, two.rows.at(-1)?.theme]).toEqual([first, last]);
    const sheet = await written(await getTaughtSessionSheet(acting, "da", view, now));
    expect(new Set(sheet.map(([, , theme]) => theme)).size).toBe(count);
  });

  it("has its cohorts in pages, and all of them in the file and in the sum of projects", async () => {
    const [one, two] = [await listFacilitatedCohorts(acting), await listFacilitatedCohorts(acting, 2)];
    expect([one.total, one.rows.length, two.rows.length]).toEqual([COHORTS, 24, 1]);
    expect(await countProposedProjects(acting)).toBe(COHORTS);
    const sheet = await written(await getTaughtCohortSheet(acting, "da"));
    expect(new Set(sheet.map(([name]) => name)).size).toBe(COHORTS);
  });
});
