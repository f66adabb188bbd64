import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/lib/db/generated/client";
import { makeWorld, type World } from "../factories/world";
import { testDatabase } from "../setup/database";
import { allowedActor } from "./actors";
import { rehearse, word } from "./call";
import { digestOf } from "./digest";
import { actionRows } from "./rows/all";

const rows = actionRows.map((row) => [row.action.definition.name, row] as const);

let client: PrismaClient;
let world: World;

beforeAll(async () => {
  client = (await testDatabase()).client;
  world = await makeWorld(client);
}, 60_000);

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
    const actor = await allowedActor(client, world, row);
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
    "0000-01-01",
    "9999-12-31",
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
    const actor = await allowedActor(client, world, row);
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
