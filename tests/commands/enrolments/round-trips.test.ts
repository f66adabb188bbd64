/**
 * What getting in costs: the trips to the database inside the transaction of an admission and of an accepted offer, counted from
 * outside by the bench's proxy. Prisma's BEGIN and COMMIT frame them.
 */
import { afterAll, beforeAll, expect, it } from "vitest";
import { admitApplicationAction } from "@/lib/applications/actions";
import { connect } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { acceptOfferAction } from "@/lib/enrolments/actions";
import { type StatementProxy, startStatementProxy } from "../../../bench/statement-proxy";
import { makeApplication, makeWaitlistEntry } from "../../factories/applications";
import { makeEnrolment } from "../../factories/enrolments";
import { actorOf } from "../../factories/sign-in";
import { call, word } from "../../policy/call";
import { freshDatabase } from "../../setup/database";
import { makeStage, type Stage } from "./stage";

const FRAME = 2;
let stage: Stage;
let proxy: StatementProxy;
let counted: PrismaClient;

beforeAll(async () => {
  const { client, url } = await freshDatabase();
  stage = await makeStage(client);
  proxy = await startStatementProxy(url);
  counted = connect(proxy.url, 1);
}, 60_000);

afterAll(async () => {
  await counted.$disconnect();
  await proxy.stop();
});

/** The trips that `work` takes, on a connection that is already open. */
async function tripsOf(work: () => Promise<unknown>): Promise<number> {
  await counted.$queryRaw`SELECT 1`;
  const before = proxy.roundTrips();
  await work();
  return proxy.roundTrips() - before;
}

it("admits in three trips: the lock, what is true under it, and one write of everything", async () => {
  const cohort = await stage.cohort({ capacity: 30 });
  const { application } = await stage.applicant(cohort.id);
  const actor = await actorOf(stage.client, stage.staff.id);
  const values = { applicationId: application.id, version: String(application.version) };
  const trips = await tripsOf(async () =>
    expect(word(await call(counted, admitApplicationAction, actor, values))).toBe("done"),
  );
  expect(trips).toBe(FRAME + 3);
});

it("takes an offered seat in three trips", async () => {
  const cohort = await stage.cohort({ capacity: 1 });
  const { person, application } = await stage.applicant(cohort.id);
  await stage.client.application.update({ where: { id: application.id }, data: { state: "waitlisted" } });
  const entry = await makeWaitlistEntry(stage.client, { applicationId: application.id, state: "offered" });
  const actor = await actorOf(stage.client, person.id);
  const trips = await tripsOf(async () =>
    expect(word(await call(counted, acceptOfferAction, actor, { entryId: entry.id }))).toBe("done"),
  );
  expect(trips).toBe(FRAME + 3);
});

it("takes no trip more for a longer queue and a fuller cohort", async () => {
  const cohort = await stage.cohort({ capacity: 12 });
  for (let n = 0; n < 12; n++) await makeEnrolment(stage.client, { cohortId: cohort.id });
  for (let n = 0; n < 5; n++)
    await makeApplication(stage.client, { cohortId: cohort.id, state: "waitlisted" });
  const { application } = await stage.applicant(cohort.id);
  const actor = await actorOf(stage.client, stage.staff.id);
  const values = { applicationId: application.id, version: String(application.version) };
  const trips = await tripsOf(async () =>
    expect(word(await call(counted, admitApplicationAction, actor, values))).toBe("done"),
  );
  expect(trips).toBe(FRAME + 3);
});
