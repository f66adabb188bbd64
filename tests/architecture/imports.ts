/** Who imports whom. */
import { dirname, join } from "node:path/posix";
import { type Node, nodesOf, type Source } from "./sources";

/** `to` is a project file, or a package's name. `type` imports vanish when the code is compiled: they bind nothing at run time. */
export type Import = { from: string; to: string; kind: "value" | "type" };

const textOf = (node: unknown): string | undefined => {
  const { value } = (node ?? {}) as { value?: unknown };
  return typeof value === "string" ? value : undefined;
};

function isTypeOnly(node: Node): boolean {
  if (node.importKind === "type" || node.exportKind === "type") return true;
  const specifiers = (node.specifiers ?? []) as Node[];
  return (
    specifiers.length > 0 && specifiers.every((one) => one.importKind === "type" || one.exportKind === "type")
  );
}

/** What a file names in `import`, `export … from` and `import()`. */
function namedBy({ body }: Source): { specifier: string; kind: Import["kind"] }[] {
  const named: { specifier: string; kind: Import["kind"] }[] = [];
  for (const node of nodesOf(body)) {
    const specifier = textOf(node.source);
    if (specifier === undefined) continue;
    if (node.type === "TSImportType") named.push({ specifier, kind: "type" });
    else if (/^(Import|Export)/.test(node.type))
      named.push({ specifier, kind: isTypeOnly(node) ? "type" : "value" });
  }
  return named;
}

const ENDINGS = ["", ".ts", ".tsx", "/index.ts", "/index.tsx"];

/** Every import of `sources`. A specifier that leads to none of `known` files is kept as it is written (a package, a style, …). */
export function importsOf(sources: Source[], known = sources.map(({ path }) => path)): Import[] {
  const paths = new Set(known);
  return sources.flatMap((source) =>
    namedBy(source).map(({ specifier, kind }) => {
      const path = specifier.startsWith("@/")
        ? specifier.slice(2)
        : specifier.startsWith(".")
          ? join(dirname(source.path), specifier)
          : undefined;
      const ending = path === undefined ? undefined : ENDINGS.find((one) => paths.has(path + one));
      const to = path === undefined ? specifier : path + (ending ?? "");
      return { from: source.path, to, kind };
    }),
  );
}

/** Every import cycle at run time, as the files in order; each cycle once. */
export function cyclesOf(imports: Import[]): string[][] {
  const next = new Map<string, string[]>();
  for (const { from, to, kind } of imports)
    if (kind === "value") next.set(from, [...(next.get(from) ?? []), to]);
  const cycles: string[][] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): void => {
    const at = path.indexOf(file);
    if (at >= 0) {
      cycles.push(path.slice(at));
      return;
    }
    if (done.has(file)) return;
    path.push(file);
    for (const target of next.get(file) ?? []) visit(target);
    path.pop();
    done.add(file);
  };
  for (const file of next.keys()) visit(file);
  return cycles;
}
