import { beforeAll, describe, expect, it } from "vitest";
import { answerApprovalAction, askAgainAction, forwardApprovalAction } from "@/lib/applications/actions";
import { getForwardedApproval } from "@/lib/applications/queries/get-forwarded-approval";
import { actingWith, anonymous } from "@/lib/auth/acting";
import type { PrismaClient } from "@/lib/db/generated/client";
import { remindManagers } from "@/lib/jobs/remind-managers";
import { tellExpiredApprovals } from "@/lib/jobs/tell-expired-approvals";
import { makePersonInRole } from "../../factories/people";
import { call, word } from "../../policy/call";
import { testDatabase } from "../../setup/database";
import { type Door, makeDoor, tokenOf } from "./door";

const DAY = 86_400_000;
let client: PrismaClient;
let door: Door;

beforeAll(async () => {
  client = (await testDatabase()).client;
  door = await makeDoor(client);
}, 60_000);

const deputy = { deputyName: "Sonja Vikar", deputyEmail: "sonja@solroed.example", note: "Du kender holdet." };
const forward = (token: string, change = {}) =>
  call(client, forwardApprovalAction, anonymous, { token, ...deputy, ...change });
const approvalOf = (applicationId: string) =>
  client.managerApproval.findUniqueOrThrow({ where: { applicationId } });

describe("a manager's question that is passed on", () => {
  it("is answered by the deputy's link; the first one tells to whom it went, and answers nothing", async () => {
    const { application, token } = await door.submitted((await door.cohort()).id);
    const first = await approvalOf(application.id);
    expect(word(await forward(token))).toBe("done");
    const second = await approvalOf(application.id);
    expect(second).toMatchObject({ managerName: "Sonja Vikar", expiresAt: first.expiresAt });
    expect(second.id).not.toBe(first.id);
    const answer = { answer: "approve", comment: "" };
    expect(word(await call(client, answerApprovalAction, anonymous, { token, ...answer }))).toBe("notFound");
    const anybody = actingWith(anonymous, "approval.answer");
    const secret = process.env.PRAKSIS_SECRET ?? "";
    expect(anybody && (await getForwardedApproval(anybody, token, secret))).toMatchObject({
      toName: "Sonja Vikar",
    });
    expect((await door.mailsTo(deputy.deputyEmail)).at(-1)).toMatchObject({
      template: "approval-forwarded",
      params: expect.objectContaining({ from: "Mette Overgaard", note: "Du kender holdet." }),
    });
    const withNew = { token: tokenOf(second.id), ...answer };
    expect(word(await call(client, answerApprovalAction, anonymous, withNew))).toBe("done");
    const trail = await client.auditEvent.findMany({
      where: { stream: `application:${application.id}` },
      orderBy: { position: "asc" },
    });
    expect(trail.map((event) => event.action).slice(-2)).toEqual(["approval.forwarded", "approval.approved"]);
  });

  it("does not go to the applicant, to its holder, nor on for ever", async () => {
    const { person, application, token } = await door.submitted((await door.cohort()).id);
    expect(word(await forward(token, { deputyEmail: person.email ?? "" }))).toBe(
      "approval.deputyIsApplicant",
    );
    expect(word(await forward(token, { deputyEmail: "Mette+x@solroed.example" }))).toBe(
      "approval.deputyIsHolder",
    );
    for (let n = 0; n < 3; n++) {
      const { id } = await approvalOf(application.id);
      expect(word(await forward(tokenOf(id), { deputyEmail: `vikar${n}@solroed.example` }))).toBe("done");
    }
    const { id } = await approvalOf(application.id);
    expect(word(await forward(tokenOf(id)))).toBe("approval.forwardedOften");
  });
});

describe("a manager who does not answer", () => {
  it("is reminded once, when half of the cohort's time for it has gone, and not after the answer", async () => {
    const cohort = await door.cohort();
    await client.cohort.update({ where: { id: cohort.id }, data: { approvalDays: 4 } });
    const waiting = await door.submitted(cohort.id, { managerEmail: "langsom@solroed.example" });
    const answered = await door.submitted(cohort.id, { managerEmail: "hurtig@solroed.example" });
    const values = { token: answered.token, answer: "approve", comment: "" };
    await call(client, answerApprovalAction, anonymous, values);
    const reminders = (email: string) =>
      client.outboxMail.count({ where: { toEmail: email, template: "approval-reminder" } });
    const asked = (await approvalOf(waiting.application.id)).askedAt.getTime();
    await remindManagers(client, new Date(asked + 2 * DAY - 1000));
    expect(await reminders("langsom@solroed.example")).toBe(0);
    const due = new Date(asked + 2 * DAY);
    await Promise.all([remindManagers(client, due), remindManagers(client, due)]);
    await remindManagers(client, new Date(asked + 3 * DAY));
    expect(await reminders("langsom@solroed.example")).toBe(1);
    expect(await reminders("hurtig@solroed.example")).toBe(0);
  });

  it("is told of once when the time is up: to the applicant, who may ask again, and to who coordinates there", async () => {
    const cohort = await door.cohort();
    await client.cohort.update({ where: { id: cohort.id }, data: { approvalDays: 4 } });
    const coordinator = await makePersonInRole(client, "coordinator", door.municipality.id);
    const former = await makePersonInRole(client, "coordinator", door.municipality.id);
    await client.roleGrant.updateMany({
      where: { personId: former.id },
      data: { validTo: new Date(Date.now() - DAY) },
    });
    const waiting = await door.submitted(cohort.id);
    const answered = await door.submitted(cohort.id);
    const values = { token: answered.token, answer: "approve", comment: "" };
    await call(client, answerApprovalAction, anonymous, values);
    const { expiresAt } = await approvalOf(waiting.application.id);
    const told = async (email: string | null) =>
      (await door.mailsTo(email ?? "")).filter(({ template }) => /expired|left-over/.test(template));
    await tellExpiredApprovals(client, new Date(expiresAt.getTime() - 1));
    expect(await told(waiting.person.email)).toEqual([]);
    await Promise.all([tellExpiredApprovals(client, expiresAt), tellExpiredApprovals(client, expiresAt)]);
    await tellExpiredApprovals(client, new Date(expiresAt.getTime() + DAY));
    const path = `/my/applications/${waiting.application.id}`;
    expect(await told(waiting.person.email)).toMatchObject([
      { template: "approval-expired", params: { manager: "Mette Overgaard", path } },
    ]);
    // Others of this file wait in vain too: only this applicant's is looked for.
    const about = (mails: Awaited<ReturnType<typeof told>>) =>
      mails.filter(({ params }) => JSON.stringify(params).includes(waiting.person.name));
    expect(about(await told(coordinator.email))).toMatchObject([
      { template: "approval-left-over", params: { path: "/organisation" } },
    ]);
    expect([...(await told(former.email)), ...(await told(answered.person.email))]).toEqual([]);
    const again = { applicationId: waiting.application.id, managerName: "Ny Leder" };
    const asked = { ...again, managerEmail: "ny.leder@solroed.example" };
    expect(word(await call(client, askAgainAction, waiting.actor, asked))).toBe("done");
    expect(await approvalOf(waiting.application.id)).toMatchObject({ expiryToldAt: null });
  });
});
