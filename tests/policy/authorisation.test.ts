import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, actingWith } from "@/lib/auth/acting";
import type { PrismaClient } from "@/lib/db/generated/client";
import { actorOf } from "../factories/sign-in";
import { makeWorld, type World } from "../factories/world";
import { testDatabase } from "../setup/database";
import { type ActorName, actorNames, actorsOf } from "./actors";
import { call, rehearse, word } from "./call";
import { digestOf } from "./digest";
import type { ActionRow, AnyAction, QueryRow } from "./row";
import { actionRows, queryRows } from "./rows/all";

const NOT_FOR_YOU = ["signIn.needed", "notAllowed", "notFound"];

let client: PrismaClient;
let world: World;
let actors: Map<ActorName, Actor>;

beforeAll(async () => {
  client = (await testDatabase()).client;
  world = await makeWorld(client);
  actors = await actorsOf(client, world);
}, 60_000);

/** The named actor; for `subject` the person the row's object belongs to, null where the row has none. */
async function actorFor(name: ActorName, row: ActionRow | QueryRow): Promise<Actor | null> {
  if (name !== "subject") return actors.get(name) ?? null;
  return row.subject ? actorOf(client, row.subject(world)) : null;
}

describe("every action, by everybody", () => {
  it.each(actionRows.map((row) => [row.action.definition.name, row] as const))("%s", async (_name, row) => {
    const input = await row.input(world, client);
    const before = await digestOf(client);
    const wrong: string[] = [];
    for (const name of actorNames) {
      const actor = await actorFor(name, row);
      if (!actor) continue;
      if (row.allowed.includes(name)) {
        const outcome = word(await rehearse(client, row.action, actor, input));
        if (outcome !== "done") wrong.push(`${name} may, but got: ${outcome}`);
      } else {
        // For real: a refusal has to leave nothing behind by itself.
        const outcome = word(await call(client, row.action, actor, input));
        const expected = row.refusedAs?.[name];
        if (expected ? outcome !== expected : !NOT_FOR_YOU.includes(outcome))
          wrong.push(`${name} may not (${expected ?? "not for them"}), but got: ${outcome}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(await digestOf(client)).toEqual(before);
  });
});

const showsAnything = (answer: unknown): boolean =>
  answer !== null && answer !== undefined && answer !== 0 && !(Array.isArray(answer) && answer.length === 0);

describe("every query, by everybody", () => {
  it.each(queryRows.map((row) => [row.query, row] as const))("%s", async (_name, row) => {
    const wrong: string[] = [];
    for (const name of actorNames) {
      const actor = await actorFor(name, row);
      if (!actor) continue;
      const acting = actingWith(actor, row.permission);
      const answer = acting ? await row.call(acting, world) : null;
      const shown = acting !== null && (row.shows ?? showsAnything)(answer, world);
      if (shown !== row.allowed.includes(name))
        wrong.push(`${name} ${shown ? "sees it, but may not" : "may see it, but does not"}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe("the table is complete", () => {
  it("has a row for every action", () => {
    const modules = import.meta.glob<Record<string, AnyAction>>(
      ["/lib/**/actions.ts", "/lib/**/*-actions.ts"],
      {
        eager: true,
      },
    );
    const defined = Object.values(modules).flatMap((module) =>
      Object.values(module).map((action) => action.definition.name),
    );
    const rowed = new Set(actionRows.map((row) => row.action.definition.name));
    expect(defined.filter((name) => !rowed.has(name))).toEqual([]);
    expect(new Set(defined).size).toBe(defined.length);
  });

  it("has a row for every query", () => {
    const files = Object.keys(import.meta.glob("/lib/**/queries/*.ts")).map((path) =>
      path.slice("/lib/".length, -".ts".length),
    );
    const rowed = new Set(queryRows.map((row) => row.query));
    expect(files.filter((file) => !rowed.has(file))).toEqual([]);
  });
});
