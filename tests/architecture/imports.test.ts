import { describe, expect, it } from "vitest";
import { breachesOf } from "./import-rules";
import { cyclesOf, importsOf } from "./imports";
import { allSources, projectFiles, type Source, sourceOf } from "./sources";

const GENERATED = ["lib/db/generated/enums.ts", "lib/db/generated/client.ts"];
const imports = importsOf(allSources(), [...projectFiles(), ...GENERATED]);

/** A file whose one line imports a value from another one. */
const importing = (from: string, to: string): Source => sourceOf(from, `import { x } from "${to}";`);
function breachesBetween(from: string, to: string): string[] {
  const source = importing(from, to);
  const known = importsOf([source]).map((one) => `${one.to}.ts`);
  return breachesOf(importsOf([source], known)).map(({ rule }) => rule);
}

describe("who may import whom", () => {
  it("holds everywhere", () => {
    expect(breachesOf(imports).map(({ from, to, rule }) => `${from} → ${to}: ${rule}`)).toEqual([]);
  });

  it.each([
    ["app/my/page.tsx", "@/lib/cohorts/queries/get-cohort"],
    ["app/my/page.tsx", "@/lib/auth/actor"],
    ["app/api/health/route.ts", "@/lib/auth/system"],
    ["components/cohorts/form.tsx", "@/lib/cohorts/schema"],
    ["lib/cohorts/actions.ts", "./commands/open-cohort"],
    ["lib/cohorts/commands/open-cohort.ts", "@/lib/programmes/queries/get-programme"],
    ["lib/auth/policy/cohorts.ts", "@/lib/cohorts/rules/opening"],
    ["lib/cohorts/rules/opening.ts", "@/lib/core/dates"],
  ])("lets %s import %s", (from, to) => {
    expect(breachesBetween(from, to)).toEqual([]);
  });

  it.each([
    ["app/my/page.tsx", "@/lib/db/client"],
    ["app/my/page.tsx", "@/lib/cohorts/commands/open-cohort"],
    ["app/my/page.tsx", "@/lib/auth/policy/cohorts"],
    ["app/api/feed/route.ts", "@/lib/cohorts/commands/open-cohort"],
    ["app/my/page.tsx", "@prisma/client"],
    ["components/cohorts/form.tsx", "@/app/my/page"],
    ["components/cohorts/form.tsx", "@/lib/cohorts/queries/get-cohort"],
    ["components/cohorts/form.tsx", "@/lib/auth/actor"],
    ["components/cohorts/form.tsx", "pg"],
    ["lib/cohorts/actions.ts", "@/lib/programmes/commands/retire-programme"],
    ["lib/cohorts/actions.ts", "@/lib/programmes/actions"],
    ["lib/cohorts/actions.ts", "@/lib/db/client"],
    ["lib/cohorts/queries/get-cohort.ts", "@/lib/auth/actor"],
    ["lib/cohorts/queries/get-cohort.ts", "./../commands/open-cohort"],
    ["lib/cohorts/commands/open-cohort.ts", "@/lib/auth/policy/cohorts"],
    ["lib/cohorts/commands/open-cohort.ts", "@/components/ui/button"],
    ["lib/auth/policy/cohorts.ts", "@/lib/db/client"],
    ["lib/cohorts/rules/opening.ts", "@/lib/cohorts/queries/get-cohort"],
    ["lib/cohorts/rules/opening.ts", "node:fs"],
    ["lib/cohorts/schema.ts", "@/lib/db/client"],
    ["lib/core/dates.ts", "@/lib/cohorts/rules/opening"],
    ["lib/db/client.ts", "@/lib/auth/actor"],
    ["lib/cohorts/helpers.ts", "@/lib/core/dates"],
    ["lib/cohorts/commands/open-cohort.ts", "@/scripts/start"],
  ])("refuses that %s imports %s", (from, to) => {
    expect(breachesBetween(from, to)).toHaveLength(1);
  });

  it("lets types pass, and sees through a mixed import", () => {
    const types = sourceOf(
      "lib/a/rules/b.ts",
      'import type { X } from "@/lib/db/client"; import { type Y } from "pg";',
    );
    expect(breachesOf(importsOf([types]))).toEqual([]);
    const mixed = sourceOf("lib/a/rules/b.ts", 'import { type X, y } from "@/lib/db/client";');
    expect(breachesOf(importsOf([mixed]))).toHaveLength(1);
  });

  it.each(['export { x } from "@/lib/db/client";', 'const x = await import("@/lib/db/client");'])(
    "sees %s",
    (text) => {
      expect(breachesOf(importsOf([sourceOf("app/page.tsx", text)]))).toHaveLength(1);
    },
  );
});

describe("import cycles", () => {
  it("do not exist", () => {
    expect(cyclesOf(imports)).toEqual([]);
  });

  it("are found", () => {
    const ring = [importing("lib/a.ts", "./b"), importing("lib/b.ts", "./c"), importing("lib/c.ts", "./a")];
    expect(cyclesOf(importsOf(ring))).toEqual([["lib/a.ts", "lib/b.ts", "lib/c.ts"]]);
  });
});
