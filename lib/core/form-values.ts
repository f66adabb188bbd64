/** Longest path, highest index and most fields that a form of ours uses; more is an attack, and is dropped. */
const MAX_DEPTH = 6;
const MAX_INDEX = 500;
const MAX_FIELDS = 20_000;

type Container = Record<string, unknown> | unknown[];
const isIndex = (part: string) => /^\d{1,3}$/.test(part);

/**
 * The values of a form as a nested object: `ratings.0.level` becomes `{ ratings: [{ level }] }`, a name that occurs
 * several times a list, a name that ends in `[]` always a list. Names of the framework (`$ACTION…`) are left out, and so
 * is a field where no file was chosen. A file that was chosen and holds nothing stays: its form says so.
 */
export function formValues(form: FormData): Record<string, unknown> {
  const root: Record<string, unknown> = Object.create(null);
  for (const [name, values] of fieldsOf(form)) {
    const asList = name.endsWith("[]");
    const path = (asList ? name.slice(0, -2) : name).split(".");
    if (path.length > MAX_DEPTH || path.some((part) => !isFieldName(part))) continue;
    place(root, path, asList || values.length > 1 ? values : values[0]);
  }
  return root;
}

/** What was given under each name. In one walk: `getAll` for each name walks the whole form again, and anybody may send a long one. */
function fieldsOf(form: FormData): Map<string, FormDataEntryValue[]> {
  const fields = new Map<string, FormDataEntryValue[]>();
  let count = 0;
  for (const [name, value] of form) {
    if (++count > MAX_FIELDS) break;
    if (name.startsWith("$ACTION") || !(typeof value === "string" || wasChosen(value))) continue;
    const values = fields.get(name);
    if (values) values.push(value);
    else fields.set(name, [value]);
  }
  return fields;
}

/**
 * A field without a file sends an empty one without a name. React's server reads it as "blob" from a form without scripts and as "undefined"
 * from an action; what was chosen and holds nothing is told from both by its ending.
 */
function wasChosen({ size, name }: File): boolean {
  return size > 0 || /\.\w+$/.test(name);
}

function isFieldName(part: string): boolean {
  if (isIndex(part)) return Number(part) <= MAX_INDEX;
  return /^[A-Za-z][A-Za-z0-9_-]{0,63}$/.test(part) && part !== "constructor" && part !== "prototype";
}

function place(root: Record<string, unknown>, path: readonly string[], value: unknown): void {
  let container: Container = root;
  for (const [depth, part] of path.entries()) {
    const last = depth === path.length - 1;
    const existing: unknown = Reflect.get(container, part);
    if (last) Reflect.set(container, part, value);
    else if (typeof existing === "object" && existing !== null) container = existing as Container;
    else {
      const next: Container = isIndex(path[depth + 1] ?? "") ? [] : Object.create(null);
      Reflect.set(container, part, next);
      container = next;
    }
  }
}
