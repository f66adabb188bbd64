import "server-only";
import type { LongSheet, SheetCell } from "@/lib/spreadsheet/sheet";

/** How many rows of a long list are in memory at a time. */
const PORTION = 1_000;

/** Where a portion of a long list begins, and how many rows it has at most. */
export type After = {
  readonly take: number;
  readonly cursor?: { readonly id: string };
  readonly skip?: number;
};

/** What is in a fixed order, `most` at a time: `read` gives those that follow the one with the id of `cursor`. */
export async function* chunksAfter<Row extends { readonly id: string }>(
  read: (after: After) => Promise<readonly Row[]>,
  most: number,
): AsyncGenerator<readonly Row[]> {
  let last: string | undefined;
  while (true) {
    const rows = await read({ take: most, ...(last && { cursor: { id: last }, skip: 1 }) });
    if (rows.length > 0) yield rows;
    if (rows.length < most) return;
    last = rows.at(-1)?.id;
  }
}

/** A long list in a fixed order, a portion after the other. */
export async function* portionsAfter<Row extends { readonly id: string }>(
  read: (after: After) => Promise<readonly Row[]>,
  cellsOf: (row: Row) => SheetCell[],
): AsyncGenerator<SheetCell[][]> {
  for await (const rows of chunksAfter(read, PORTION)) yield rows.map(cellsOf);
}

type Page<Row> = { readonly rows: readonly Row[]; readonly total: number };

/** A list that is shown in pages, all of them: how many rows, and the rows page by page, as the screen has them. */
export async function allPages<Row>(
  read: (page: number) => Promise<Page<Row>>,
  cellsOf: (row: Row) => SheetCell[],
): Promise<Pick<LongSheet, "count" | "portions">> {
  const first = await read(1);
  async function* portions() {
    let sent = 0;
    for (let page = 1, now = first; now.rows.length > 0; now = await read(++page)) {
      yield now.rows.map(cellsOf);
      sent += now.rows.length;
      if (sent >= now.total) return;
    }
  }
  return { count: first.total, portions };
}
