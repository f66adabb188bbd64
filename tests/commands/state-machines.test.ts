import { beforeAll, describe, expect, it } from "vitest";
import type { Transitions } from "@/lib/core/transitions";
import type { PrismaClient } from "@/lib/db/generated/client";
import { testDatabase } from "../setup/database";

/** Every exported table of moves below lib: `cohortTransitions` is the machine `cohort`. */
const modules = import.meta.glob<Record<string, unknown>>("/lib/*/rules/*transitions*.ts", { eager: true });
/** Nouns whose table has a longer name. */
const TABLES: Readonly<Record<string, string>> = {
  calibration: "calibration_round",
  case: "certification_case",
  project: "practice_project",
  visit: "observation_visit",
  waitlist: "waitlist_entry",
};
const machines = new Map<string, Transitions<string>>();
for (const module of Object.values(modules))
  for (const [name, value] of Object.entries(module)) {
    const noun = /^([a-z]\w*)Transitions$/.exec(name)?.[1];
    const machine = noun && (TABLES[noun] ?? noun);
    if (machine)
      machines.set(
        machine.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
        value as Transitions<string>,
      );
  }

let client: PrismaClient;
beforeAll(async () => {
  client = (await testDatabase()).client;
});

const pairs = (transitions: Transitions<string>) =>
  Object.entries(transitions)
    .flatMap(([from, targets]) => targets.map((to) => `${from} → ${to}`))
    .sort();

describe("every state machine is the same in the rules and in the database", () => {
  it("has the same machines", async () => {
    const rows = await client.stateTransition.findMany({ distinct: ["machine"], select: { machine: true } });
    expect([...machines.keys()].sort()).toEqual(rows.map((row) => row.machine).sort());
  });

  it.each([...machines])("%s", async (machine, transitions) => {
    const rows = await client.stateTransition.findMany({ where: { machine } });
    expect(rows.map((row) => `${row.fromState} → ${row.toState}`).sort()).toEqual(pairs(transitions));
  });

  it("has a trigger on the table of every machine", async () => {
    const triggers = await client.$queryRaw<{ table: string }[]>`
      SELECT c.relname AS "table" FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
      WHERE p.proname = 'legal_transition' AND NOT t.tgisinternal`;
    expect(triggers.map((row) => row.table).sort()).toEqual([...machines.keys()].sort());
  });
});
