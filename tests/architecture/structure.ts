/** What the shape of a source file breaks, as sentences; none when it is sound. */
import { directivesOf, type Node, nodesOf, type Source } from "./sources";

const FILE_LINES = 300;
const FUNCTION_LINES = 60;
const READS_ALL = new Set(["formData", "text", "json", "arrayBuffer", "blob", "bytes"]);

const linesBetween = (text: string, start: number, end: number): number =>
  text.slice(start, end).split("\n").length;

/** Files and functions that are longer than a reader's patience. */
export function sizeProblems({ path, text, body }: Source): string[] {
  const problems: string[] = [];
  const lines = text.trimEnd().split("\n").length;
  if (lines > FILE_LINES) problems.push(`${path} has ${lines} lines`);
  for (const node of nodesOf(body)) {
    if (!/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type)) continue;
    const length = linesBetween(text, node.start, node.end);
    if (length > FUNCTION_LINES) {
      const line = linesBetween(text, 0, node.start);
      problems.push(`${path}:${line} has a function of ${length} lines`);
    }
  }
  return problems;
}

/** In tests the callback of `describe` holds a whole table of cases; their files are limited, their functions are not. */
export const fileSizeProblems = (source: Source): string[] =>
  sizeProblems(source).filter((problem) => !problem.includes(" function of "));

/** A file that only passes on what others export hides where things are. */
export function barrelProblems({ path, body }: Source): string[] {
  const passesOn = (node: Node) =>
    node.type === "ExportAllDeclaration" || (node.type === "ExportNamedDeclaration" && node.source);
  const isBarrel = body.length > 0 && body.every(passesOn);
  return isBarrel || /(^|\/)index\.tsx?$/.test(path) ? [`${path} is a barrel`] : [];
}

/** Every export of a `"use server"` file is an endpoint that anybody can call: only what `action({…})` made may be one. */
export function actionProblems(source: Source): string[] {
  const { path, body } = source;
  const isActionFile = /(^|-|\/)actions\.ts$/.test(path) && path.startsWith("lib/");
  if (!directivesOf(source).includes("use server"))
    return [
      ...(isActionFile ? [`${path} does not begin with "use server"`] : []),
      ...(inlineServerFunctions(source) ? [`${path} has a "use server" inside a function`] : []),
    ];
  return body.flatMap((node) => {
    if (!node.type.startsWith("Export") || node.exportKind === "type") return [];
    return isActionExport(node) ? [] : [`${path} exports something that action({…}) did not make`];
  });
}

function inlineServerFunctions({ body }: Source): boolean {
  for (const node of nodesOf(body)) if (node.directive === "use server") return true;
  return false;
}

function isActionExport(node: Node): boolean {
  const declaration = node.declaration as Node | null | undefined;
  if (node.type !== "ExportNamedDeclaration" || declaration?.type !== "VariableDeclaration") return false;
  return (declaration.declarations as Node[]).every((one) => {
    const made = one.init as Node | null;
    const callee = made?.callee as Node | undefined;
    const [definition] = (made?.arguments ?? []) as Node[];
    return (
      made?.type === "CallExpression" &&
      callee?.type === "Identifier" &&
      callee.name === "action" &&
      definition?.type === "ObjectExpression"
    );
  });
}

/** Queries and commands must never reach a browser's bundle. */
export function serverOnlyProblems({ path, body }: Source): string[] {
  if (!/^lib\/.+\/(queries|commands)\//.test(path)) return [];
  const [first] = body;
  const named = (first?.source as { value?: unknown } | undefined)?.value;
  const isSound = first?.type === "ImportDeclaration" && named === "server-only";
  return isSound ? [] : [`${path} does not begin with import "server-only"`];
}

/** Names that say nothing about what is inside. */
export function nameProblems(path: string): string[] {
  const name = path.split("/").at(-1)?.replace(/\..*$/, "") ?? "";
  if (/^(utils?|helpers?|services?|managers?|misc|common)$/.test(name))
    return [`${path} has a name that says nothing`];
  const isRoute = path.startsWith("app/");
  if (/\.tsx?$/.test(path) && !isRoute && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))
    return [`${path} is not kebab-case`];
  return [];
}

/** A route handler's body is read whole by whoever asks for it, however much somebody sends: routes go by `boundedForm`. */
export function bodyProblems({ path, body }: Source): string[] {
  if (!path.startsWith("app/")) return [];
  const problems: string[] = [];
  for (const node of nodesOf(body)) {
    const callee = node.type === "CallExpression" ? (node.callee as Node) : undefined;
    const owner = callee?.type === "MemberExpression" ? (callee.object as Node) : undefined;
    const called = (callee?.property as { name?: unknown } | undefined)?.name;
    if (owner?.type === "Identifier" && owner.name === "request" && READS_ALL.has(String(called)))
      problems.push(`${path} reads a request's body without a bound`);
  }
  return problems;
}
