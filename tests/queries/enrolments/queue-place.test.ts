import { beforeAll, expect, it } from "vitest";
import type { Acting } from "@/lib/auth/acting";
import type { PrismaClient } from "@/lib/db/generated/client";
import { advanceEntryAction } from "@/lib/enrolments/actions";
import { getQueuePlace } from "@/lib/enrolments/queries/get-queue-place";
import { admit, doing, makeStage, type Stage } from "../../commands/enrolments/stage";
import { makeWaitlistEntry } from "../../factories/applications";
import { makeEnrolment } from "../../factories/enrolments";
import { actorOf } from "../../factories/sign-in";
import { call, word } from "../../policy/call";
import { testDatabase } from "../../setup/database";

let client: PrismaClient;
let stage: Stage;

beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeStage(client);
}, 60_000);

/** Somebody as themself. */
const personally = (personId: string): Acting => ({
  personId,
  permission: "offer.answer",
  role: "person",
  grants: [],
});
const entryOf = (cohortId: string, personId: string) =>
  client.waitlistEntry.findFirstOrThrow({ where: { cohortId, application: { personId } } });

it("shows those who were overtaken that and when staff changed it, and nothing of whom or why", async () => {
  const cohort = await stage.cohort({ capacity: 1 });
  const ids: string[] = [];
  for (let n = 0; n < 4; n++) {
    const { person, application } = await stage.applicant(cohort.id);
    ids.push(person.id);
    await doing(client, stage.staffActing, (work) => admit(work, application.id));
  }
  const [, two = "", , four = ""] = ids;
  const place = async (personId: string) =>
    getQueuePlace(personally(personId), (await entryOf(cohort.id, personId)).id, new Date());
  expect(await place(two)).toMatchObject({ place: 1, waiting: 3, overtakenAt: null });
  const entry = await entryOf(cohort.id, four);
  const values = { entryId: entry.id, version: String(entry.version), reason: "Fejl hos os" };
  const actor = await actorOf(client, stage.staff.id);
  expect(word(await call(client, advanceEntryAction, actor, values))).toBe("done");
  const { advancedAt } = await entryOf(cohort.id, four);
  expect(advancedAt).not.toBeNull();
  const seen = await place(two);
  expect(seen).toEqual({ place: 2, keptPlace: null, waiting: 3, chance: null, overtakenAt: advancedAt });
  expect(await place(four)).toMatchObject({ place: 1, overtakenAt: null });
  const anothers = await getQueuePlace(personally(two), entry.id, new Date());
  expect(anothers).toMatchObject({ place: null, waiting: 0 });
});

it("comes with the chance that earlier cohorts of the programme tell of, once there are three", async () => {
  const own = await makeStage(client);
  const { id } = await own.cohort({ capacity: 1 });
  const first = await own.applicant(id);
  await makeEnrolment(client, { cohortId: id });
  await doing(client, own.staffActing, (work) => admit(work, first.application.id));
  const chance = async () => {
    const entry = await entryOf(id, first.person.id);
    return (await getQueuePlace(personally(first.person.id), entry.id, new Date())).chance;
  };
  for (const state of ["expired", "refused", "withdrawn"] as const) {
    expect(await chance()).toBeNull();
    const earlier = await own.cohort({ capacity: 1, state: "running" });
    const { application } = await own.applicant(earlier.id);
    await makeWaitlistEntry(client, { applicationId: application.id, state });
  }
  // On two of three the first in the queue was offered a seat.
  expect(await chance()).toEqual({ reached: 2, cohorts: 3 });
});
