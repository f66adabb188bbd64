import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { anonymous } from "@/lib/auth/acting";
import { findActor } from "@/lib/auth/find-actor";
import { requestSignInLinkAction } from "@/lib/auth/sign-in/actions";
import { confirmSignInLink } from "@/lib/auth/sign-in/commands/confirm-link";
import { endSessionOfToken } from "@/lib/auth/sign-in/commands/end-session";
import { purgeSignIn } from "@/lib/auth/sign-in/commands/purge-sign-in";
import { getSignInLink } from "@/lib/auth/sign-in/queries/get-sign-in-link";
import { asSystem } from "@/lib/auth/system";
import { RefusalError } from "@/lib/core/decision";
import { sha256 } from "@/lib/core/hash";
import { unseal } from "@/lib/core/sealed-box";
import type { PrismaClient } from "@/lib/db/generated/client";
import { makePerson } from "../../factories/people";
import { call } from "../../policy/call";
import { testDatabase } from "../../setup/database";

const secret = process.env.PRAKSIS_SECRET ?? "";
const MINUTE = 60_000;
let client: PrismaClient;
beforeAll(async () => {
  ({ client } = await testDatabase());
});

const ask = (email: string, callbackUrl = "") =>
  call(client, requestSignInLinkAction, anonymous, { email, callbackUrl, locale: "sv" });

/** The mails with a link to `email`, newest first, and the token of each. */
async function mailsTo(email: string) {
  const rows = await client.outboxMail.findMany({
    where: { toEmail: email },
    orderBy: { createdAt: "desc" },
  });
  return rows.map((row) => ({ ...row, token: String(JSON.parse(unseal(row.sealed ?? "", secret)).token) }));
}

async function linkFor(email: string): Promise<string> {
  expect((await ask(email)).kind).toBe("done");
  return (await mailsTo(email))[0]?.token ?? "";
}

const confirm = (email: string, token: string, now = new Date(), replacing: string | null = null) =>
  asSystem(client, now, (work) =>
    confirmSignInLink(work, { email, token, device: "Firefox · Linux", replacing, locale: "da" }),
  );
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => (error instanceof RefusalError ? error.refusal.code : Promise.reject(error)),
  );
const fresh = () => `p-${randomUUID()}@odense.example`;

describe("asking for a link", () => {
  it("leaves a hash, a sealed mail and an event; the token is nowhere in clear", async () => {
    const { email } = await makePerson(client);
    const token = await linkFor(email);
    expect(token).toMatch(/^[\w-]{43}$/);
    const stored = await client.signInToken.findMany({ where: { email } });
    expect(stored.map((row) => row.tokenHash)).toEqual([sha256(token)]);
    const everything = JSON.stringify([
      stored,
      await client.outboxMail.findMany(),
      await client.idempotencyRecord.findMany(),
      (await client.auditEvent.findMany()).map((event) => event.detail),
    ]);
    expect(everything).not.toContain(token);
  });

  it("answers the same for somebody known, somebody unknown and a closed account", async () => {
    const known = await makePerson(client);
    const closed = await makePerson(client, { closedAt: new Date() });
    const outcomes = [];
    for (const email of [known.email, fresh(), closed.email]) {
      outcomes.push(await ask(email));
      expect(await mailsTo(email)).toHaveLength(1);
    }
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
  });

  it("writes to somebody known in their language, to others in the page's", async () => {
    const known = await makePerson(client, { locale: "en" });
    const unknown = fresh();
    await ask(known.email);
    await ask(unknown);
    expect((await mailsTo(known.email))[0]).toMatchObject({ locale: "en", toName: known.name });
    expect((await mailsTo(unknown))[0]).toMatchObject({ locale: "sv", toName: "" });
  });

  it("takes one address, written in any way", async () => {
    const email = fresh();
    await ask(` ${email.toUpperCase()} `);
    expect(await mailsTo(email)).toHaveLength(1);
    expect((await ask(`${email}, eve@evil.example`)).kind).toBe("invalid");
  });

  it("carries the way back only where it is a page of ours", async () => {
    const [email, other] = [fresh(), fresh()];
    await ask(email, "http://127.0.0.1:3000/staff?page=2");
    await ask(other, "https://evil.example/staff");
    expect((await mailsTo(email))[0]?.params).toMatchObject({ callbackPath: "/staff?page=2" });
    expect((await mailsTo(other))[0]?.params).toMatchObject({ callbackPath: "" });
  });
});

