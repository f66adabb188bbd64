import { beforeAll, expect, it } from "vitest";
import { admitApplicationAction } from "@/lib/applications/actions";
import type { PrismaClient } from "@/lib/db/generated/client";
import { actorOf } from "../../factories/sign-in";
import { call, word } from "../../policy/call";
import { freshDatabase } from "../../setup/database";
import { rushInstances } from "./instances";
import { makeStage, type Stage, standing } from "./stage";

const APPLICANTS = 300;
const SEATS = 30;

let client: PrismaClient;
let url: string;
let stage: Stage;

beforeAll(async () => {
  ({ client, url } = await freshDatabase());
  stage = await makeStage(client);
}, 60_000);

it("admits 30 of 300 who are admitted at once on two instances, and queues the others in an order without gaps", async () => {
  const cohort = await stage.cohort({ capacity: SEATS });
  const applications = await stage.applicants(cohort.id, APPLICANTS);
  const actor = await actorOf(client, stage.staff.id);
  const outcomes = await rushInstances({ url, actor, applications });
  expect(outcomes).toEqual(Array(APPLICANTS).fill("done"));
  const after = await standing(client, cohort.id);
  expect(after.enrolled).toHaveLength(SEATS);
  expect(after.seats.map((seat) => seat.number)).toEqual(Array.from({ length: SEATS }, (_, i) => i + 1));
  expect(after.entries.map((entry) => entry.position)).toEqual(
    Array.from({ length: APPLICANTS - SEATS }, (_, i) => i + 1),
  );
  expect(new Set([...after.enrolled, ...after.waiting]).size).toBe(APPLICANTS);
  expect(await client.certificationCase.count({ where: { enrolment: { cohortId: cohort.id } } })).toBe(SEATS);
}, 120_000);

it("has one effect when the same admission is sent five times with one key", async () => {
  const cohort = await stage.cohort({ capacity: 2 });
  const { application } = await stage.applicant(cohort.id);
  const actor = await actorOf(client, stage.staff.id);
  const values = { applicationId: application.id, version: String(application.version) };
  const key = crypto.randomUUID();
  const outcomes = await Promise.all(
    Array.from({ length: 5 }, () => call(client, admitApplicationAction, actor, values, key)),
  );
  expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
  expect((await standing(client, cohort.id)).enrolled).toHaveLength(1);
  const mails = {
    template: "application-admitted",
    params: { path: ["path"], string_contains: application.id },
  };
  expect(await client.outboxMail.count({ where: mails })).toBe(1);
});

it("gives one of two staff who decide the same application a conflict to read", async () => {
  const cohort = await stage.cohort({ capacity: 2 });
  const { application } = await stage.applicant(cohort.id);
  const actor = await actorOf(client, stage.staff.id);
  const values = { applicationId: application.id, version: String(application.version) };
  const outcomes = await Promise.all([
    call(client, admitApplicationAction, actor, values),
    call(client, admitApplicationAction, actor, values),
  ]);
  expect(outcomes.map(word).sort()).toEqual(["conflict", "done"]);
});
