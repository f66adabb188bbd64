import { beforeAll, expect, it } from "vitest";
import { listCohortApplications } from "@/lib/applications/queries/list-cohort-applications";
import { firstView, INBOX_PAGE, type InboxView } from "@/lib/applications/rules/inbox";
import type { PrismaClient } from "@/lib/db/generated/client";
import { makeStage, type Stage } from "../../commands/enrolments/stage";
import { makeApplication } from "../../factories/applications";
import { makePerson } from "../../factories/people";
import { countStatements } from "../../setup/count-statements";
import { testDatabase } from "../../setup/database";

const now = new Date();
let client: PrismaClient;
let stage: Stage;
let cohortId: string;

beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeStage(client);
  cohortId = (await stage.cohort()).id;
  for (let n = 0; n < INBOX_PAGE + 3; n++) {
    const person = await makePerson(client, { name: n === 7 ? "Zenia Ørbæk" : `Ansøger ${100 + n}` });
    await makeApplication(client, {
      cohortId,
      personId: person.id,
      participantRole: n % 3 === 0 ? "consultant" : "manager",
      submittedAt: new Date(now.getTime() - (100 - n) * 60_000),
    });
  }
}, 60_000);

const list = (view: Partial<InboxView> = {}) =>
  listCohortApplications(stage.staffActing, cohortId, { ...firstView, ...view }, now);

it("shows one page, the oldest first, and the rest on the next; a page too far is the last", async () => {
  const first = await list();
  expect(first).toMatchObject({ page: 1, total: INBOX_PAGE + 3, counts: { todo: INBOX_PAGE + 3 } });
  expect(first.rows.map((row) => row.name).slice(0, 2)).toEqual(["Ansøger 100", "Ansøger 101"]);
  expect(first.rows).toHaveLength(INBOX_PAGE);
  expect((await list({ page: 2 })).rows).toHaveLength(3);
  expect(await list({ page: 99 })).toMatchObject({ page: 2 });
});

it("finds by name and role, and orders by name", async () => {
  expect((await list({ search: "zenia" })).rows.map((row) => row.name)).toEqual(["Zenia Ørbæk"]);
  const consultants = await list({ role: "consultant" });
  expect(new Set(consultants.rows.map((row) => row.participantRole))).toEqual(new Set(["consultant"]));
  expect((await list({ order: "name", descending: true })).rows[0]?.name).toBe("Zenia Ørbæk");
});

it("sends as many statements for a page of one as for a full one", async () => {
  const full = await countStatements(() => list());
  expect(await countStatements(() => list({ search: "zenia" }))).toBe(full);
  expect(full).toBe(3);
});
