import { beforeAll, describe, expect, it } from "vitest";
import { correctBillAction, issueInvoicesAction, saveBillingProfileAction } from "@/lib/billing/actions";
import type { PrismaClient } from "@/lib/db/generated/client";
import {
  pauseEnrolmentAction,
  substituteParticipantAction,
  transferParticipantAction,
  withdrawEnrolmentAction,
} from "@/lib/enrolments/actions";
import { makeSession } from "../../factories/cohorts";
import { makeAttendance, makeEnrolment } from "../../factories/enrolments";
import { makeAffiliation, makePerson } from "../../factories/people";
import { actorOf } from "../../factories/sign-in";
import { call, word } from "../../policy/call";
import { freshDatabase } from "../../setup/database";
import { makeStage, type Stage } from "./stage";

let client: PrismaClient;
let stage: Stage;

const PRICE = 2_450_000;

beforeAll(async () => {
  client = (await freshDatabase()).client;
  stage = await makeStage(client);
  // A published version does not change; a test may begin with one that has terms.
  await client.$executeRaw`ALTER TABLE programme_version DISABLE TRIGGER programme_version_frozen`;
  await client.programmeVersion.update({
    where: { id: stage.programme.versionId },
    data: {
      priceMinor: PRICE,
      vatPercent: 25,
      cancelFreeDays: 30,
      cancelLatePercent: 50,
      cancelStartedPercent: 100,
    },
  });
  await client.$executeRaw`ALTER TABLE programme_version ENABLE TRIGGER programme_version_frozen`;
}, 60_000);

const asStaff = async (action: Parameters<typeof call>[1], values: Record<string, unknown>) =>
  word(await call(client, action, await actorOf(client, stage.staff.id), values));
const day = (days: number) => new Date(new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10));
const cohortIn = (days: number) =>
  stage.cohort({ capacity: 5, startsOn: day(days), endsOn: day(days + 150) });
const seen = async (id: string) => {
  const { version } = await client.enrolment.findUniqueOrThrow({ where: { id } });
  return { enrolmentId: id, version: String(version) };
};
const enrol = (cohortId: string, state: "reserved" | "active" = "reserved") =>
  makeEnrolment(client, { cohortId, organisationId: stage.municipality.id, state });
const substitute = { name: "Ane Afløser", title: "Leder", reason: "Nyt job" };
let people = 0;
const newEmail = () => `afloeser-${++people}@solroed.example`;

describe("a substitute", () => {
  it("gets the seat and the bill, and nothing that was learned or seen; both are told", async () => {
    const cohort = await stage.cohort({ capacity: 1, state: "running", startsOn: day(-20), endsOn: day(90) });
    const old = await enrol(cohort.id, "active");
    await client.enrolment.update({
      where: { id: old.id },
      data: { payerGln: "5798003690018", payerReference: "REK-1" },
    });
    const session = await makeSession(client, { cohortId: cohort.id, state: "held" });
    await makeAttendance(client, {
      sessionId: session.id,
      enrolmentId: old.id,
      recordedById: stage.staff.id,
    });
    const email = newEmail();
    const values = { ...(await seen(old.id)), ...substitute, email };
    expect(await asStaff(substituteParticipantAction, values)).toBe("done");
    const next = await client.enrolment.findFirstOrThrow({
      where: { replacesId: old.id },
      include: { seat: true, attendance: true, observations: true, case: true, person: true },
    });
    expect(next).toMatchObject({
      state: "active",
      billId: old.id,
      payerGln: "5798003690018",
      payerReference: "REK-1",
      organisationId: stage.municipality.id,
      seat: { number: 1 },
      attendance: [],
      observations: [],
      person: { email },
    });
    expect(next.case).not.toBeNull();
    const gone = await client.enrolment.findUniqueOrThrow({
      where: { id: old.id },
      include: { seat: true, attendance: true },
    });
    expect([gone.state, gone.seat, gone.attendance.length]).toEqual(["substituted", null, 1]);
    const told = await client.outboxMail.findMany({ where: { template: "place-changed" } });
    const changes = told.map((mail) => (mail.params as { change: string }).change);
    expect(changes.sort()).toEqual(["substitute", "substituted"]);
  });

  it("is from the same organisation, somebody else, and not on the cohort in any way", async () => {
    const cohort = await cohortIn(60);
    const old = await enrol(cohort.id);
    const elsewhere = await makePerson(client);
    await makeAffiliation(client, { personId: elsewhere.id, organisationId: stage.provider.id });
    const here = await makeEnrolment(client, { cohortId: cohort.id, organisationId: stage.municipality.id });
    const emailOf = async (id: string) =>
      (await client.person.findUniqueOrThrow({ where: { id } })).email ?? "";
    const attempt = async (email: string) =>
      asStaff(substituteParticipantAction, { ...(await seen(old.id)), ...substitute, email });
    expect(await attempt(await emailOf(elsewhere.id))).toBe("enrolment.substituteElsewhere");
    expect(await attempt(await emailOf(here.personId))).toBe("enrolment.alreadyEnrolled");
    expect(await attempt(await emailOf(old.personId))).toBe("enrolment.substituteSame");
    const alone = await makeEnrolment(client, { cohortId: cohort.id });
    const values = { ...(await seen(alone.id)), ...substitute, email: newEmail() };
    expect(await asStaff(substituteParticipantAction, values)).toBe("enrolment.substituteNoOrganisation");
  });
});

