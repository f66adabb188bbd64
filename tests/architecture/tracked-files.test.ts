import { describe, expect, it } from "vitest";
import { projectFiles, readText } from "./sources";

/** What belongs to one machine or one network, and so not into the project. Put together here, so that this file passes itself. */
const FOREIGN: [string, RegExp][] = [
  ["a home folder", /(^|[\s"'`(=:])\/(?:home|Users)\/[a-z][\w.-]*\//m],
  ["root's folder", /(^|[\s"'`(=:])\/root\//m],
  ["a working folder of this machine", new RegExp(`(^|[\\s"'\`(=:])/${"work"}/(main|shared)`, "m")],
  [
    "a registry's address",
    new RegExp(`https?://[^\\s"']*(?:registry${"\\."}|/npm/[^\\s"']*[.]tgz|/artifactory/|pypi${"\\."})`),
  ],
  ["a resolved package address", new RegExp(`"${"resolved"}": "http`)],
  ["a private key", new RegExp(`-----BEGIN ${"[A-Z ]*"}PRIVATE KEY`)],
];
const BINARY = /\.(png|jpe?g|gif|ico|woff2?|ttf|otf|pdf|wasm|zip|gz)$/;

const foreignIn = (text: string): string[] =>
  FOREIGN.flatMap(([what, pattern]) => (pattern.test(text) ? [what] : []));

/** The root holds what architecture.md names, and what a tool insists on finding there. */
const AT_ROOT =
  /^(README\.md|LICEN[CS]E(\.md|\.txt)?|package(-lock)?\.json|(tsconfig|biome|components)\.json|(next|tailwind|vitest|playwright|prisma|postcss)\.config\.(ts|mjs)|proxy\.ts|instrumentation(-client)?\.ts|\.gitignore|\.npmrc|\.dockerignore|Dockerfile|\.gitattributes|\.editorconfig)$/;

describe("tracked files", () => {
  it("hold no path of a machine, no address of a registry and no key", () => {
    const found = projectFiles()
      .filter((path) => !BINARY.test(path))
      .flatMap((path) => foreignIn(readText(path)).map((what) => `${path} holds ${what}`));
    expect(found).toEqual([]);
  });

  it.each([
    `${"/home"}/anna/praksis/lib`,
    `cd ${"/work"}/main`,
    `https://${"registry"}.example.org/left-pad`,
    `"${"resolved"}": "https://example.org/x.tgz"`,
    `-----BEGIN RSA ${"PRIVATE"} KEY-----`,
  ])("are searched for %j", (text) => {
    expect(foreignIn(text).length).toBeGreaterThan(0);
  });

  it("leave the root to what must be there", () => {
    expect(projectFiles().filter((path) => !path.includes("/") && !AT_ROOT.test(path))).toEqual([]);
  });
});
