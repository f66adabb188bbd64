import { beforeAll, describe, expect, it } from "vitest";
import {
  addFacilitatorAction,
  changeCapacityAction,
  changeCohortStateAction,
  createCohortAction,
  editCohortAction,
  removeFacilitatorAction,
  setLeadAction,
} from "@/lib/cohorts/actions";
import type { PrismaClient } from "@/lib/db/generated/client";
import type { CohortState } from "@/lib/db/generated/enums";
import { addSessionAction, addSessionRowAction } from "@/lib/sessions/actions";
import { makeApplication } from "../../factories/applications";
import { makeSession } from "../../factories/cohorts";
import { makeEnrolment } from "../../factories/enrolments";
import { makePersonInRole } from "../../factories/people";
import { unique } from "../../factories/unique";
import { testDatabase } from "../../setup/database";
import { makeProviderStage, type ProviderStage, said, sessionValues, stageCohort } from "./provider-stage";

let client: PrismaClient;
let stage: ProviderStage;
let other: ProviderStage;
beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeProviderStage(client);
  other = await makeProviderStage(client);
});

const read = (id: string) => client.cohort.findUniqueOrThrow({ where: { id } });
const content = (slug: string) => ({
  name: "Odense, forår 2031",
  slug,
  city: "Odense",
  startsOn: "2031-05-01",
  endsOn: "2031-11-30",
  deadlineOn: "2031-04-01",
  timeZone: "Europe/Copenhagen",
  offerHours: "72",
});
const create = (change: object = {}, who = stage) =>
  said(client, createCohortAction, who.actor, {
    programmeVersionId: stage.programme.versionId,
    agreementId: "",
    capacity: "30",
    ...content(unique("hold")),
    ...change,
  });

async function change(cohortId: string, state: CohortState, reason = "", who = stage): Promise<string> {
  const { version } = await read(cohortId);
  return said(client, changeCohortStateAction, who.actor, { cohortId, version, state, reason });
}

describe("from nothing to open", () => {
  it("goes by the checklist, one point after the other", async () => {
    const slug = unique("hold");
    expect(await create({ slug })).toBe("done");
    const { id, applicationDeadline } = await client.cohort.findUniqueOrThrow({ where: { slug } });
    expect(applicationDeadline.toISOString()).toBe("2031-04-01T21:59:59.999Z");
    expect(await change(id, "open")).toBe("cohort.opening.sessions");
    const row = {
      cohortId: id,
      themes: "1. Et felt med egne vilkår\nAt lede en proces\nDet, vi kan nu",
      firstDay: "2031-10-07",
      everyWeeks: "1",
      count: "",
      skipWeeks: "uge 42",
      from: "9",
      to: "16.00",
      format: "workshop",
      roomId: stage.roomId,
      place: "",
      link: "",
    };
    expect(await said(client, addSessionRowAction, stage.actor, row)).toBe("done");
    expect(await change(id, "open")).toBe("cohort.opening.team");
    const [first] = stage.facilitators;
    expect(await said(client, addFacilitatorAction, stage.actor, { cohortId: id, personId: first.id })).toBe(
      "done",
    );
    expect(await change(id, "open")).toBe("done");
    const sessions = await client.session.findMany({ where: { cohortId: id }, orderBy: { position: "asc" } });
    expect(
      sessions.map((session) => [session.theme, session.startsLocal.toISOString().slice(0, 16)]),
    ).toEqual([
      ["Et felt med egne vilkår", "2031-10-07T09:00"],
      ["At lede en proces", "2031-10-21T09:00"],
      ["Det, vi kan nu", "2031-10-28T09:00"],
    ]);
    // Summer time ends on 26 October 2031: the wall time stays, the instant does not.
    expect(sessions.map((session) => session.startsAt.toISOString().slice(11, 16))).toEqual([
      "07:00",
      "07:00",
      "08:00",
    ]);
  });

  it.each([
    ["an end before the start", { endsOn: "2031-04-30" }, "invalid: endsOn endsBeforeStart"],
    ["a deadline on the first day", { deadlineOn: "2031-05-01" }, "invalid: deadlineOn deadlineAfterStart"],
    ["the address of a programme", {}, "cohort.slugTaken"],
  ])("refuses %s", async (_name, values, expected) => {
    const slug = expected === "cohort.slugTaken" ? stage.programme.slug : unique("hold");
    expect(await create({ slug, ...values })).toBe(expected);
  });

  it("is not for another provider's staff", async () => {
    expect(await create({}, other)).toBe("notFound");
    const cohort = await stageCohort(client, stage);
    expect(await change(cohort.id, "cancelled", "Nej", other)).toBe("notFound");
    expect((await read(cohort.id)).state).toBe("draft");
  });

  it("is not made of a retired version", async () => {
    const version = await client.programmeVersion.findUniqueOrThrow({
      where: { id: other.programme.versionId },
    });
    await client.programmeVersion.update({
      where: { id: version.id },
      data: { state: "retired", retiredAt: new Date() },
    });
    const values = {
      programmeVersionId: version.id,
      agreementId: "",
      capacity: "30",
      ...content(unique("hold")),
    };
    expect(await said(client, createCohortAction, other.actor, values)).toBe("cohort.opening.version");
  });

  it("changes its state once, however many try", async () => {
    const cohort = await stageCohort(client, stage, { state: "open" });
    const values = { cohortId: cohort.id, version: cohort.version, state: "closed", reason: "" };
    const outcomes = await Promise.all(
      Array.from({ length: 4 }, () => said(client, changeCohortStateAction, stage.actor, values)),
    );
    expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(1);
  });
});

