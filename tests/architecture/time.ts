import { type Node, nodesOf, type Source } from "./sources";

/** Where the zones one can choose from are listed, and the one that counts where nothing else gives one. */
const NAMES_ZONES = [
  "lib/core/civil-zone.ts",
  "lib/cohorts/schema.ts",
  "components/cohorts/cohort-fields.tsx",
];

const nameOf = (node: Node | undefined): string =>
  String((node?.type === "MemberExpression" ? (node.property as Node) : node)?.name ?? "");

/** `x.toISOString().slice(0, 10)`: the name of `x`, or nothing. */
function slicedToDay(node: Node): string {
  const callee = node.type === "CallExpression" ? (node.callee as Node) : undefined;
  const inner = callee?.type === "MemberExpression" ? (callee.object as Node) : undefined;
  if (nameOf(callee) !== "slice" || inner?.type !== "CallExpression") return "";
  const iso = inner.callee as Node;
  return nameOf(iso) === "toISOString" ? nameOf(iso.object as Node) : "";
}

function problemOf(node: Node, path: string): string {
  const reads = /^lib\/.+\/(rules|facts|queries|commands)\//.test(path);
  if (reads && node.type === "NewExpression" && nameOf(node.callee as Node) === "Date")
    return (node.arguments as Node[]).length === 0 ? "reads the clock: time is passed in" : "";
  // Instants are named …At and now, days …On (domain.md): a `date` column may be cut, it has no clock.
  const cut = slicedToDay(node);
  if (cut === "now" || /At$/.test(cut)) return `takes ${cut}'s day in Greenwich: civilDay or dayOf`;
  if (node.type === "Literal" && node.value === "Europe/Copenhagen" && !NAMES_ZONES.includes(path))
    return "names a zone: CIVIL_ZONE";
  return "";
}

/** Clocks read where time is passed in, days of instants cut from UTC, zones named beside the one place that names them. */
export function timeProblems({ path, text, body }: Source): string[] {
  if (!/^(app|lib|components)\//.test(path) || !/new Date\(\)|toISOString|Copenhagen/.test(text)) return [];
  return [...nodesOf(body)].flatMap((node) => {
    const problem = problemOf(node, path);
    return problem ? [`${path} ${problem}`] : [];
  });
}
