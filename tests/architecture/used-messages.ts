/** Which messages the sources name. Exactly by literals, and by the fixed parts of templates such as `state.${state}`. */
import { type Node, nodesOf, type Source } from "./sources";

/** What one source names: whole texts, templates as their fixed parts, and those that begin with an expression. */
type Named = {
  readonly literals: ReadonlySet<string>;
  readonly templates: readonly RegExp[];
  readonly open: readonly RegExp[];
};

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Text that can be a key: names parted by dots. A refusal's code is one as well. */
const KEY = /^[\w-]+(\.[\w-]+)*$/;

/** A key with its area before a colon. */
const FIELD_ISSUE = /^[a-z][a-z-]*:\w+(\.\w+)*$/;

/** A template whose fixed parts can be those of a key, as a pattern. */
function patternOf(quasis: readonly string[]): RegExp | null {
  if (quasis.length < 2 || !quasis.every((part) => /^[\w.-]*$/.test(part)) || quasis.join("") === "")
    return null;
  return new RegExp(`^${quasis.map(literally).join("[\\w.-]+")}$`);
}

/** Texts and templates of a source. */
function namedIn({ body }: Source): Named {
  const literals = new Set<string>();
  const templates: RegExp[] = [];
  const open: RegExp[] = [];
  for (const node of nodesOf(body)) {
    if (node.type === "Literal" && typeof node.value === "string") {
      if (KEY.test(node.value)) literals.add(node.value);
      // What is wrong with a field, in its area's own words: `area:key` (lib/i18n/translate-issue.ts).
      if (FIELD_ISSUE.test(node.value)) literals.add(node.value.replace(":", "."));
    }
    // `{ published: "…" }[state]` and `t(state)` over a table name their keys as property names.
    if (node.type === "Property" && (node.key as { type: string }).type === "Identifier")
      literals.add((node.key as unknown as { name: string }).name);
    if (node.type !== "TemplateLiteral") continue;
    const quasis = (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked);
    if (quasis.length === 1 && KEY.test(quasis[0] ?? "")) literals.add(quasis[0] ?? "");
    const pattern = patternOf(quasis);
    if (pattern) (quasis[0] === "" ? open : templates).push(pattern);
  }
  return { literals, templates, open };
}

/** Every path of a tree of messages above its texts: what `useTranslations` can be given. */
function branchesOf(keys: Iterable<string>): Set<string> {
  const branches = new Set<string>();
  for (const key of keys) {
    const parts = key.split(".");
    for (let length = 1; length < parts.length; length++) branches.add(parts.slice(0, length).join("."));
  }
  return branches;
}

/** Whether a source names the key `rest` below `branch`. A template without a beginning counts below a part of an area only. */
function namesBelow({ literals, templates, open }: Named, branch: string, rest: string): boolean {
  const patterns = branch.includes(".") ? [...templates, ...open] : templates;
  return literals.has(rest) || patterns.some((pattern) => pattern.test(rest));
}

/**
 * The keys (`area.part.name`) that no source names. A source names a key whole, or below a branch that it names too
 * (`useTranslations("area.part")` and `t("name")`); `everywhere` are branches whose keys are named without them, as codes of
 * refusals are. `dynamic` are beginnings of keys that are put together in a way no source shows.
 */
export function unusedKeys(
  keys: readonly string[],
  sources: readonly Source[],
  { everywhere, dynamic }: { everywhere: readonly string[]; dynamic: readonly string[] },
): string[] {
  const branches = branchesOf(keys);
  const unused = new Set(keys.filter((key) => !dynamic.some((beginning) => key.startsWith(beginning))));
  for (const source of sources) {
    const named = namedIn(source);
    const below = [...named.literals].filter((literal) => branches.has(literal)).concat(everywhere);
    for (const key of unused)
      if (
        named.literals.has(key) ||
        named.templates.some((template) => template.test(key)) ||
        below.some(
          (branch) => key.startsWith(`${branch}.`) && namesBelow(named, branch, key.slice(branch.length + 1)),
        )
      )
        unused.delete(key);
  }
  return [...unused];
}

const TRANSLATORS = new Set(["useTranslations", "getTranslations", "translatorFor"]);
const nameOf = (node: unknown): string | undefined => (node as { name?: string } | undefined)?.name;
const textOf = (node: Node | undefined): string | undefined =>
  node?.type === "Literal" && typeof node.value === "string" ? node.value : undefined;

/** The function that a call is of: `t` for `t(…)` and for `t.rich(…)`. */
function calleeOf(call: Node): string | undefined {
  const callee = call.callee as Node;
  return nameOf(callee.type === "MemberExpression" ? callee.object : callee);
}

/**
 * The literal keys given to a translator (`t("…")`, `tMail.rich("…")`) that are below none of the areas its source names, as
 * `path: key`. A source that names no area is left alone: its translator comes from elsewhere.
 */
export function missingKeys(keys: readonly string[], sources: readonly Source[]): string[] {
  const known = new Set([...keys, ...branchesOf(keys)]);
  const missing: string[] = [];
  for (const { path, body } of sources) {
    const calls = [...nodesOf(body)].filter(({ type }) => type === "CallExpression");
    const areas = new Set<string>();
    for (const call of calls)
      if (TRANSLATORS.has(calleeOf(call) ?? ""))
        for (const given of call.arguments as Node[]) areas.add(textOf(given) ?? "");
    if (areas.size === 0) continue;
    for (const call of calls) {
      const key = textOf((call.arguments as Node[])[0]);
      if (key === undefined || !/^t([A-Z]\w*)?$/.test(calleeOf(call) ?? "")) continue;
      if (![...areas].some((area) => known.has(area ? `${area}.${key}` : key)))
        missing.push(`${path}: ${key}`);
    }
  }
  return missing;
}
