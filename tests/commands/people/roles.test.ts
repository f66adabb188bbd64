import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/acting";
import { findActor } from "@/lib/auth/find-actor";
import { endAllSessionsAction } from "@/lib/auth/sign-in/actions";
import { asSystem } from "@/lib/auth/system";
import { sha256 } from "@/lib/core/hash";
import type { PrismaClient } from "@/lib/db/generated/client";
import {
  closeAccountAction,
  createPersonAction,
  endRoleAction,
  grantRoleAction,
  reopenAccountAction,
  updateAccountAction,
  welcomeAction,
} from "@/lib/people/actions";
import { loadEndFacts } from "@/lib/people/commands/manage-role";
import { makeOrganisation } from "../../factories/organisations";
import { grantRole, makePerson } from "../../factories/people";
import { actorOf, signIn } from "../../factories/sign-in";
import { call, word } from "../../policy/call";
import { testDatabase } from "../../setup/database";

let client: PrismaClient;
let provider: string;
let body: string;
let admin: { id: string; actor: Actor };
let second: { id: string; actor: Actor };

async function makeAdmin() {
  const { id } = await makePerson(client);
  await grantRole(client, id, "admin", provider);
  return { id, actor: await actorOf(client, id) };
}

/** Two administrators, and nobody besides. */
async function twoAdmins() {
  await client.roleGrant.updateMany({
    where: { role: "admin", validTo: null },
    data: { validTo: new Date() },
  });
  admin = await makeAdmin();
  second = await makeAdmin();
}

beforeAll(async () => {
  ({ client } = await testDatabase());
  provider = (await makeOrganisation(client, { kind: "provider" })).id;
  body = (await makeOrganisation(client, { kind: "certifying_body" })).id;
  await twoAdmins();
});

const grant = (personId: string, changes: Record<string, string> = {}) => ({
  personId,
  role: "staff",
  organisationId: provider,
  validFrom: "",
  validTo: "",
  ...changes,
});
const give = async (input: Record<string, string>, actor = admin.actor) =>
  word(await call(client, grantRoleAction, actor, input));
const grantsOf = (personId: string) =>
  client.roleGrant.findMany({ where: { personId }, orderBy: { validFrom: "asc" } });

describe("giving a role", () => {
  it("holds from the very next request, and is on record with who gave it", async () => {
    const { id } = await makePerson(client);
    const token = await signIn(client, id);
    expect(await give(grant(id))).toBe("done");
    const actor = await findActor(client, sha256(token), new Date());
    expect(actor?.grants).toEqual([{ role: "staff", organisationId: provider }]);
    expect(await grantsOf(id)).toMatchObject([{ grantedById: admin.id, validTo: null }]);
    const events = await client.auditEvent.findMany({ where: { stream: `person:${id}` } });
    expect(events).toMatchObject([{ action: "role.granted", actorId: admin.id, actingRole: "admin" }]);
  });

  it("holds from its first day to the end of its last, in Danish time", async () => {
    const { id } = await makePerson(client);
    expect(await give(grant(id, { validFrom: "2030-07-01", validTo: "2030-12-31" }))).toBe("done");
    expect(await grantsOf(id)).toMatchObject([
      { validFrom: new Date("2030-06-30T22:00:00Z"), validTo: new Date("2030-12-31T22:59:59.999Z") },
    ]);
  });

  it.each<[string, () => Record<string, string>, string]>([
    ["to oneself", () => grant(admin.id), "role.toOneself"],
    [
      "in the wrong kind of organisation",
      () => grant(second.id, { organisationId: body }),
      "role.organisationKind",
    ],
    ["a certifier at a provider", () => grant(second.id, { role: "certifier" }), "role.organisationKind"],
    ["that ended already", () => grant(second.id, { validTo: "2020-01-01" }), "role.endBeforeStart"],
    [
      "that ends before it begins",
      () => grant(second.id, { validFrom: "2030-02-01", validTo: "2030-01-01" }),
      "invalid: validTo endBeforeStart",
    ],
    ["of no kind", () => grant(second.id, { role: "emperor" }), "invalid: role"],
    ["to nobody", () => grant("00000000-0000-4000-8000-000000000000"), "notFound"],
  ])("%s is refused", async (_case, input, expected) => expect(await give(input())).toContain(expected));

  it("twice in one period is refused, also when asked at once", async () => {
    const { id } = await makePerson(client);
    const outcomes = await Promise.all([1, 2, 3].map(() => give(grant(id))));
    expect(outcomes.sort()).toEqual(["done", "role.alreadyGranted", "role.alreadyGranted"]);
  });

  it("asks for a recent sign-in", async () => {
    const { id } = await makePerson(client);
    const stale = { ...admin.actor, authenticatedAt: new Date(Date.now() - 31 * 60_000) };
    expect(await give(grant(id), stale)).toBe("signIn.again");
    expect(await grantsOf(id)).toEqual([]);
  });
});

