import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { canonicalJson } from "@/lib/core/canonical-json";
import type { PrismaClient } from "@/lib/db/generated/client";
import { makeWorld, type World } from "../factories/world";
import { freshDatabase, testDatabase } from "../setup/database";
import { allowedActor } from "./actors";
import { call, word } from "./call";
import { actionRows } from "./rows/all";

const rows = actionRows.map((row) => [row.action.definition.name, row] as const);

let world: World;
let template: string;

beforeAll(async () => {
  const { client } = await testDatabase();
  world = await makeWorld(client);
  // A copy of the copy: what reaches for the file's own database keeps it from being copied.
  const made = await freshDatabase({ template: await copyable(client) });
  template = await copyable(made.client);
}, 60_000);

/** The name of the client's database, to which nobody is connected any more. */
async function copyable(of: PrismaClient): Promise<string> {
  const [{ name } = { name: "" }] = await of.$queryRaw<{ name: string }[]>`SELECT current_database() AS name`;
  await of.$disconnect();
  return name;
}

describe("sent five times at once with one key (trust.md, promise 3)", () => {
  it.each(rows)("%s has one effect and one reply", async (_name, row) => {
    const own = await freshDatabase({ template });
    const actor = await allowedActor(own.client, world, row);
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
    await own.drop();
  });
});
