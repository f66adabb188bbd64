/** The query of an address as Next's pages get it. */
export type SearchParams = Record<string, string | string[] | undefined>;

/** The first value of a parameter; undefined when it is missing or empty. */
export function firstParam(params: SearchParams, name: string): string | undefined {
  const value = params[name];
  return (Array.isArray(value) ? value[0] : value) || undefined;
}

/** The address of the same page with some parameters changed: `null` takes one out. The order stays, so that links are stable. */
export function withParams(
  path: string,
  params: SearchParams,
  changes: Record<string, string | number | null>,
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (name in changes || value === undefined) continue;
    for (const each of [value].flat()) query.append(name, each);
  }
  for (const [name, value] of Object.entries(changes)) if (value !== null) query.set(name, String(value));
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/** A page number from the address: a whole number from 1, else 1. */
export function pageParam(params: SearchParams, name = "page"): number {
  const page = Number(firstParam(params, name));
  return Number.isInteger(page) && page > 0 && page < 100_000 ? page : 1;
}

export type Sort = { column: string; descending: boolean };

/** The order from the address (`sort=name`, `sort=-name`), if it is one of `columns`; else `fallback`. */
export function sortParam(params: SearchParams, columns: readonly string[], fallback: Sort): Sort {
  const given = firstParam(params, "sort") ?? "";
  const column = given.replace(/^-/, "");
  return columns.includes(column) ? { column, descending: given.startsWith("-") } : fallback;
}
