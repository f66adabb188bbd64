/** What ends with somebody's participation: the visits ahead of them, and the case in which nothing is decided. */
import { beforeAll, describe, expect, it } from "vitest";
import { listCases } from "@/lib/certification/queries/list-cases";
import { changeCohortStateAction } from "@/lib/cohorts/actions";
import type { PrismaClient } from "@/lib/db/generated/client";
import {
  pauseEnrolmentAction,
  substituteParticipantAction,
  transferParticipantAction,
  withdrawEnrolmentAction,
} from "@/lib/enrolments/actions";
import { makeCase } from "../../factories/cases";
import { makeEnrolment } from "../../factories/enrolments";
import { makeVisit } from "../../factories/observations";
import { makePerson, makePersonInRole } from "../../factories/people";
import { actingAs, actorOf } from "../../factories/sign-in";
import { inDays } from "../../factories/unique";
import { call, word } from "../../policy/call";
import { testDatabase } from "../../setup/database";
import { makeStage, type Stage } from "./stage";

let client: PrismaClient;
let stage: Stage;

beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeStage(client);
}, 60_000);

const asStaff = async (action: Parameters<typeof call>[1], values: Record<string, unknown>) =>
  word(await call(client, action, await actorOf(client, stage.staff.id), values));
const day = (days: number) => new Date(inDays(days).toISOString().slice(0, 10));
const running = () => stage.cohort({ capacity: 3, state: "running", startsOn: day(-20), endsOn: day(90) });
const enrol = (cohortId: string) =>
  makeEnrolment(client, { cohortId, organisationId: stage.municipality.id, state: "active" });
const seen = async (id: string) => {
  const { version } = await client.enrolment.findUniqueOrThrow({ where: { id } });
  return { enrolmentId: id, version: String(version) };
};
const caseOf = (enrolmentId: string) =>
  client.certificationCase.findUniqueOrThrow({ where: { enrolmentId } });

/** The ways off a cohort: each takes the person away whose enrolment it is given. */
const ways = {
  withdraws: async (id) => asStaff(withdrawEnrolmentAction, { ...(await seen(id)), reason: "Nyt job" }),
  "is replaced": async (id) =>
    asStaff(substituteParticipantAction, {
      ...(await seen(id)),
      name: "Ane Afløser",
      title: "Leder",
      reason: "Nyt job",
      email: `${id}@solroed.example`,
    }),
  "is moved to another cohort": async (id) => {
    const { id: targetId } = await stage.cohort({ capacity: 2, startsOn: day(60), endsOn: day(200) });
    return asStaff(transferParticipantAction, { ...(await seen(id)), targetId, reason: "" });
  },
  "loses the cohort": async (_, cohortId) => {
    const { version } = await client.cohort.findUniqueOrThrow({ where: { id: cohortId } });
    const values = { cohortId, version: String(version), state: "cancelled", reason: "For få deltagere" };
    return asStaff(changeCohortStateAction, values);
  },
} satisfies Record<string, (enrolmentId: string, cohortId: string) => Promise<string>>;
const every = Object.entries(ways) as [keyof typeof ways, (typeof ways)[keyof typeof ways]][];

