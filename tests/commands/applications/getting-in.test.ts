import { beforeAll, describe, expect, it } from "vitest";
import {
  admitApplicationAction,
  answerApprovalAction,
  answerAsCoordinatorAction,
  askAgainAction,
  declineApplicationAction,
  takeUpApplicationAction,
  withdrawApplicationAction,
  writeApplicationAction,
} from "@/lib/applications/actions";
import { anonymous } from "@/lib/auth/acting";
import { executeAction } from "@/lib/auth/execute-action";
import { signedToken } from "@/lib/core/signed-link";
import type { PrismaClient } from "@/lib/db/generated/client";
import { inTransaction } from "@/lib/db/transaction";
import { makePerson, makePersonInRole } from "../../factories/people";
import { actorOf } from "../../factories/sign-in";
import { DAY_MS } from "../../factories/unique";
import { call, word } from "../../policy/call";
import { testDatabase } from "../../setup/database";
import { makeStage, type Stage } from "../enrolments/stage";

let client: PrismaClient;
let stage: Stage;

beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeStage(client);
}, 60_000);

function whole(cohortId: string, change: Record<string, unknown> = {}) {
  return {
    intent: "submit",
    cohortId,
    version: "0",
    participantRole: "manager",
    trackId: stage.programme.tracks[0]?.id ?? "",
    organisationId: stage.municipality.id,
    title: "Afdelingsleder",
    motivation: "Jeg vil lære at lede forandringer, der holder i drift.",
    accommodation: "Jeg bruger høreapparat.",
    managerName: "Mette Overgaard",
    managerEmail: "mette@solroed.example",
    payer: "organisation",
    payerGln: "5790 0000 0001 2",
    payerReference: "Udvikling 12",
    confirmed: "on",
    ...change,
  };
}

async function applicant() {
  const person = await makePerson(client);
  return { person, actor: await actorOf(client, person.id) };
}

const applicationsOf = (personId: string) =>
  client.application.findMany({ where: { personId }, include: { managerApproval: true } });

async function submitted(cohortId: string, change: Record<string, unknown> = {}) {
  const { person, actor } = await applicant();
  expect(word(await call(client, writeApplicationAction, actor, whole(cohortId, change)))).toBe("done");
  const [application] = await applicationsOf(person.id);
  if (!application) throw new Error("not submitted");
  const approvalId = application.managerApproval?.id ?? "";
  const token = signedToken("approval", approvalId, process.env.PRAKSIS_SECRET ?? "");
  return { person, actor, application, token };
}

const mailsTo = (email: string) =>
  client.outboxMail.findMany({ where: { toEmail: email }, orderBy: { createdAt: "asc" } });