describe("using a link", () => {
  it("signs in: the session opens, for at most seven days", async () => {
    const person = await makePerson(client);
    const now = new Date();
    const session = await confirm(person.email, await linkFor(person.email), now);
    expect(session).toMatchObject({ personId: person.id, welcomed: true });
    const actor = await findActor(client, sha256(session.token), now);
    expect(actor).toMatchObject({ personId: person.id, authenticatedAt: now });
    expect(session.endsAt.getTime() - now.getTime()).toBe(7 * 24 * 60 * MINUTE);
    expect(
      await findActor(client, sha256(session.token), new Date(now.getTime() + 12 * 60 * MINUTE)),
    ).toBeNull();
  });

  it("makes a person of an address that was unknown, who is still asked for a name", async () => {
    const email = fresh();
    const session = await confirm(email, await linkFor(email));
    expect(session.welcomed).toBe(false);
    const person = await client.person.findUniqueOrThrow({ where: { id: session.personId } });
    expect(person).toMatchObject({ email, locale: "da" });
    expect(person.emailVerifiedAt).not.toBeNull();
    expect(person.name).not.toMatch(/\d/);
  });

  it("works once", async () => {
    const { email } = await makePerson(client);
    const token = await linkFor(email);
    await confirm(email, token);
    expect(await refusal(confirm(email, token))).toBe("signIn.linkSpent");
  });

  it("works once of ten at the same time", async () => {
    const { email } = await makePerson(client);
    const token = await linkFor(email);
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => refusal(confirm(email, token))));
    expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === "signIn.linkSpent")).toHaveLength(9);
  });

  it.each([
    [9 * MINUTE + 59_000, "done"],
    [10 * MINUTE + 1000, "signIn.linkSpent"],
  ])("%i ms after it was asked for: %s", async (after, expected) => {
    const { email } = await makePerson(client);
    const token = await linkFor(email);
    expect(await refusal(confirm(email, token, new Date(Date.now() + after)))).toBe(expected);
  });

  it("works only for the address it was sent to", async () => {
    const [anna, eve] = [await makePerson(client), await makePerson(client)];
    const token = await linkFor(eve.email);
    expect(await refusal(confirm(anna.email, token))).toBe("signIn.linkSpent");
    expect(await refusal(confirm(eve.email, token))).toBe("done");
  });

  it("ends every other link of the address; a second one asked for leaves the first good until then", async () => {
    const { email } = await makePerson(client);
    const first = await linkFor(email);
    const second = await linkFor(email);
    expect(first).not.toBe(second);
    await confirm(email, first);
    expect(await refusal(confirm(email, second))).toBe("signIn.linkSpent");
  });

  it("is not what looking at it does", async () => {
    const { email } = await makePerson(client);
    const token = await linkFor(email);
    const acting = { personId: null, permission: "signIn.request", role: "anonymous", grants: [] } as const;
    for (let look = 0; look < 5; look++)
      expect(await getSignInLink(acting, token, email, new Date())).toEqual({ email });
    expect(await getSignInLink(acting, "x".repeat(43), email, new Date())).toBeNull();
    expect(await refusal(confirm(email, token))).toBe("done");
  });

  it("does not open a closed account, and leaves the link unspent by the refusal", async () => {
    const person = await makePerson(client, { closedAt: new Date() });
    const token = await linkFor(person.email);
    expect(await refusal(confirm(person.email, token))).toBe("signIn.closed");
    expect(await client.signInSession.count({ where: { personId: person.id } })).toBe(0);
  });

  it("again, ends the session that the browser had", async () => {
    const { email } = await makePerson(client);
    const before = await confirm(email, await linkFor(email));
    const after = await confirm(email, await linkFor(email), new Date(), before.token);
    expect(await findActor(client, sha256(before.token), new Date())).toBeNull();
    expect(await findActor(client, sha256(after.token), new Date())).not.toBeNull();
  });
});

describe("signing out", () => {
  it("refuses the very next request, on every copy of the cookie", async () => {
    const { email } = await makePerson(client);
    const session = await confirm(email, await linkFor(email));
    expect(await asSystem(client, new Date(), (work) => endSessionOfToken(work, session.token))).toBe(true);
    expect(await findActor(client, sha256(session.token), new Date())).toBeNull();
    expect(await asSystem(client, new Date(), (work) => endSessionOfToken(work, session.token))).toBe(false);
  });
});

it("purges what opens nothing any more, and nothing else", async () => {
  const { email } = await makePerson(client);
  const session = await confirm(email, await linkFor(email));
  const token = await linkFor(email);
  await asSystem(client, new Date(), purgeSignIn);
  expect(await findActor(client, sha256(session.token), new Date())).not.toBeNull();
  const gone = await asSystem(client, new Date(Date.now() + 8 * 24 * 60 * MINUTE), purgeSignIn);
  expect(gone.links).toBeGreaterThan(0);
  expect(gone.sessions).toBeGreaterThan(0);
  expect(await client.signInToken.count({ where: { tokenHash: sha256(token) } })).toBe(0);
  expect(await client.rateLimit.count()).toBe(0);
});
