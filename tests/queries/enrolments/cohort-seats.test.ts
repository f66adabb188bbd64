import { beforeAll, expect, it } from "vitest";
import { actingWith } from "@/lib/auth/acting";
import type { PrismaClient } from "@/lib/db/generated/client";
import { getCohortSeats } from "@/lib/enrolments/queries/get-cohort-seats";
import { makeStage, type Stage } from "../../commands/enrolments/stage";
import { makeEnrolment } from "../../factories/enrolments";
import { actorOf } from "../../factories/sign-in";
import { testDatabase } from "../../setup/database";

let client: PrismaClient;
let stage: Stage;
beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeStage(client);
}, 60_000);

it.each([
  ["draft", 3],
  ["open", 3],
  ["closed", 3],
  ["running", 3],
  ["completed", null],
  ["archived", null],
  ["cancelled", null],
] as const)("of a cohort that is %s are free to its staff: %s", async (state, free) => {
  const { id } = await stage.cohort({ capacity: 3, state });
  const acting = actingWith(await actorOf(client, stage.staff.id), "enrolment.manage");
  expect(acting && (await getCohortSeats(acting, id, new Date()))).toMatchObject({ taken: 0, free });
});

it("are free no longer where they are taken", async () => {
  const { id } = await stage.cohort({ capacity: 3 });
  await makeEnrolment(client, { cohortId: id });
  const acting = actingWith(await actorOf(client, stage.staff.id), "enrolment.manage");
  expect(acting && (await getCohortSeats(acting, id, new Date()))).toMatchObject({ taken: 1, free: 2 });
});
