import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findActor } from "@/lib/auth/find-actor";
import { completeOidc } from "@/lib/auth/sign-in/commands/complete-oidc";
import { beginOidc, finishOidc, type IdClaims, type ProtocolAnswer } from "@/lib/auth/sign-in/oidc/protocol";
import type { OidcIntent } from "@/lib/auth/sign-in/rules/oidc-person";
import { asSystem } from "@/lib/auth/system";
import { RefusalError } from "@/lib/core/decision";
import { sha256 } from "@/lib/core/hash";
import type { PrismaClient } from "@/lib/db/generated/client";
import { makePerson } from "../../factories/people";
import { testDatabase } from "../../setup/database";
import { type IdentityProvider, startIdentityProvider } from "./identity-provider";

const publicUrl = "http://127.0.0.1:3000";
const settings = { publicUrl, secret: process.env.PRAKSIS_SECRET ?? "" };
const people: Record<string, { email?: string; email_verified?: boolean; name?: string }> = {};
let client: PrismaClient;
let provider: IdentityProvider;
let oidc: { issuer: string; clientId: string; clientSecret: string; name: string; trustsEmail: boolean };

beforeAll(async () => {
  ({ client } = await testDatabase());
  provider = await startIdentityProvider(`${publicUrl}/api/auth/callback/oidc`, people);
  oidc = {
    issuer: provider.issuer,
    clientId: "praksis",
    clientSecret: "provider-secret",
    name: "Prøvelogin",
    trustsEmail: false,
  };
});
afterAll(() => provider.close());

/** Somebody at the provider; returns their subject. */
function atProvider(claims: (typeof people)[string]): string {
  const subject = `sub-${randomUUID()}`;
  people[subject] = claims;
  return subject;
}

const cookiesOf = (answer: ProtocolAnswer) =>
  Object.fromEntries(
    answer.cookies.map((line) => {
      const pair = line.split(";")[0] ?? "";
      return [pair.slice(0, pair.indexOf("=")), decodeURIComponent(pair.slice(pair.indexOf("=") + 1))];
    }),
  );

/** The whole way: begin, the provider's pages, and back. Gives the browser's cookies and the address it came back to. */
async function throughProvider(subject: string, again = false) {
  const begun = await beginOidc(settings, oidc, again);
  const back = await provider.signIn(begun.location ?? "", subject);
  return { begun, cookies: cookiesOf(begun), query: Object.fromEntries(back.searchParams) };
}

async function claimsOf(subject: string, again = false): Promise<IdClaims> {
  const { claims } = await finishOidc(settings, oidc, await throughProvider(subject, again));
  if (!claims) throw new Error("the sign-in did not pass");
  return claims;
}

async function complete(
  claims: IdClaims,
  changes: { intent?: Partial<OidcIntent>; currentPersonId?: string; trustsEmail?: boolean } = {},
) {
  const intent = { kind: "signIn", personId: null, startedAt: new Date(), ...changes.intent } as const;
  try {
    const signedIn = await asSystem(client, new Date(), (work) =>
      completeOidc(work, {
        claims,
        intent,
        currentPersonId: changes.currentPersonId ?? null,
        trustsEmail: changes.trustsEmail ?? false,
        device: "",
        replacing: null,
        locale: "da",
      }),
    );
    return signedIn ?? "connected";
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal.code;
    throw error;
  }
}

describe("the protocol, with a real provider", () => {
  it("asks with PKCE, state and nonce, for no more than it needs", async () => {
    const { location } = await beginOidc(settings, oidc, false);
    const asked = new URL(location ?? "").searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: "code",
      code_challenge_method: "S256",
      redirect_uri: `${publicUrl}/api/auth/callback/oidc`,
      scope: "openid email profile",
    });
    for (const name of ["state", "nonce", "code_challenge"])
      expect(asked.get(name)?.length).toBeGreaterThan(20);
    expect(asked.has("prompt")).toBe(false);
  });

  it("asks the provider to ask again", async () => {
    const { location } = await beginOidc(settings, oidc, true);
    expect(Object.fromEntries(new URL(location ?? "").searchParams)).toMatchObject({
      prompt: "login",
      max_age: "0",
    });
  });

  it("gives the claims of the verified ID token", async () => {
    const subject = atProvider({ email: "anna@odense.example", email_verified: true, name: "Anna Å" });
    expect(await claimsOf(subject)).toMatchObject({
      iss: provider.issuer,
      sub: subject,
      email: "anna@odense.example",
      email_verified: true,
      name: "Anna Å",
    });
  });

  it("says when the person was asked, when it asked for that", async () => {
    const claims = await claimsOf(atProvider({}), true);
    expect(Math.abs(Number(claims.auth_time) - Date.now() / 1000)).toBeLessThan(30);
  });

  it.each([
    [
      "another browser's cookies",
      (way: Awaited<ReturnType<typeof throughProvider>>) => ({ ...way, cookies: {} }),
    ],
    [
      "a changed state",
      (way: Awaited<ReturnType<typeof throughProvider>>) => ({ ...way, query: { ...way.query, state: "x" } }),
    ],
    [
      "a changed code",
      (way: Awaited<ReturnType<typeof throughProvider>>) => ({ ...way, query: { ...way.query, code: "x" } }),
    ],
    [
      "the provider's refusal",
      (way: Awaited<ReturnType<typeof throughProvider>>) => ({
        ...way,
        query: { error: "access_denied", state: way.query.state ?? "" },
      }),
    ],
  ])("passes nothing with %s", async (_case, spoil) => {
    const way = await throughProvider(atProvider({}));
    expect((await finishOidc(settings, oidc, spoil(way))).claims).toBeNull();
  });

  it("passes a code once", async () => {
    const way = await throughProvider(atProvider({}));
    expect((await finishOidc(settings, oidc, way)).claims).not.toBeNull();
    expect((await finishOidc(settings, oidc, way)).claims).toBeNull();
  });

  it("goes nowhere when the provider does not answer", async () => {
    const { location } = await beginOidc(settings, { ...oidc, issuer: "http://127.0.0.1:9" }, false);
    expect(new URL(location ?? "", publicUrl).origin).toBe(publicUrl);
  });
});

