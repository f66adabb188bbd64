/** The project's sources, parsed. Architecture tests look at these; their negative controls look at sources written for the purpose. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseAst } from "vitest/node";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** A node of the syntax tree (ESTree with TypeScript's nodes): `start` and `end` are offsets into the text. */
export type Node = { type: string; start: number; end: number; [key: string]: unknown };
/** A source file; `path` is relative to the project, with forward slashes. */
export type Source = { path: string; text: string; body: Node[] };

/** Parses one source. Throws where it is not TypeScript. */
export function sourceOf(path: string, text: string): Source {
  const { body } = parseAst(text, { lang: path.endsWith("x") ? "tsx" : "ts" }, path);
  return { path, text, body: body as unknown as Node[] };
}

/** Every file that git tracks or would track, relative to the project. */
export function projectFiles(): string[] {
  const output = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return output.split("\0").filter((path) => path && existsSync(`${root}${path}`));
}

/** The text of a project file. */
export const readText = (path: string): string => readFileSync(`${root}${path}`, "utf8");

let sources: Source[] | undefined;

/** Every TypeScript source of the project. What is generated is not tracked, and so not here. */
export function allSources(): Source[] {
  sources ??= projectFiles()
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith(".d.ts"))
    .map((path) => sourceOf(path, readText(path)));
  return sources;
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";

/** Every node below `start`, itself included, parents first. */
export function* nodesOf(start: Node | Node[]): Generator<Node> {
  if (Array.isArray(start)) {
    for (const node of start) yield* nodesOf(node);
    return;
  }
  yield start;
  for (const value of Object.values(start)) {
    if (Array.isArray(value)) for (const item of value) if (isNode(item)) yield* nodesOf(item);
    if (isNode(value)) yield* nodesOf(value);
  }
}

/** The directives at the top of a file, such as `use server`. */
export const directivesOf = ({ body }: Source): string[] =>
  body.flatMap((node) => (typeof node.directive === "string" ? [node.directive] : []));
