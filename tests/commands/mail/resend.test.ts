import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/acting";
import type { PrismaClient } from "@/lib/db/generated/client";
import type { OutboxState } from "@/lib/db/generated/enums";
import { resendMailAction } from "@/lib/mail/actions";
import { exportList } from "@/lib/spreadsheet/export-list";
import { makeOrganisation } from "../../factories/organisations";
import { grantRole, makePerson } from "../../factories/people";
import { actingAs, actorOf } from "../../factories/sign-in";
import { call, word } from "../../policy/call";
import { testDatabase } from "../../setup/database";

let client: PrismaClient;
let admin: Actor;
beforeAll(async () => {
  ({ client } = await testDatabase());
  const { id } = await makePerson(client);
  await grantRole(client, id, "admin", (await makeOrganisation(client)).id);
  admin = await actorOf(client, id);
});

const makeMail = (state: OutboxState, template = "case-released") =>
  client.outboxMail.create({
    data: {
      template,
      locale: "da",
      toEmail: "per@odense.example",
      toName: "Per",
      params: { programme: "Ledelse", path: "/my" },
      messageId: `<${randomUUID()}@factory.example>`,
      state,
      attempts: 9,
      lastError: state === "failed" ? "550" : null,
      sentAt: state === "sent" ? new Date() : null,
    },
  });
const resend = async (mailId: string) => word(await call(client, resendMailAction, admin, { mailId }));

it("puts a mail that was given up back into the queue, under its Message-ID", async () => {
  const mail = await makeMail("failed");
  expect(await resend(mail.id)).toBe("done");
  expect(await client.outboxMail.findUniqueOrThrow({ where: { id: mail.id } })).toMatchObject({
    state: "queued",
    attempts: 0,
    messageId: mail.messageId,
  });
  expect(await resend(mail.id)).toBe("mail.notFailed");
});

it.each<[string, OutboxState, string, string]>([
  ["a mail that was sent", "sent", "case-released", "mail.notFailed"],
  ["one that waits", "queued", "case-released", "mail.notFailed"],
  ["a sign-in link", "failed", "sign-in", "mail.secretGone"],
])("does not send %s again", async (_case, state, template, expected) => {
  const { id } = await makeMail(state, template);
  expect(await resend(id)).toBe(expected);
  expect(await client.outboxMail.findUniqueOrThrow({ where: { id } })).toMatchObject({ state });
});

it("is on a list of the outbox that can be taken out as it is narrowed, without what the mails say", async () => {
  for (const state of ["queued", "sent", "failed"] as const) await makeMail(state);
  const acting = await actingAs(client, admin.personId ?? "", "installation.view");
  const rows = async (filter: Record<string, string>) => {
    const wanted = { list: "outbox", cohortId: "", format: "csv", locale: "da", filter } as const;
    return (await (await exportList(acting, wanted, new Date()))?.text())?.trim().split("\r\n").slice(1);
  };
  const failed = await rows({ state: "failed", search: "PER@odense" });
  expect(failed?.length).toBeGreaterThan(0);
  for (const row of failed ?? []) expect(row).toMatch(/^per@odense\.example;.+;Opgivet;;9;550$/);
  expect(await rows({ search: "ingen@odense" })).toEqual([]);
});
