/**
 * The negative control of race.test.ts: the same two instances with the lock on the cohort taken out. If they did not oversell, the race
 * would prove nothing.
 */
import { expect, it } from "vitest";
import { actorOf } from "../../factories/sign-in";
import { freshDatabase, type TestDatabase } from "../../setup/database";
import { rushInstances } from "./instances";
import { makeStage, standing } from "./stage";

const APPLICANTS = 60;
const SEATS = 30;

async function rush({ client, url }: TestDatabase) {
  const stage = await makeStage(client);
  const cohort = await stage.cohort({ capacity: SEATS });
  const applications = await stage.applicants(cohort.id, APPLICANTS);
  const actor = await actorOf(client, stage.staff.id);
  const outcomes = await rushInstances({ url, actor, applications }, { locked: false });
  return { outcomes, ...(await standing(client, cohort.id)) };
}

it("oversells without the lock and without the database's own guards", async () => {
  const database = await freshDatabase();
  await database.client.$executeRaw`ALTER TABLE seat DROP CONSTRAINT seat_pkey`;
  await database.client.$executeRaw`DROP TRIGGER seat_within_capacity ON seat`;
  const after = await rush(database);
  expect(after.enrolled.length).toBeGreaterThan(SEATS);
}, 120_000);

it("does not oversell without the lock where the database guards the seats: somebody fails instead", async () => {
  const after = await rush(await freshDatabase());
  expect(after.enrolled.length).toBeLessThanOrEqual(SEATS);
  expect(after.outcomes.filter((outcome) => outcome !== "done")).not.toEqual([]);
}, 120_000);