describe("a move", () => {
  it("takes a free seat of the same programme that nobody waits for, and the bill along", async () => {
    const [from, to] = [await cohortIn(60), await cohortIn(90)];
    const old = await enrol(from.id);
    const values = { ...(await seen(old.id)), targetId: to.id, reason: "" };
    expect(await asStaff(transferParticipantAction, values)).toBe("done");
    const next = await client.enrolment.findFirstOrThrow({
      where: { continuesId: old.id },
      include: { seat: true },
    });
    expect(next).toMatchObject({
      cohortId: to.id,
      personId: old.personId,
      billId: old.id,
      state: "reserved",
    });
    expect(next.seat?.number).toBe(1);
    expect(await client.seat.count({ where: { cohortId: from.id } })).toBe(0);
  });

  it("does not go where it is full", async () => {
    const [from, to] = [
      await cohortIn(60),
      await stage.cohort({ capacity: 1, startsOn: day(90), endsOn: day(200) }),
    ];
    await enrol(to.id);
    const old = await enrol(from.id);
    const values = { ...(await seen(old.id)), targetId: to.id, reason: "" };
    expect(await asStaff(transferParticipantAction, values)).toBe("enrolment.transferFull");
  });
});

it("a pause keeps the seat, and says until when", async () => {
  const cohort = await stage.cohort({ capacity: 2, state: "running", startsOn: day(-20), endsOn: day(90) });
  const one = await enrol(cohort.id, "active");
  const pause = async (returnsOn: string) =>
    asStaff(pauseEnrolmentAction, { ...(await seen(one.id)), returnsOn, reason: "Barsel" });
  expect(await pause("2027-08-01")).toBe("done");
  const paused = await client.enrolment.findUniqueOrThrow({ where: { id: one.id }, include: { seat: true } });
  expect(paused).toMatchObject({ state: "paused", returnsOn: new Date("2027-08-01"), pauseReason: "Barsel" });
  expect(paused.seat).not.toBeNull();
  expect(await pause("")).toBe("done");
  const back = await client.enrolment.findUniqueOrThrow({ where: { id: one.id } });
  expect(back).toMatchObject({ state: "active", returnsOn: null, pausedAt: null });
});

describe("the bill", () => {
  const profile = {
    street: "Skovvej 7",
    postalCode: "5000",
    city: "Odense C",
    bankRegistration: "3574",
    bankAccount: "0012345678",
    contactName: "Hanne Bogholder",
    contactEmail: "bogholder@komponent.example",
    paymentDays: "30",
  };
  const documents = (cohortId: string) =>
    client.invoice.findMany({ where: { cohortId }, orderBy: { number: "asc" }, include: { lines: true } });
  const issue = (cohortId: string) => asStaff(issueInvoicesAction, { cohortId });

  it("is made once, goes on with a substitute, and is credited by the terms when somebody leaves", async () => {
    const cohort = await cohortIn(10);
    const [one, two] = [await enrol(cohort.id), await enrol(cohort.id)];
    expect(await issue(cohort.id)).toBe("billing.profileMissing");
    const providerId = stage.provider.id;
    expect(await asStaff(saveBillingProfileAction, { providerId, version: "0", ...profile })).toBe("done");
    const bill = { payerGln: "5798003690018", payerReference: "REK-1" };
    for (const { id } of [one, two])
      expect(await asStaff(correctBillAction, { ...(await seen(id)), ...bill })).toBe("done");
    expect(await issue(cohort.id)).toBe("done");
    expect(await issue(cohort.id)).toBe("billing.nothingDue");
    const [first] = await documents(cohort.id);
    expect(first).toMatchObject({ kind: "invoice", netMinor: 2 * PRICE, vatMinor: PRICE / 2, number: 1 });

    const handed = { ...(await seen(one.id)), ...substitute, email: newEmail() };
    expect(await asStaff(substituteParticipantAction, handed)).toBe("done");
    expect(await issue(cohort.id)).toBe("billing.nothingDue");

    const leaving = { ...(await seen(two.id)), reason: "Sygdom" };
    expect(await asStaff(withdrawEnrolmentAction, leaving)).toBe("done");
    expect((await client.enrolment.findUniqueOrThrow({ where: { id: two.id } })).owedPercent).toBe(50);
    expect(await issue(cohort.id)).toBe("done");
    const credit = (await documents(cohort.id))[1];
    expect(credit).toMatchObject({ kind: "credit_note", netMinor: PRICE / 2, number: 2 });
    expect(credit?.parties).toMatchObject({ credits: [1], buyer: { gln: "5798003690018" } });
  });

  it("is waived wholly where staff say so, and stays as it was made", async () => {
    const cohort = await cohortIn(10);
    const one = await enrol(cohort.id);
    expect(await issue(cohort.id)).toBe("done");
    const leaving = { ...(await seen(one.id)), reason: "Fejl hos os", waive: "on" };
    expect(await asStaff(withdrawEnrolmentAction, leaving)).toBe("done");
    expect(await issue(cohort.id)).toBe("done");
    const [invoice, credit] = await documents(cohort.id);
    expect([invoice?.netMinor, credit?.netMinor]).toEqual([PRICE, PRICE]);
    await expect(
      client.invoice.update({ where: { id: invoice?.id ?? "" }, data: { netMinor: 1 } }),
    ).rejects.toThrow(/invoice_append_only/);
  });

  it("is numbered without gaps when two cohorts are invoiced at once", async () => {
    const cohorts = [await cohortIn(10), await cohortIn(11), await cohortIn(12)];
    for (const { id } of cohorts) await enrol(id);
    const before = await client.invoice.count();
    expect(await Promise.all(cohorts.map(({ id }) => issue(id)))).toEqual(["done", "done", "done"]);
    const numbers = (await client.invoice.findMany({ orderBy: { number: "asc" } })).map(
      (each) => each.number,
    );
    expect(numbers).toEqual(Array.from({ length: before + 3 }, (_, index) => index + 1));
  });
});