describe("who that is here", () => {
  it("is somebody new, whose address the provider vouches for; the next time the same person", async () => {
    const email = `${randomUUID()}@odense.example`;
    const subject = atProvider({ email, email_verified: true, name: "Anna Åberg" });
    const first = await complete(await claimsOf(subject));
    const person = await client.person.findUniqueOrThrow({ where: { email } });
    expect(person).toMatchObject({ name: "Anna Åberg" });
    expect(first).toMatchObject({ personId: person.id, welcomed: true });
    // The address at the provider may change: the account is the issuer's and the subject's.
    people[subject] = { email: "other@odense.example", email_verified: true };
    expect(await complete(await claimsOf(subject))).toMatchObject({ personId: person.id });
  });

  it("is not the person who has the same address, until that person connects the account", async () => {
    const anna = await makePerson(client);
    const claims = await claimsOf(atProvider({ email: anna.email, email_verified: true }));
    expect(await complete(claims)).toBe("signIn.linkFirst");
    expect(await client.signInAccount.count({ where: { personId: anna.id } })).toBe(0);
    const link = { kind: "link", personId: anna.id } as const;
    expect(await complete(claims, { intent: link, currentPersonId: anna.id })).toBe("connected");
    expect(await complete(claims)).toMatchObject({ personId: anna.id });
  });

  it("is that person where the operator trusts the issuer for addresses", async () => {
    const anna = await makePerson(client);
    const claims = await claimsOf(atProvider({ email: anna.email }));
    expect(await complete(claims, { trustsEmail: true })).toMatchObject({ personId: anna.id });
  });

  it("is nobody where the address is not vouched for", async () => {
    const claims = await claimsOf(
      atProvider({ email: `${randomUUID()}@odense.example`, email_verified: false }),
    );
    expect(await complete(claims)).toBe("signIn.emailUnverified");
  });

  it("is refused where the account is closed", async () => {
    const eve = await makePerson(client, { closedAt: new Date() });
    const claims = await claimsOf(atProvider({ email: eve.email, email_verified: true }));
    expect(await complete(claims, { trustsEmail: true })).toBe("signIn.closed");
  });

  it("keeps no civil registration number that the provider calls a name", async () => {
    const email = `${randomUUID()}@odense.example`;
    await complete(await claimsOf(atProvider({ email, email_verified: true, name: "Anna 010203-1234" })));
    expect(await client.person.findUniqueOrThrow({ where: { email } })).toMatchObject({
      name: "?",
      welcomedAt: null,
    });
  });

  it("has proved it again only when the provider asked", async () => {
    const email = `${randomUUID()}@odense.example`;
    const subject = atProvider({ email, email_verified: true });
    const first = await complete(await claimsOf(subject));
    if (typeof first === "string") throw new Error(first);
    const actor = await findActor(client, sha256(first.token), new Date());
    // The provider did not say when it asked: what needs a recent sign-in asks again.
    expect(actor?.authenticatedAt?.getTime()).toBe(0);
    const intent = { kind: "again", personId: first.personId, startedAt: new Date() } as const;
    const claims = await claimsOf(subject, true);
    const again = await complete(claims, { intent, currentPersonId: first.personId });
    if (typeof again === "string") throw new Error(again);
    const now = await findActor(client, sha256(again.token), new Date());
    expect(Date.now() - (now?.authenticatedAt?.getTime() ?? 0)).toBeLessThan(60_000);
    const stale = { ...claims, auth_time: Date.now() / 1000 - 3600 };
    expect(await complete(stale, { intent, currentPersonId: first.personId })).toBe("signIn.notAskedAgain");
  });
});
