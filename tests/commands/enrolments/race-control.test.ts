/**
 * The negative control of race.test.ts: the same command with the lock on the cohort taken out. If it did not oversell, the race would
 * prove nothing.
 */
import { expect, it, vi } from "vitest";
import { admitApplication } from "@/lib/applications/commands/decide-application";
import { loadApplication } from "@/lib/applications/commands/load-application";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase } from "../../setup/database";
import { doing, makeStage, standing } from "./stage";

vi.mock("@/lib/db/lock-row", () => ({ lockRow: async () => true }));

const APPLICANTS = 60;
const SEATS = 30;

async function rush(client: PrismaClient) {
  const stage = await makeStage(client);
  const cohort = await stage.cohort({ capacity: SEATS });
  const applicants = [];
  for (let index = 0; index < APPLICANTS; index++) applicants.push(await stage.applicant(cohort.id));
  const results = await Promise.allSettled(
    applicants.map(({ application }) =>
      doing(client, stage.staffActing, async (work) => {
        const loaded = await loadApplication(work, application.id);
        if (!loaded) throw new Error("not found");
        return admitApplication(work, loaded);
      }),
    ),
  );
  const failed = results.filter((result) => result.status === "rejected").length;
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