describe("whoever leaves", () => {
  it.each(every)("who %s: the visits ahead are cancelled, and both are told", async (way, leave) => {
    const cohort = await running();
    const old = await enrol(cohort.id);
    const stays = await enrol(cohort.id);
    const assessor = await makePerson(client);
    const visit = (enrolmentId: string, state: "proposed" | "booked", days: number) =>
      makeVisit(client, { enrolmentId, assessorId: assessor.id, state, startsAt: inDays(days) });
    const [booked, proposed] = [await visit(old.id, "booked", 9), await visit(old.id, "proposed", 12)];
    const past = await visit(old.id, "booked", -1);
    const others = await visit(stays.id, "booked", 15);
    expect(await leave(old.id, cohort.id)).toBe("done");
    const stateOf = async ({ id }: { id: string }) => {
      const { state, sequence } = await client.observationVisit.findUniqueOrThrow({ where: { id } });
      return [state, sequence];
    };
    expect([await stateOf(booked), await stateOf(proposed), await stateOf(past)]).toEqual([
      ["cancelled", 1],
      ["cancelled", 1],
      ["booked", 0],
    ]);
    const allLeave = way === "loses the cohort";
    expect(await stateOf(others)).toEqual(allLeave ? ["cancelled", 1] : ["booked", 0]);
    const { email } = await client.person.findUniqueOrThrow({ where: { id: old.personId } });
    for (const [toEmail, path] of [
      [email ?? "", "/my/visits/"],
      [assessor.email, "/assess/visits/"],
    ] as const) {
      const mails = await client.outboxMail.findMany({ where: { toEmail, template: "visit-cancelled" } });
      const params = mails.map((mail) => mail.params);
      const about = (id: string) => ({ visitId: id, sequence: 1, left: true, path: `${path}${id}` });
      expect(params).toHaveLength(allLeave && toEmail === assessor.email ? 3 : 2);
      expect(params).toEqual(
        expect.arrayContaining([booked, proposed].map(({ id }) => expect.objectContaining(about(id)))),
      );
    }
  });

  it.each(
    every.flatMap(([way, leave], index) => {
      const states = ["collecting", "ready", "recommended", "hearing"] as const;
      return [[way, states[index] ?? "collecting", leave] as const];
    }),
  )("who %s with a case that is %s: it ends, and waits for nobody", async (_way, state, leave) => {
    const cohort = await running();
    const old = await enrol(cohort.id);
    const outcome = state === "hearing" ? "not_certified" : "certified";
    const its = await makeCase(client, { enrolmentId: old.id, state, outcome, evidenceDueOn: inDays(30) });
    expect(await leave(old.id, cohort.id)).toBe("done");
    const ended = await caseOf(old.id);
    expect(ended).toMatchObject({ state: "discontinued", version: its.version + 1 });
    expect(ended.discontinuedAt).not.toBeNull();
    const event = await client.auditEvent.findFirst({
      where: { entityId: its.id, action: "case.discontinued" },
    });
    expect(event?.detail).toMatchObject({ before: state, after: "discontinued", round: 1 });
    const certifier = await makePersonInRole(client, "certifier", its.certifyingBodyId);
    const acting = await actingAs(client, certifier.id, "certification.view");
    for (const phase of ["open", "collecting", "ended"] as const) {
      const { rows } = await listCases(acting, { phase, page: 1 }, new Date());
      expect([phase, rows.some(({ id }) => id === its.id)]).toEqual([phase, phase === "ended"]);
    }
  });

  it("with a decision that they have not heard yet: it stays, and is told", async () => {
    const cohort = await running();
    const old = await enrol(cohort.id);
    await makeCase(client, { enrolmentId: old.id, state: "decided" });
    expect(await ways.withdraws(old.id)).toBe("done");
    expect(await caseOf(old.id)).toMatchObject({ state: "decided", discontinuedAt: null });
  });

  it("is told that the case has ended with it; a substitute and a new cohort begin one anew", async () => {
    const [first, second, third] = [await running(), await running(), await running()];
    const [left, replaced, moved] = [await enrol(first.id), await enrol(second.id), await enrol(third.id)];
    for (const { id } of [left, replaced, moved]) await makeCase(client, { enrolmentId: id });
    await ways.withdraws(left.id);
    await ways["is replaced"](replaced.id);
    await ways["is moved to another cohort"](moved.id);
    for (const { personId } of [left, replaced, moved]) {
      const { email } = await client.person.findUniqueOrThrow({ where: { id: personId } });
      const mail = await client.outboxMail.findFirst({
        where: { toEmail: email ?? "", template: "place-changed" },
      });
      expect(mail?.params).toMatchObject({ caseEnded: true });
    }
    const next = await client.enrolment.findMany({
      where: { OR: [{ replacesId: replaced.id }, { continuesId: moved.id }] },
      select: { case: { select: { state: true, round: true } } },
    });
    expect(next.map((each) => each.case)).toEqual([
      { state: "collecting", round: 1 },
      { state: "collecting", round: 1 },
    ]);
  });

  it("only for a while keeps the case", async () => {
    const cohort = await running();
    const old = await enrol(cohort.id);
    const { state } = await makeCase(client, { enrolmentId: old.id });
    const pause = async (returnsOn: string) =>
      asStaff(pauseEnrolmentAction, { ...(await seen(old.id)), returnsOn, reason: "Barsel" });
    expect(await pause("2099-08-01")).toBe("done");
    expect((await caseOf(old.id)).state).toBe(state);
    expect(await pause("")).toBe("done");
    expect((await caseOf(old.id)).state).toBe(state);
  });
});

describe("the database", () => {
  it("lets no case lapse whose person is there, and nobody leave an undecided one behind", async () => {
    const cohort = await running();
    const { id } = await enrol(cohort.id);
    const its = await makeCase(client, { enrolmentId: id });
    await expect(
      client.certificationCase.update({
        where: { id: its.id },
        data: { state: "discontinued", discontinuedAt: new Date() },
      }),
    ).rejects.toThrow(/certification_case_lapses/);
    await expect(
      client.enrolment.update({
        where: { id },
        data: { state: "withdrawn", endedAt: new Date(), endReason: "x", seat: { delete: true } },
      }),
    ).rejects.toThrow(/enrolment_leaves_no_case/);
  });
});