describe("writing an application", () => {
  it("keeps a draft, goes on with it, and overwrites nothing that another tab has saved", async () => {
    const cohort = await stage.cohort();
    const { person, actor } = await applicant();
    const draft = (version: number, motivation: string) =>
      call(client, writeApplicationAction, actor, {
        ...whole(cohort.id, {
          intent: "draft",
          version: String(version),
          motivation,
          payerGln: "579",
          confirmed: undefined,
        }),
      });
    expect(await draft(0, "Jeg")).toMatchObject({ kind: "done", reply: { data: { version: 1 } } });
    expect(await draft(1, "Jeg vil")).toMatchObject({ kind: "done", reply: { data: { version: 2 } } });
    expect(word(await draft(1, "Noget helt andet"))).toBe("conflict");
    expect(await applicationsOf(person.id)).toMatchObject([
      { state: "draft", motivation: "Jeg vil", payerGln: "579" },
    ]);
  });

  it("begins one draft however many tabs save their first words at once", async () => {
    const cohort = await stage.cohort();
    const { person, actor } = await applicant();
    const first = whole(cohort.id, { intent: "draft", motivation: "Jeg" });
    const outcomes = await Promise.all(
      Array.from({ length: 4 }, () => call(client, writeApplicationAction, actor, first)),
    );
    expect(outcomes.map(word).sort()).toEqual(["conflict", "conflict", "conflict", "done"]);
    expect(await applicationsOf(person.id)).toHaveLength(1);
  });

  it("asks the manager, thanks the applicant, and leaves its traces", async () => {
    const cohort = await stage.cohort();
    const { person, application } = await submitted(cohort.id);
    expect(application).toMatchObject({
      state: "manager_pending",
      payerGln: "5790000000012",
      payer: "organisation",
    });
    expect(application.submittedAt).not.toBeNull();
    const approval = application.managerApproval;
    expect(Number(approval?.expiresAt) - Number(approval?.askedAt)).toBe(14 * DAY_MS);
    expect(await mailsTo(person.email)).toMatchObject([{ template: "application-received" }]);
    const asked = (await mailsTo("mette@solroed.example")).at(-1);
    expect(asked).toMatchObject({
      template: "approval-asked",
      params: { approvalId: approval?.id, applicant: person.name, organisation: "Solrød Prøvekommune" },
    });
    expect(JSON.stringify(asked?.params)).not.toContain("høreapparat");
    const events = await client.auditEvent.findMany({ where: { stream: `application:${application.id}` } });
    expect(events.map((event) => event.action)).toEqual(["application.submitted", "approval.asked"]);
    expect(JSON.stringify(events.map((event) => event.detail))).not.toContain(person.name);
  });

  it("goes straight to staff where nobody has to approve", async () => {
    const cohort = await stage.cohort();
    const { application } = await submitted(cohort.id, {
      managerName: "",
      managerEmail: "",
      payer: "self",
      payerGln: "",
    });
    expect(application).toMatchObject({ state: "submitted", payerGln: "", managerApproval: null });
  });

  it("is handed in once", async () => {
    const cohort = await stage.cohort();
    const { person, actor } = await applicant();
    const key = crypto.randomUUID();
    const twice = await Promise.all(
      Array.from({ length: 5 }, () => call(client, writeApplicationAction, actor, whole(cohort.id), key)),
    );
    expect(new Set(twice.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(word(await call(client, writeApplicationAction, actor, whole(cohort.id)))).toBe(
      "application.alreadyOpen",
    );
    expect(await applicationsOf(person.id)).toHaveLength(1);
    expect(await mailsTo(person.email)).toHaveLength(1);
  });

  it("is refused, and nothing is kept, after the deadline and where the cohort is not open", async () => {
    const late = await stage.cohort({ applicationDeadline: new Date(Date.now() - 1000) });
    const closed = await stage.cohort({ state: "closed" });
    const draft = await stage.cohort({ state: "draft" });
    const { person, actor } = await applicant();
    const tryAt = async (cohortId: string) =>
      word(await call(client, writeApplicationAction, actor, whole(cohortId)));
    expect(await tryAt(late.id)).toBe("cohort.deadlinePassed");
    expect(await tryAt(closed.id)).toBe("cohort.notOpen");
    expect(await tryAt(draft.id)).toBe("notFound");
    expect(await applicationsOf(person.id)).toEqual([]);
  });

  it("is refused where the applicant names themself as manager", async () => {
    const cohort = await stage.cohort();
    const { person, actor } = await applicant();
    const values = whole(cohort.id, { managerEmail: person.email.toUpperCase() });
    expect(await call(client, writeApplicationAction, actor, values)).toMatchObject({
      kind: "refused",
      refusal: { code: "application.managerIsApplicant", field: "managerEmail" },
    });
  });

  it("never reaches a cohort under an agreement of somebody else's employer", async () => {
    const agreement = await client.agreement.create({
      data: {
        kind: "in_house",
        title: "Internt",
        providerId: stage.provider.id,
        validFrom: new Date("2026-01-01"),
      },
    });
    const cohort = await stage.cohort({ agreementId: agreement.id });
    const { actor } = await applicant();
    expect(word(await call(client, writeApplicationAction, actor, whole(cohort.id)))).toBe("notFound");
  });
});

describe("the manager", () => {
  const answer = (token: string, value: "approve" | "decline", comment = "") =>
    call(client, answerApprovalAction, anonymous, { token, answer: value, comment });

  it("approves without an account, once, and the applicant is told", async () => {
    const cohort = await stage.cohort();
    const { person, application, token } = await submitted(cohort.id);
    expect(word(await answer(token, "approve", "God idé"))).toBe("done");
    expect(word(await answer(token, "decline", "Alligevel ikke"))).toBe("approval.alreadyApproved");
    const [after] = await applicationsOf(person.id);
    expect(after).toMatchObject({
      state: "manager_approved",
      managerApproval: { approved: true, comment: "God idé" },
    });
    expect((await mailsTo(person.email)).at(-1)).toMatchObject({
      template: "approval-answered",
      params: { answer: "approved", comment: "God idé" },
    });
    const event = await client.auditEvent.findFirstOrThrow({
      where: { stream: `application:${application.id}`, action: "approval.approved" },
    });
    expect(event).toMatchObject({ actorId: null, actingRole: "anonymous" });
  });

  it("declines with a reason, and not without", async () => {
    const { person, token } = await submitted((await stage.cohort()).id);
    expect(word(await answer(token, "decline"))).toBe("approval.reasonMissing");
    expect(word(await answer(token, "decline", "Ikke i år"))).toBe("done");
    expect(await applicationsOf(person.id)).toMatchObject([{ state: "manager_declined" }]);
  });

  it("is refused with a link that is expired, forged, or of an application that was withdrawn", async () => {
    const { actor, application, token } = await submitted((await stage.cohort()).id);
    const later = await executeAction(answerApprovalAction.definition, {
      actor: anonymous,
      values: { token, answer: "approve", comment: "", idempotencyKey: crypto.randomUUID() },
      now: new Date(Date.now() + 14 * DAY_MS),
      transact: (work) => inTransaction(client, work),
    });
    expect(word(later)).toBe("approval.expired");
    expect(word(await answer(`${token}x`, "approve"))).toBe("notFound");
    expect(
      word(
        await answer(
          signedToken("visit", application.managerApproval?.id ?? "", process.env.PRAKSIS_SECRET ?? ""),
          "approve",
        ),
      ),
    ).toBe("notFound");
    await call(client, withdrawApplicationAction, actor, { applicationId: application.id });
    expect(word(await answer(token, "approve"))).toBe("approval.withdrawn");
  });

  it("is replaced by another, and the first one's link stops working", async () => {
    const { person, actor, application, token } = await submitted((await stage.cohort()).id);
    const again = {
      applicationId: application.id,
      managerName: "Ny Leder",
      managerEmail: "ny@solroed.example",
    };
    expect(word(await call(client, askAgainAction, actor, { ...again, managerEmail: person.email }))).toBe(
      "application.managerIsApplicant",
    );
    expect(word(await call(client, askAgainAction, actor, again))).toBe("done");
    expect(word(await answer(token, "approve"))).toBe("notFound");
    const [after] = await applicationsOf(person.id);
    const fresh = signedToken("approval", after?.managerApproval?.id ?? "", process.env.PRAKSIS_SECRET ?? "");
    expect(word(await answer(fresh, "approve"))).toBe("done");
  });

  it("can be stood in for by the organisation's coordinator, not by another's", async () => {
    const { person, application } = await submitted((await stage.cohort()).id);
    const own = await makePersonInRole(client, "coordinator", stage.municipality.id);
    const other = await makePersonInRole(client, "coordinator", stage.provider.id);
    const values = { applicationId: application.id, answer: "approve", comment: "" };
    const as = async (id: string) =>
      word(await call(client, answerAsCoordinatorAction, await actorOf(client, id), values));
    expect(await as(other.id)).toBe("notFound");
    expect(await as(own.id)).toBe("done");
    expect(await applicationsOf(person.id)).toMatchObject([{ state: "manager_approved" }]);
  });
});

describe("staff", () => {
  const decide = async (action: Parameters<typeof call>[1], applicationId: string, more = {}) => {
    const { version } = await client.application.findUniqueOrThrow({ where: { id: applicationId } });
    const actor = await actorOf(client, stage.staff.id);
    return word(await call(client, action, actor, { applicationId, version: String(version), ...more }));
  };

  it("wait for the manager", async () => {
    const { application } = await submitted((await stage.cohort()).id);
    expect(await decide(admitApplicationAction, application.id)).toBe("application.managerPending");
  });

  it("admit onto a seat with the affiliation as it is, a case, a mail and a trace", async () => {
    const cohort = await stage.cohort();
    const { person, application, token } = await submitted(cohort.id);
    await call(client, answerApprovalAction, anonymous, { token, answer: "approve", comment: "" });
    expect(await decide(takeUpApplicationAction, application.id)).toBe("done");
    expect(await decide(admitApplicationAction, application.id)).toBe("done");
    const enrolment = await client.enrolment.findUniqueOrThrow({
      where: { applicationId: application.id },
      include: { seat: true, case: true },
    });
    expect(enrolment).toMatchObject({
      state: "reserved",
      personId: person.id,
      organisationName: "Solrød Prøvekommune",
      title: "Afdelingsleder",
      payerGln: "5790000000012",
      payerReference: "Udvikling 12",
      seat: { number: 1, cohortId: cohort.id },
      case: { state: "collecting" },
    });
    expect((await mailsTo(person.email)).at(-1)).toMatchObject({ template: "application-admitted" });
    const trail = await client.auditEvent.findMany({ where: { stream: `application:${application.id}` } });
    expect(trail.map((event) => event.action).slice(-2)).toEqual([
      "application.takenUp",
      "application.admitted",
    ]);
    expect(await decide(admitApplicationAction, application.id)).toBe("application.transition");
  });

  it("queue the 31st of 30 and tell the place; decline with a reason; see a conflict", async () => {
    const cohort = await stage.cohort({ capacity: 1 });
    const first = await stage.applicant(cohort.id);
    const second = await stage.applicant(cohort.id);
    const third = await stage.applicant(cohort.id);
    expect(await decide(admitApplicationAction, first.application.id)).toBe("done");
    expect(await decide(admitApplicationAction, second.application.id)).toBe("done");
    expect((await mailsTo(second.person.email)).at(-1)).toMatchObject({
      template: "application-waitlisted",
      params: { position: 1 },
    });
    expect(await decide(admitApplicationAction, second.application.id)).toBe("application.alreadyQueued");
    expect(await decide(declineApplicationAction, third.application.id, { reason: " " })).toBe(
      "invalid: reason required",
    );
    expect(await decide(declineApplicationAction, third.application.id, { reason: "Fordi" })).toBe("done");
    expect((await mailsTo(third.person.email)).at(-1)).toMatchObject({
      template: "application-declined",
      params: { reason: "Fordi" },
    });
    const stale = { version: "1" };
    expect(await decide(declineApplicationAction, second.application.id, { reason: "Fordi", ...stale })).toBe(
      "conflict",
    );
  });

  it("never decide their own application, nor one of another provider", async () => {
    const cohort = await stage.cohort();
    const actor = await actorOf(client, stage.staff.id);
    const solo = { managerName: "", managerEmail: "", payer: "self", payerGln: "" };
    expect(word(await call(client, writeApplicationAction, actor, whole(cohort.id, solo)))).toBe("done");
    const [own] = await applicationsOf(stage.staff.id);
    expect(await decide(admitApplicationAction, own?.id ?? "")).toBe("application.own");
    const elsewhere = await makeStage(client);
    const { application } = await elsewhere.applicant((await elsewhere.cohort()).id);
    expect(await decide(admitApplicationAction, application.id)).toBe("notFound");
  });
});
