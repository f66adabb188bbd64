import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { seal } from "@/lib/core/sealed-box";
import type { Transaction } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import type { Mail } from "@/lib/db/outbox";
import { writeTraces } from "@/lib/db/traces";
import { deliverDue } from "@/lib/mail/deliver-due";
import { CLAIM_MS } from "@/lib/mail/rules/attempts";
import { type Delivery, startDelivery } from "@/lib/mail/start-delivery";
import { demoTransport, type MailTransport, smtpTransport } from "@/lib/mail/transport";
import { testDatabase } from "../../setup/database";
import { type MailServer, startMailServer } from "./mail-server";

const settings = {
  publicUrl: "http://127.0.0.1:3000",
  secret: "only-for-tests-0123456789-abcdefghijklmnop",
  mailFrom: "Praksis <praksis@example.org>",
};
let client: PrismaClient;
let url: string;
let server: MailServer;
let transport: MailTransport;

beforeAll(async () => {
  ({ client, url } = await testDatabase());
  server = await startMailServer();
  transport = smtpTransport(server.url, "Praksis <praksis@example.org>");
});
beforeEach(async () => {
  await client.outboxMail.deleteMany();
  await client.demoMail.deleteMany();
  server.taken.length = 0;
  server.refuseWith(null);
});
afterAll(async () => {
  transport.close();
  await server.close();
});

/** Puts a mail into the outbox as the end of a command does; gives its id. */
async function enqueueMail(tx: Transaction, mail: Mail): Promise<string> {
  const nobody = { personId: null, role: "system" };
  await writeTraces(tx, nobody, new Date(), { events: [], mails: [mail], closing: null, reply: null });
  const { id } = await tx.outboxMail.findFirstOrThrow({
    where: { toEmail: mail.to.email, state: "queued" },
    orderBy: { createdAt: "desc" },
  });
  return id;
}

const caseReleased = (email: string) =>
  client.$transaction((tx) =>
    enqueueMail(tx, {
      template: "case-released",
      to: { email, name: "Per Ærø", locale: "da" },
      params: { programme: "Ledelse", path: "/my" },
    }),
  );
const mailOf = (id: string) => client.outboxMail.findUniqueOrThrow({ where: { id } });
/** Lets time pass for claims and waits. */
const later = () => client.outboxMail.updateMany({ data: { nextAttemptAt: new Date(Date.now() - 1000) } });

it("sends a queued mail through SMTP, once, with its Message-ID and as no one to answer", async () => {
  const id = await caseReleased("per@odense.example");
  expect(await deliverDue(client, transport, settings)).toBe(1);
  expect(await deliverDue(client, transport, settings)).toBe(0);
  const row = await mailOf(id);
  expect(row).toMatchObject({ state: "sent", attempts: 1, lastError: null });
  expect(row.sentAt).not.toBeNull();
  expect(server.taken).toHaveLength(1);
  const [mail] = server.taken;
  expect(mail?.to).toEqual(["per@odense.example"]);
  expect(mail?.messageId).toBe(row.messageId);
  expect(mail?.raw).toMatch(/^Auto-Submitted: auto-generated/m);
  expect(mail?.raw).toMatch(/multipart\/alternative/);
});

it("sends nothing of a transaction that is rolled back", async () => {
  const work = client.$transaction(async (tx) => {
    await enqueueMail(tx, {
      template: "case-released",
      to: { email: "per@odense.example", name: "Per", locale: "da" },
      params: { programme: "x", path: "/my" },
    });
    throw new Error("changed my mind");
  });
  await expect(work).rejects.toThrow();
  expect(await deliverDue(client, transport, settings)).toBe(0);
});

it("repeats under the same Message-ID what a worker was killed over between sending and marking", async () => {
  const id = await caseReleased("per@odense.example");
  // This worker sends and is never heard of again: its `send` does not come back, and nothing is marked.
  const killed: MailTransport = {
    async send(mail) {
      await transport.send(mail);
      await new Promise(() => {});
    },
    close() {},
  };
  void deliverDue(client, killed, settings);
  await expect.poll(() => server.taken.length).toBe(1);
  expect(await mailOf(id)).toMatchObject({ state: "queued", attempts: 1 });
  // Its claim holds: nobody else sends meanwhile.
  expect(await deliverDue(client, transport, settings)).toBe(0);
  expect((await mailOf(id)).nextAttemptAt.getTime()).toBeGreaterThan(Date.now() + CLAIM_MS - 10_000);
  await later();
  expect(await deliverDue(client, transport, settings)).toBe(1);
  expect(server.taken).toHaveLength(2);
  expect(new Set(server.taken.map((mail) => mail.messageId)).size).toBe(1);
  expect(await mailOf(id)).toMatchObject({ state: "sent", attempts: 2 });
});