describe("ending a role", () => {
  const end = async (grantId: string, actor = admin.actor) =>
    word(await call(client, endRoleAction, actor, { grantId }));

  it("refuses the very next request and keeps the record", async () => {
    const { id } = await makePerson(client);
    const grantId = await grantRole(client, id, "staff", provider);
    const token = await signIn(client, id);
    expect(await end(grantId)).toBe("done");
    expect((await findActor(client, sha256(token), new Date()))?.grants).toEqual([]);
    expect(await grantsOf(id)).toHaveLength(1);
    expect(await end(grantId)).toBe("role.ended");
    expect(await give(grant(id))).toBe("done");
  });

  it("makes one that has not begun never begin", async () => {
    const { id } = await makePerson(client);
    await give(grant(id, { validFrom: "2040-01-01" }));
    const [later] = await grantsOf(id);
    expect(await end(later?.id ?? "")).toBe("done");
    expect((await grantsOf(id))[0]?.validTo).toEqual(later?.validFrom);
  });

  it("does not count an administrator whose role ended after this action had begun", async () => {
    const [others, own] = [(await grantsOf(second.id))[0]?.id ?? "", (await grantsOf(admin.id))[0]?.id ?? ""];
    const facts = await asSystem(client, new Date(Date.now() - 1000), async (work) => {
      expect(word(await call(client, endRoleAction, admin.actor, { grantId: others }))).toBe("done");
      return loadEndFacts(work, own);
    });
    expect(facts?.otherAdmins).toBe(0);
    await twoAdmins();
  });

  it("leaves an administrator, also when two end each other at once", async () => {
    const own = (await grantsOf(admin.id))[0]?.id ?? "";
    const others = (await grantsOf(second.id))[0]?.id ?? "";
    expect(await end(own)).toBe("role.ownAdmin");
    const outcomes = await Promise.all([end(own, second.actor), end(others, admin.actor)]);
    expect(outcomes.sort()).toEqual(["done", "role.lastAdmin"]);
    const now = new Date();
    const left = await client.roleGrant.count({
      where: { role: "admin", OR: [{ validTo: null }, { validTo: { gt: now } }] },
    });
    expect(left).toBe(1);
    await twoAdmins();
  });
});

describe("an account", () => {
  const close = async (personId: string, actor = admin.actor) =>
    word(await call(client, closeAccountAction, actor, { personId }));

  it("closed is refused at the very next request, and opened again signs in", async () => {
    const { id } = await makePerson(client);
    const token = await signIn(client, id);
    expect(await close(id)).toBe("done");
    expect(await findActor(client, sha256(token), new Date())).toBeNull();
    expect(await close(id)).toBe("conflict");
    expect(await give(grant(id))).toBe("role.accountClosed");
    expect(word(await call(client, reopenAccountAction, admin.actor, { personId: id }))).toBe("done");
    expect(await findActor(client, sha256(await signIn(client, id)), new Date())).not.toBeNull();
  });

  it("of the last administrator stays open, also when two close each other at once", async () => {
    const outcomes = await Promise.all([close(admin.id, second.actor), close(second.id, admin.actor)]);
    expect(outcomes.sort()).toEqual(["done", "role.lastAdmin"]);
    await twoAdmins();
  });

  it("of one's own is another administrator's to close", async () =>
    expect(await close(admin.id)).toBe("person.ownAccount"));

  it("is made with one address once", async () => {
    const input = { name: "Ny Person", email: "Ny@Odense.Example", locale: "da" };
    expect(word(await call(client, createPersonAction, admin.actor, input))).toBe("done");
    expect(word(await call(client, createPersonAction, admin.actor, input))).toBe("person.emailTaken");
    expect(await client.person.count({ where: { email: "ny@odense.example" } })).toBe(1);
  });

  it("is its owner's to correct; the trail names the fields and not what they hold", async () => {
    const { id } = await makePerson(client, { name: "Før" });
    const actor = await actorOf(client, id);
    const input = { name: "  Efter   Navn ", phone: "+45 12 34 56 78", locale: "sv" };
    expect(word(await call(client, updateAccountAction, actor, input))).toBe("done");
    expect(await client.person.findUniqueOrThrow({ where: { id } })).toMatchObject({
      name: "Efter Navn",
      phone: "+45 12 34 56 78",
      locale: "sv",
    });
    const [event] = await client.auditEvent.findMany({ where: { stream: `person:${id}` } });
    expect(event?.detail).toEqual({ changed: ["name", "phone", "locale"] });
    expect(word(await call(client, updateAccountAction, actor, { ...input, name: "010203-1234" }))).toContain(
      "cpr",
    );
  });

  it("is welcomed once it has a name, and goes on only to a page of ours", async () => {
    const { id } = await makePerson(client);
    await client.person.update({ where: { id }, data: { welcomedAt: null } });
    const actor = await actorOf(client, id);
    const outcome = await call(client, welcomeAction, actor, {
      name: "Anna",
      locale: "da",
      callbackUrl: "https://evil.example/",
    });
    expect(outcome).toMatchObject({ kind: "done", reply: { redirectTo: "/my" } });
    expect((await client.person.findUniqueOrThrow({ where: { id } })).welcomedAt).not.toBeNull();
  });

  it("signs out everywhere", async () => {
    const { id } = await makePerson(client);
    const tokens = [await signIn(client, id), await signIn(client, id)];
    const actor = await actorOf(client, id);
    expect(word(await call(client, endAllSessionsAction, actor, {}))).toBe("done");
    for (const token of tokens) expect(await findActor(client, sha256(token), new Date())).toBeNull();
  });
});