describe("what changes later", () => {
  it("keeps the address once it is open, and the zone once there are sessions", async () => {
    const cohort = await stageCohort(client, stage, { state: "open" });
    await makeSession(client, { cohortId: cohort.id });
    const edit = (values: object) =>
      said(client, editCohortAction, stage.actor, {
        cohortId: cohort.id,
        version: cohort.version,
        ...content(cohort.slug),
        ...values,
      });
    expect(await edit({ slug: unique("ny") })).toBe("cohort.slugFixed");
    expect(await edit({ timeZone: "Europe/Helsinki" })).toBe("cohort.zoneFixed");
    expect(await edit({ name: "Nyt navn" })).toBe("done");
    expect(await edit({ name: "For sent" })).toBe("conflict");
  });

  it("never has fewer seats than are taken, and offers new ones to the queue in order", async () => {
    const cohort = await stageCohort(client, stage, { state: "open", capacity: 2 });
    await makeEnrolment(client, { cohortId: cohort.id, state: "reserved" });
    await makeEnrolment(client, { cohortId: cohort.id, state: "reserved" });
    for (let place = 0; place < 3; place++)
      await makeApplication(client, { cohortId: cohort.id, state: "waitlisted" });
    const set = async (capacity: number) => {
      const { version } = await read(cohort.id);
      return said(client, changeCapacityAction, stage.actor, { cohortId: cohort.id, version, capacity });
    };
    expect(await set(1)).toBe("cohort.capacityBelow");
    expect(await set(4)).toBe("done");
    const queue = await client.waitlistEntry.findMany({
      where: { cohortId: cohort.id },
      orderBy: { position: "asc" },
    });
    expect(queue.map((entry) => entry.state)).toEqual(["offered", "offered", "waiting"]);
  });

  it("has one lead on its team, and nobody who does not belong", async () => {
    const cohort = await stageCohort(client, stage, { facilitatorIds: [] });
    const [first, second] = stage.facilitators;
    const team = (action: typeof addFacilitatorAction, personId: string) =>
      said(client, action, stage.actor, { cohortId: cohort.id, personId });
    const assessor = await makePersonInRole(client, "assessor", stage.provider.id);
    expect(await team(addFacilitatorAction, assessor.id)).toBe("cohort.team.notFacilitator");
    expect(await team(addFacilitatorAction, first.id)).toBe("done");
    expect(await team(addFacilitatorAction, first.id)).toBe("cohort.team.already");
    expect(await team(addFacilitatorAction, second.id)).toBe("done");
    expect(await team(setLeadAction as typeof addFacilitatorAction, second.id)).toBe("done");
    const leads = await client.cohortFacilitator.findMany({ where: { cohortId: cohort.id, isLead: true } });
    expect(leads.map((lead) => lead.personId)).toEqual([second.id]);
    const values = { cohortId: cohort.id, ...sessionValues, facilitatorIds: [first.id] };
    expect(await said(client, addSessionAction, stage.actor, values)).toBe("done");
    expect(await team(removeFacilitatorAction as typeof addFacilitatorAction, first.id)).toBe(
      "cohort.team.hasSessions",
    );
  });
});