it("divides the mails among workers: each is sent once", async () => {
  const emails = Array.from({ length: 40 }, (_, index) => `p${index}@odense.example`);
  for (const email of emails) await caseReleased(email);
  const counts = await Promise.all([1, 2, 3, 4].map(() => deliverDue(client, transport, settings)));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(emails.length);
  expect(server.taken.map((mail) => mail.to[0]).sort()).toEqual([...emails].sort());
});

it("keeps a mail that the server takes later, and tries again", async () => {
  server.refuseWith({ code: 451, text: "try later" });
  const id = await caseReleased("per@odense.example");
  await deliverDue(client, transport, settings);
  const waiting = await mailOf(id);
  expect(waiting).toMatchObject({ state: "queued", attempts: 1 });
  expect(waiting.lastError).toContain("try later");
  expect(waiting.nextAttemptAt.getTime()).toBeGreaterThan(Date.now() + 5000);
  server.refuseWith(null);
  await later();
  await deliverDue(client, transport, settings);
  expect(await mailOf(id)).toMatchObject({ state: "sent", lastError: null });
});

it("gives up at once what the server never takes, with its reason and without its secret", async () => {
  server.refuseWith({ code: 550, text: "no such user" });
  const id = await client.$transaction((tx) =>
    enqueueMail(tx, {
      template: "sign-in",
      to: { email: "nobody@odense.example", name: "", locale: "da" },
      params: { callbackPath: "", minutes: 10 },
      sealed: seal(JSON.stringify({ token: "t", email: "nobody@odense.example" }), settings.secret),
    }),
  );
  await deliverDue(client, transport, settings);
  const row = await mailOf(id);
  expect(row).toMatchObject({ state: "failed", sealed: null });
  expect(row.lastError).toContain("no such user");
});

it("empties the secret when it is sent", async () => {
  const id = await client.$transaction((tx) =>
    enqueueMail(tx, {
      template: "sign-in",
      to: { email: "per@odense.example", name: "Per", locale: "da" },
      params: { callbackPath: "", minutes: 10 },
      sealed: seal(JSON.stringify({ token: "tok", email: "per@odense.example" }), settings.secret),
    }),
  );
  await deliverDue(client, transport, settings);
  expect(await mailOf(id)).toMatchObject({ state: "sent", sealed: null });
});

it("does not let one mail that cannot be written hold up the others", async () => {
  const bad = await caseReleased("a@odense.example");
  await client.outboxMail.update({
    where: { id: bad },
    data: { params: { programme: "x", path: "https://evil.example" } },
  });
  await caseReleased("b@odense.example");
  await deliverDue(client, transport, settings);
  expect(server.taken.map((mail) => mail.to[0])).toEqual(["b@odense.example"]);
  expect(await mailOf(bad)).toMatchObject({ state: "queued", attempts: 1 });
});

it("keeps the demo's mails, with their links, and a repeat once", async () => {
  const id = await caseReleased("per@odense.example");
  await deliverDue(client, demoTransport(client), settings);
  await client.outboxMail.update({ where: { id }, data: { state: "queued", sentAt: null } });
  await later();
  await deliverDue(client, demoTransport(client), settings);
  const mails = await client.demoMail.findMany();
  expect(mails).toHaveLength(1);
  expect(mails[0]?.links).toEqual(["http://127.0.0.1:3000/my"]);
});

/** The server processes that listen for this database's mails. */
async function listeners(): Promise<number[]> {
  const found = await client.$queryRaw<{ pid: number }[]>`
    SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN %'`;
  return found.map(({ pid }) => pid);
}
const NEVER_MS = 2 ** 31 - 1;
/** A delivery that looks at the outbox only when it is woken, once it listens. */
async function woken(): Promise<{ delivery: Delivery; pid: number | undefined }> {
  const delivery = startDelivery(client, url, demoTransport(client), settings, NEVER_MS);
  await expect.poll(listeners, { timeout: 30_000 }).toHaveLength(1);
  return { delivery, pid: (await listeners())[0] };
}
const delivered = () => client.demoMail.count();

it("is woken by a commit, and stopping leaves nothing that listens", async () => {
  const { delivery } = await woken();
  await caseReleased("per@odense.example");
  await expect.poll(delivered, { timeout: 30_000 }).toBe(1);
  await delivery.stop();
  await expect.poll(listeners, { timeout: 30_000 }).toEqual([]);
  await caseReleased("late@odense.example");
  expect(await delivered()).toBe(1);
});

it("listens again after its connection is cut", async () => {
  const { delivery, pid } = await woken();
  await client.$queryRaw`SELECT pg_terminate_backend(${pid})`;
  await expect
    .poll(async () => (await listeners()).filter((each) => each !== pid), { timeout: 30_000 })
    .toHaveLength(1);
  await caseReleased("per@odense.example");
  await expect.poll(delivered, { timeout: 30_000 }).toBe(1);
  await delivery.stop();
});
