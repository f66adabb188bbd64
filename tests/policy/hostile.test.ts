import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { canonicalJson } from "@/lib/core/canonical-json";
import type { PrismaClient } from "@/lib/db/generated/client";
import { actorOf } from "../factories/sign-in";
import { makeWorld, type World } from "../factories/world";
import { freshDatabase, testDatabase } from "../setup/database";
import { actorsOf } from "./actors";
import { call, rehearse, word } from "./call";
import { digestOf } from "./digest";
import type { ActionRow } from "./row";
import { actionRows } from "./rows/all";

const rows = actionRows.map((row) => [row.action.definition.name, row] as const);

let client: PrismaClient;
let world: World;
let template: string;

beforeAll(async () => {
  client = (await testDatabase()).client;
  world = await makeWorld(client);
  const made = await freshDatabase({ template: await copyable(client) });
  template = new URL(made.url).pathname.slice(1);
  await made.client.$disconnect();
}, 60_000);

/** The name of the client's database, to which nobody is connected any more. */
async function copyable(of: PrismaClient): Promise<string> {
  const [{ name } = { name: "" }] = await of.$queryRaw<{ name: string }[]>`SELECT current_database() AS name`;
  await of.$disconnect();
  return name;
}

/** Somebody who may carry the action out. */
async function allowedActor(of: PrismaClient, row: ActionRow) {
  const [name] = row.allowed;
  if (!name) throw new Error("nobody may");
  if (name === "subject" && row.subject) return actorOf(of, row.subject(world));
  const actor = (await actorsOf(of, world)).get(name);
  if (!actor) throw new Error(`${name} is nobody`);
  return actor;
}

describe("sent five times at once with one key (trust.md, promise 3)", () => {
  it.each(rows)("%s has one effect and one reply", async (_name, row) => {
    const own = await freshDatabase({ template });
    const actor = await allowedActor(own.client, row);
    const input = await row.input(world, own.client);
    const key = randomUUID();
    const outcomes = await Promise.all(
      Array.from({ length: 5 }, () => call(own.client, row.action, actor, input, key)),
    );
    expect(outcomes.map(word)).toEqual(["done", "done", "done", "done", "done"]);
    expect(new Set(outcomes.map((outcome) => canonicalJson(outcome)))).toHaveLength(1);
    const records = await own.client.idempotencyRecord.count({
      where: { action: row.action.definition.name, key },
    });
    expect(records).toBe(1);
    const once = await own.client.auditEvent.count();
    await call(own.client, row.action, actor, input, key);
    expect(await own.client.auditEvent.count()).toBe(once);
    await own.client.$disconnect();
  });
});

/** Fields that an attacker adds in the hope that they reach the database (promise 11). */
const EXTRA = {
  role: "admin",
  state: "admitted",
  organisationId: "00000000-0000-7000-8000-000000000000",
  personId: "00000000-0000-7000-8000-000000000000",
  id: "00000000-0000-7000-8000-000000000000",
  version: "999",
  grantedById: "00000000-0000-7000-8000-000000000000",
  isLead: "true",
  capacity: "1000",
};

describe("with fields that are not the form's (promise 11)", () => {
  it.each(rows)("%s is refused", async (_name, row) => {
    const actor = await allowedActor(client, row);
    const input = await row.input(world, client);
    for (const [field, value] of Object.entries(EXTRA)) {
      if (field in row.action.definition.input.shape) continue;
      expect(word(await rehearse(client, row.action, actor, { ...input, [field]: value })), field).toContain(
        "invalid",
      );
    }
  });
});

const hostile = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    [],
    {},
    "",
    " ",
    "\u0000",
    "' OR 1=1; --",
    "<script>alert(1)</script>",
    "../../etc/passwd",
    "NaN",
    "-1",
    "9007199254740993",
    "1e308",
    "2026-13-45",
    "0101701234",
    "😀".repeat(5000),
    "a".repeat(200_000),
    ["a", ["b"]],
    { $ne: null },
    { set: "x" },
  ),
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.jsonValue({ maxDepth: 4 }),
);

describe("with 250 malformed payloads (promise 13)", () => {
  it.each(rows)("%s answers in words and changes nothing", async (_name, row) => {
    const actor = await allowedActor(client, row);
    const valid = await row.input(world, client);
    const fields = Object.keys(row.action.definition.input.shape);
    const before = await digestOf(client);
    const payload =
      fields.length === 0
        ? fc.dictionary(fc.string(), hostile)
        : fc.record(Object.fromEntries(fields.map((field) => [field, hostile])), { requiredKeys: [] });
    await fc.assert(
      fc.asyncProperty(payload, fc.boolean(), async (values, onTopOfValid) => {
        // Undone where it turns out to be acceptable after all; thrown where it is a fault.
        const outcome = await rehearse(
          client,
          row.action,
          actor,
          onTopOfValid ? { ...valid, ...values } : values,
        );
        expect(["done", "invalid", "refused"]).toContain(outcome.kind);
      }),
      { numRuns: 250, seed: 20261122 },
    );
    expect(await digestOf(client)).toEqual(before);
  });
});
