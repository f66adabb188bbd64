/** What is wrong with a cell, as the key of a sentence with what it names; or with a row as a whole, where `column` is empty. */
export type ImportProblem = {
  readonly line: number;
  readonly column: string;
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
};

/** A row as it stood in the file: its cells in the order of the columns. */
export type ImportRow = { readonly line: number; readonly cells: readonly string[] };

/** What a file holds, what is wrong with it, and how many rows were taken in: all of them or none. */
export type ImportOutcome = {
  readonly columns: readonly string[];
  readonly rows: readonly ImportRow[];
  readonly problems: readonly ImportProblem[];
  /** Headings that mean nothing here and were left out. */
  readonly unknown: readonly string[];
  readonly imported: number;
};

/** Rows whose value in a column another row has too; each is a problem of its own. */
export function repeated(
  values: readonly { readonly line: number; readonly value: string }[],
  column: string,
): ImportProblem[] {
  const lines = new Map<string, number[]>();
  for (const { line, value } of values) if (value) lines.set(value, [...(lines.get(value) ?? []), line]);
  return [...lines.values()].flatMap((found) =>
    found
      .slice(1)
      .map((line) => ({ line, column, key: "lists.import.repeated", params: { line: found[0] ?? 0 } })),
  );
}