describe("cancelling a cohort", () => {
  it("frees seats, sessions and applications, and tells each person once", async () => {
    const cohort = await stageCohort(client, stage, { state: "open" });
    const enrolment = await makeEnrolment(client, { cohortId: cohort.id, state: "reserved" });
    const application = await makeApplication(client, { cohortId: cohort.id, state: "under_review" });
    await makeApplication(client, { cohortId: cohort.id, state: "waitlisted" });
    const facilitatorId = stage.facilitators[0].id;
    const session = await makeSession(client, { cohortId: cohort.id, facilitatorIds: [facilitatorId] });
    expect(await change(cohort.id, "cancelled")).toBe("cohort.reasonMissing");
    expect(await change(cohort.id, "cancelled", "For få tilmeldte")).toBe("done");
    expect(await client.seat.count({ where: { cohortId: cohort.id } })).toBe(0);
    expect(
      await client.session.findMany({
        where: { cohortId: cohort.id },
        select: { state: true, sequence: true },
      }),
    ).toEqual([{ state: "cancelled", sequence: 1 }]);
    expect((await client.enrolment.findUniqueOrThrow({ where: { id: enrolment.id } })).state).toBe(
      "withdrawn",
    );
    expect((await client.application.findUniqueOrThrow({ where: { id: application.id } })).state).toBe(
      "withdrawn",
    );
    const mails = await client.outboxMail.findMany({
      where: { params: { path: ["cohort"], equals: cohort.name } },
      select: { template: true, toEmail: true, params: true },
    });
    // One enrolled, one applicant, two who teach, and the one in the queue, whom the decline tells.
    expect(mails.map((mail) => mail.template).sort()).toEqual([
      "application-declined",
      "cohort-cancelled",
      "cohort-cancelled",
      "cohort-cancelled",
      "cohort-cancelled",
    ]);
    expect(new Set(mails.map((mail) => mail.toEmail)).size).toBe(mails.length);
    // Only who had the session is told to take it out of a calendar: the participant, and the one of the two who was to teach it.
    const told = mails.map(({ params }) => params as { personId?: string; changes?: unknown[] });
    const losing = told.filter(({ changes = [] }) => changes.length > 0);
    expect(losing.map(({ personId }) => personId).sort()).toEqual([enrolment.personId, facilitatorId].sort());
    for (const { changes } of losing)
      expect(changes).toMatchObject([{ kind: "cancelled", uid: session.icalUid, sequence: 1 }]);
  });

  it("takes out of calendars what each person had: not where they were not expected, and also while they pause", async () => {
    const cohort = await stageCohort(client, stage, { state: "running" });
    const [first, middle] = [
      await makeSession(client, { cohortId: cohort.id }),
      await makeSession(client, { cohortId: cohort.id }),
    ];
    await client.sessionObligation.create({
      data: { sessionId: middle.id, participantRole: "politician", obligation: "not_expected" },
    });
    const politician = await makeEnrolment(client, { cohortId: cohort.id, participantRole: "politician" });
    const paused = await makeEnrolment(client, { cohortId: cohort.id, state: "paused" });
    expect(await change(cohort.id, "cancelled", "For få tilmeldte")).toBe("done");
    const lost = async (personId: string) => {
      const mails = await client.outboxMail.findMany({
        where: { params: { path: ["personId"], equals: personId } },
      });
      expect(mails).toHaveLength(1);
      const told = mails.map(({ params }) => params as unknown as { changes: { sessionId: string }[] });
      return told.flatMap(({ changes }) => changes.map(({ sessionId }) => sessionId)).sort();
    };
    expect(await lost(politician.personId)).toEqual([first.id]);
    expect(await lost(paused.personId)).toEqual([first.id, middle.id].sort());
  });

  it("is final", async () => {
    const cohort = await stageCohort(client, stage, { state: "cancelled" });
    for (const state of ["open", "closed", "running", "completed", "archived"] as const)
      expect(await change(cohort.id, state)).toBe("cohort.transition");
  });
});

describe("running, completing, archiving", () => {
  it("starts on its first day, with everything decided, and makes reserved seats active", async () => {
    const cohort = await stageCohort(client, stage, {
      state: "closed",
      startsOn: new Date("2020-05-01"),
      endsOn: new Date("2031-11-30"),
    });
    const enrolment = await makeEnrolment(client, { cohortId: cohort.id, state: "reserved" });
    const application = await makeApplication(client, { cohortId: cohort.id, state: "under_review" });
    expect(await change(cohort.id, "running")).toBe("cohort.undecided");
    await client.application.update({ where: { id: application.id }, data: { state: "withdrawn" } });
    expect(await change(cohort.id, "running")).toBe("done");
    expect((await client.enrolment.findUniqueOrThrow({ where: { id: enrolment.id } })).state).toBe("active");
    await makeSession(client, { cohortId: cohort.id });
    expect(await change(cohort.id, "completed")).toBe("cohort.unfinished");
    await client.session.updateMany({ where: { cohortId: cohort.id }, data: { state: "cancelled" } });
    expect(await change(cohort.id, "completed")).toBe("done");
    expect(await change(cohort.id, "archived")).toBe("done");
  });

  it("does not start before its first day", async () => {
    const cohort = await stageCohort(client, stage, { state: "closed" });
    expect(await change(cohort.id, "running")).toBe("cohort.beforeStart");
  });
});
