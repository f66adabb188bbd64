import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { type Actor, anonymous } from "@/lib/auth/acting";
import { type ActionCall, type ActionDefinition, executeAction } from "@/lib/auth/execute-action";
import { canonicalJson } from "@/lib/core/canonical-json";
import { allowed, RefusalError, refuse } from "@/lib/core/decision";
import type { PrismaClient } from "@/lib/db/generated/client";
import { inTransaction } from "@/lib/db/transaction";
import { makeOrganisation } from "../../factories/organisations";
import { makePersonInRole } from "../../factories/people";
import { actorOf } from "../../factories/sign-in";
import { testDatabase } from "../../setup/database";

let client: PrismaClient;
let staff: Actor;
let runs: number;

const input = z.object({ fact: z.string().min(1, "required").max(40), fail: z.string().optional() });

/** Notes a fact: the smallest action with an effect that can be counted. */
const noteFact: ActionDefinition<typeof input, { known: string }> = {
  name: "test.noteFact",
  permission: "staff.view",
  input,
  load: async (_work, { fact }) => (fact === "hidden" ? null : { known: fact }),
  policy: (_acting, { known }) => (known === "forbidden" ? refuse("test.forbidden") : allowed),
  async run(work, { known }, { fail }) {
    runs++;
    await work.tx.installationFact.upsert({
      where: { key: known },
      create: { key: known, value: "1" },
      update: { value: "again" },
    });
    if (fail === "refusal") throw new RefusalError({ code: "test.late" });
    if (fail === "fault") throw new Error("a fault");
    if (fail !== "silent")
      await work.audit({
        stream: "statement:test",
        action: "statement.worded",
        entity: "fact",
        entityId: known,
        detail: {},
      });
    await work.mail({
      template: "certificate-revoked",
      to: { email: "a@b.example", name: "A", locale: "da" },
      params: { programme: "P", serialNumber: "PX-2026-00001", publicReason: "R", path: "/verify/x" },
    });
    return { message: "test.done", data: { known } };
  },
};

function call(values: Record<string, unknown>, overrides: Partial<ActionCall> = {}) {
  return executeAction(noteFact, {
    actor: staff,
    values: { idempotencyKey: randomUUID(), ...values },
    now: new Date(),
    transact: (work) => inTransaction(client, work),
    ...overrides,
  });
}

/** How much of each kind of trace there is. */
async function traces() {
  const [facts, events, mails, keys] = await Promise.all([
    client.installationFact.count(),
    client.auditEvent.count(),
    client.outboxMail.count(),
    client.idempotencyRecord.count(),
  ]);
  return { facts, events, mails, keys };
}

beforeAll(async () => {
  client = (await testDatabase()).client;
  const provider = await makeOrganisation(client, { kind: "provider", name: "Udbyder" });
  staff = await actorOf(client, (await makePersonInRole(client, "staff", provider.id)).id);
});

beforeEach(() => {
  runs = 0;
});

describe("an action", () => {
  it("leaves its effect, an audit event, a mail and its key together", async () => {
    const before = await traces();
    expect(await call({ fact: "one" })).toEqual({
      kind: "done",
      reply: { message: "test.done", data: { known: "one" } },
    });
    const after = await traces();
    for (const kind of ["facts", "events", "mails", "keys"] as const)
      expect(after[kind] - before[kind], kind).toBe(1);
    const event = await client.auditEvent.findFirst({ orderBy: { id: "desc" } });
    expect(event).toMatchObject({ actorId: staff.personId, actingRole: "staff", action: "statement.worded" });
  });

  it.each([
    ["nobody is signed in", { fact: "x" }, { actor: anonymous }, "signIn.needed"],
    ["what it concerns is out of reach", { fact: "hidden" }, {}, "notFound"],
    ["the policy refuses", { fact: "forbidden" }, {}, "test.forbidden"],
    ["the command refuses after it wrote", { fact: "y", fail: "refusal" }, {}, "test.late"],
    ["the key is missing", { fact: "x", idempotencyKey: undefined }, {}, "form.stale"],
    ["the key is no key", { fact: "x", idempotencyKey: "1' OR 1=1" }, {}, "form.stale"],
  ])("changes nothing when %s", async (_case, values, overrides, code) => {
    const before = await traces();
    expect(await call(values, overrides)).toMatchObject({ kind: "refused", refusal: { code } });
    expect(await traces()).toEqual(before);
  });

  it("refuses a role that lacks the permission", async () => {
    const body = await makeOrganisation(client, { kind: "certifying_body", name: "Certificering" });
    const certifier = await actorOf(client, (await makePersonInRole(client, "certifier", body.id)).id);
    expect(await call({ fact: "x" }, { actor: certifier })).toMatchObject({
      refusal: { code: "notAllowed" },
    });
  });

  it("refuses a field that it does not know, and one that is wrong, by name", async () => {
    expect(await call({ fact: "x", role: "admin" })).toMatchObject({
      kind: "invalid",
      issues: [{ code: "unrecognized_keys" }],
    });
    expect(await call({ fact: "" })).toMatchObject({
      kind: "invalid",
      issues: [{ path: ["fact"], message: "required" }],
    });
  });

  it("throws a fault, and one that left no audit event, and undoes both", async () => {
    const before = await traces();
    await expect(call({ fact: "z", fail: "fault" })).rejects.toThrow("a fault");
    await expect(call({ fact: "z", fail: "silent" })).rejects.toThrow("left no audit event");
    expect(await traces()).toEqual(before);
  });

  it("asks for a recent sign-in where it says so", async () => {
    const strict = { ...noteFact, name: "test.strict", recentSignIn: true };
    const later = new Date(Date.now() + 31 * 60_000);
    const attempt = (now: Date) =>
      executeAction(strict, {
        actor: staff,
        values: { fact: "s", idempotencyKey: randomUUID() },
        now,
        transact: (work) => inTransaction(client, work),
      });
    expect(await attempt(later)).toMatchObject({ kind: "refused", refusal: { code: "signIn.again" } });
    expect(await attempt(new Date())).toMatchObject({ kind: "done" });
  });
});

describe("the idempotency key", () => {
  it("gives one effect and one reply to five calls at once", async () => {
    const idempotencyKey = randomUUID();
    const before = await traces();
    const outcomes = await Promise.all(
      Array.from({ length: 5 }, () => call({ fact: "parallel", idempotencyKey })),
    );
    expect(new Set(outcomes.map((outcome) => canonicalJson(outcome)))).toHaveLength(1);
    expect(outcomes[0]?.kind).toBe("done");
    expect(runs).toBe(1);
    expect((await traces()).events - before.events).toBe(1);
  });

  it("has five effects without it: the control", async () => {
    await Promise.all(Array.from({ length: 5 }, (_, n) => call({ fact: `control-${n}` })));
    expect(runs).toBe(5);
  });

  it("is refused for other input", async () => {
    const idempotencyKey = randomUUID();
    await call({ fact: "first", idempotencyKey });
    expect(await call({ fact: "second", idempotencyKey })).toMatchObject({ refusal: { code: "form.stale" } });
  });

  it("may be used again after a refusal", async () => {
    const idempotencyKey = randomUUID();
    expect(await call({ fact: "forbidden", idempotencyKey })).toMatchObject({ kind: "refused" });
    expect(await call({ fact: "corrected", idempotencyKey })).toMatchObject({ kind: "done" });
  });
});
