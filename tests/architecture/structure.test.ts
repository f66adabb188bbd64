import { describe, expect, it } from "vitest";
import { allSources, projectFiles, readText, type Source, sourceOf } from "./sources";
import {
  actionProblems,
  barrelProblems,
  bodyProblems,
  fileSizeProblems,
  nameProblems,
  serverOnlyProblems,
  sizeProblems,
} from "./structure";

const sources = allSources();
const isTest = ({ path }: Source) => /\.test\.tsx?$/.test(path);
const lines = (count: number) => "const x = 1;\n".repeat(count);

describe("size", () => {
  it("stays readable: files of 300 lines, functions of 60", () => {
    expect(
      sources.flatMap((source) => (isTest(source) ? fileSizeProblems(source) : sizeProblems(source))),
    ).toEqual([]);
  });

  it("is measured", () => {
    expect(sizeProblems(sourceOf("a.ts", lines(300)))).toEqual([]);
    expect(sizeProblems(sourceOf("a.ts", lines(301)))).toEqual(["a.ts has 301 lines"]);
    expect(sizeProblems(sourceOf("a.ts", `\nfunction f() {\n${lines(58)}}`))).toEqual([]);
    expect(sizeProblems(sourceOf("a.ts", `\nfunction f() {\n${lines(59)}}`))).toEqual([
      "a.ts:2 has a function of 61 lines",
    ]);
  });
});

describe("barrels", () => {
  it("do not exist", () => {
    expect(sources.flatMap(barrelProblems)).toEqual([]);
  });

  it.each([
    ["lib/cohorts/index.ts", "export const x = 1;"],
    ["lib/cohorts/all.ts", 'export * from "./a";\nexport { b } from "./b";'],
  ])("are found: %s", (path, text) => {
    expect(barrelProblems(sourceOf(path, text))).toHaveLength(1);
  });
});

describe('"use server"', () => {
  it("exports nothing but actions", () => {
    expect(sources.filter((source) => !isTest(source)).flatMap(actionProblems)).toEqual([]);
  });

  const inFile = (text: string) => actionProblems(sourceOf("lib/cohorts/actions.ts", text));
  const server = '"use server";\n';

  it("is satisfied by an action", () => {
    expect(
      inFile(`${server}import { action } from "a";\nexport const openAction = action({ name: "x" });`),
    ).toEqual([]);
  });

  it.each([
    `${server}export async function open() {}`,
    `${server}export const open = async () => {};`,
    `${server}export const open = other({ name: "x" });`,
    `${server}export const open = action(definition);`,
    `${server}export const a = action({}), b = 1;`,
    `${server}export default action({});`,
    `${server}const a = 1;\nexport { a };`,
    `${server}export * from "./other";`,
    "export const open = action({});",
    'export function Page() { async function save() { "use server"; } }',
  ])("is breached by %j", (text) => {
    expect(inFile(text).length).toBeGreaterThan(0);
  });
});

describe("a request's body", () => {
  it("is read within a bound", () => {
    expect(sources.flatMap(bodyProblems)).toEqual([]);
  });

  it.each(["formData", "json", "text"])("is seen to be read whole by %s()", (how) => {
    const text = `export async function POST(request: Request) { return request.${how}().catch(() => null); }`;
    expect(bodyProblems(sourceOf("app/api/x/route.ts", text))).toHaveLength(1);
  });
});

describe("server-only", () => {
  it("opens every query and command", () => {
    expect(sources.flatMap(serverOnlyProblems)).toEqual([]);
  });

  it.each(["", 'import { z } from "zod";\nimport "server-only";'])("is missed in %j", (text) => {
    expect(serverOnlyProblems(sourceOf("lib/cohorts/queries/get-cohort.ts", text))).toHaveLength(1);
  });
});

describe("names", () => {
  it("say what is inside, in kebab-case", () => {
    expect(projectFiles().flatMap(nameProblems)).toEqual([]);
  });

  it.each([
    "lib/cohorts/utils.ts",
    "lib/cohorts/helper.ts",
    "components/ui/DatePicker.tsx",
    "lib/core/date_time.ts",
  ])("are refused: %s", (path) => {
    expect(nameProblems(path)).toHaveLength(1);
  });
});

describe("lib/README.md", () => {
  /** Rule files without a row that names both their area and themselves, each in backticks. */
  const unnamed = (map: string, paths: string[]) =>
    paths.filter((path) => {
      const [, area, rule] = /^lib\/(.+)\/rules\/([^/]+)\.ts$/.exec(path) ?? [];
      if (!area || !rule) return false;
      return !map.split("\n").some((row) => row.includes(`\`${area}\``) && row.includes(`\`${rule}\``));
    });

  it("names every rule file in its area's row", () => {
    expect(unnamed(readText("lib/README.md"), projectFiles())).toEqual([]);
  });

  it("is missed by a rule that it does not name", () => {
    const map = "| `cohorts` | `opening` |\n| `sessions` | `closing` |";
    const paths = ["lib/cohorts/rules/closing.ts", "lib/cohorts/rules/opening.ts"];
    expect(unnamed(map, paths)).toEqual(["lib/cohorts/rules/closing.ts"]);
  });
});
