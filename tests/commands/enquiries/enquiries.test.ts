import { beforeAll, describe, expect, it } from "vitest";
import { anonymous } from "@/lib/auth/acting";
import type { PrismaClient } from "@/lib/db/generated/client";
import { inTransaction } from "@/lib/db/transaction";
import {
  answerEnquiryAction,
  assignEnquiryAction,
  closeEnquiryAction,
  sendEnquiryAction,
} from "@/lib/enquiries/actions";
import { takeEnquiry } from "@/lib/enquiries/commands/take-enquiry";
import { makePersonInRole } from "../../factories/people";
import { actorOf } from "../../factories/sign-in";
import { unique } from "../../factories/unique";
import { testDatabase } from "../../setup/database";
import { makeProviderStage, type ProviderStage, said } from "../cohorts/provider-stage";

let client: PrismaClient;
let stage: ProviderStage;
let other: ProviderStage;
beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeProviderStage(client);
  other = await makeProviderStage(client);
});

const send = (email: string, change: object = {}) =>
  said(client, sendEnquiryAction, anonymous, {
    locale: "sv",
    toOrganisationId: stage.provider.id,
    name: "Karin Ek",
    email,
    question: "Kan ni hålla en akademi hos oss?",
    ...change,
  });

async function sent() {
  const email = `${unique("karin")}@kommun.example`;
  expect(await send(email.toUpperCase())).toBe("done");
  const enquiry = await client.enquiry.findFirstOrThrow({ where: { email } });
  return { email, enquiryId: enquiry.id, enquiry };
}

describe("asking", () => {
  it("works for anybody, starts the clock and sends a receipt in the page's language", async () => {
    const { email, enquiry } = await sent();
    expect(enquiry.state).toBe("new");
    expect(enquiry.answerDueAt.getTime()).toBeGreaterThan(Date.now() + 4 * 86_400_000);
    const [receipt] = await client.outboxMail.findMany({ where: { toEmail: email } });
    expect(receipt).toMatchObject({ template: "enquiry-received", locale: "sv" });
    expect(JSON.stringify(receipt?.params)).toContain('"audience":"sender"');
    // Both are what a stranger typed: a name in the greeting would be a text of theirs in a mail of ours to somebody else.
    expect(receipt?.toName).toBe("");
  });

  it("takes no civil registration number, and no body that does not answer", async () => {
    expect(await send("a@kommun.example", { question: "Mit nummer er 010203-1234" })).toBe(
      "invalid: question cpr",
    );
    const nobody = "018f0000-0000-7000-8000-000000000000";
    expect(await send("a@kommun.example", { toOrganisationId: nobody })).toBe("notFound");
  });

  it("stops after ten from one address in a day", async () => {
    const email = `${unique("robot")}@kommun.example`;
    for (let time = 0; time < 10; time++) expect(await send(email)).toBe("done");
    expect(await send(email)).toBe("enquiry.tooMany");
  });

  it("stops after ten from one client in an hour, whatever addresses it names", async () => {
    const take = async (from: string | null) => {
      const email = `${unique("nobody")}@kommun.example`;
      const taken = await inTransaction(client, (tx) => takeEnquiry(tx, email, from, false));
      return taken.ok ? "taken" : taken.refusal.code;
    };
    for (let time = 0; time < 10; time++) expect(await take("192.0.2.10")).toBe("taken");
    expect(await take("192.0.2.10")).toBe("enquiry.tooManyFromHere");
    expect(await take("192.0.2.11")).toBe("taken");
  });
});

describe("answering", () => {
  it("is done by whom it was given to, and goes to the sender by mail", async () => {
    const { email, enquiryId } = await sent();
    const colleague = await makePersonInRole(client, "staff", stage.provider.id);
    const assign = { enquiryId, version: 1, personId: colleague.id };
    expect(await said(client, assignEnquiryAction, stage.actor, assign)).toBe("done");
    const answer = { enquiryId, version: 2, answer: "Ja, gärna." };
    expect(await said(client, answerEnquiryAction, stage.actor, answer)).toBe("enquiry.notYours");
    const theirs = await actorOf(client, colleague.id);
    expect(await said(client, answerEnquiryAction, theirs, answer)).toBe("done");
    const mails = await client.outboxMail.findMany({ where: { toEmail: { in: [email, colleague.email] } } });
    expect(mails.map((mail) => mail.template).sort()).toEqual([
      "enquiry-answered",
      "enquiry-received",
      "enquiry-received",
    ]);
    expect(await said(client, closeEnquiryAction, theirs, { enquiryId, version: 3 })).toBe("done");
    expect(await said(client, closeEnquiryAction, theirs, { enquiryId, version: 4 })).toBe(
      "enquiry.transition",
    );
  });

  it("is given only to somebody of the body that was asked", async () => {
    const { enquiryId } = await sent();
    const assign = { enquiryId, version: 1, personId: other.staff.id };
    expect(await said(client, assignEnquiryAction, stage.actor, assign)).toBe("enquiry.notColleague");
  });

  it("is nothing that another body sees", async () => {
    const { enquiryId } = await sent();
    expect(await said(client, closeEnquiryAction, other.actor, { enquiryId, version: 1 })).toBe("notFound");
  });
});
