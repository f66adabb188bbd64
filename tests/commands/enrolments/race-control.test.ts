/**
 * The negative control of race.test.ts: the same command with the lock on the cohort taken out. If it did not oversell, the race would
 * prove nothing.
 */
import { expect, it, vi } from "vitest";
import { admitApplicationAction } from "@/lib/applications/actions";
import type { PrismaClient } from "@/lib/db/generated/client";
import { actorOf } from "../../factories/sign-in";
import { call } from "../../policy/call";
import { freshDatabase } from "../../setup/database";
import { makeStage, standing } from "./stage";

vi.mock("@/lib/db/lock-row", async () => {
  const { Prisma } = await import("@/lib/db/generated/client");
  const noLock = () => () => Prisma.sql`SELECT 1`;
  return { lockRow: async () => true, cohortLock: noLock, applicationLock: noLock };
});

const APPLICANTS = 60;
const SEATS = 30;

async function rush(client: PrismaClient) {
  const stage = await makeStage(client);
  const cohort = await stage.cohort({ capacity: SEATS });
  const applicants = [];
  for (let index = 0; index < APPLICANTS; index++) applicants.push(await stage.applicant(cohort.id));
  const actor = await actorOf(client, stage.staff.id);
  const outcomes = await Promise.all(
    applicants.map(({ application }) =>
      call(client, admitApplicationAction, actor, {
        applicationId: application.id,
        version: String(application.version),
      }),
    ),
  );
  const failed = outcomes.filter((outcome) => outcome.kind !== "done").length;
  return { failed, ...(await standing(client, cohort.id)) };
}

it("oversells without the lock and without the database's own guards", async () => {
  const { client } = await freshDatabase({ poolSize: 20 });
  await client.$executeRaw`ALTER TABLE seat DROP CONSTRAINT seat_pkey`;
  await client.$executeRaw`DROP TRIGGER seat_within_capacity ON seat`;
  const after = await rush(client);
  expect(after.enrolled.length).toBeGreaterThan(SEATS);
}, 120_000);

it("does not oversell without the lock where the database guards the seats: somebody fails instead", async () => {
  const { client } = await freshDatabase({ poolSize: 20 });
  const after = await rush(client);
  expect(after.enrolled.length).toBeLessThanOrEqual(SEATS);
  expect(after.failed).toBeGreaterThan(0);
}, 120_000);
