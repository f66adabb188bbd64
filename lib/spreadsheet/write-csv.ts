import { type LongSheet, neutralisedForCsv, type Sheet, type SheetCell, type SheetColumn } from "./sheet.ts";

const BOM = "\ufeff";

/** Quoted wherever a reader could end the cell too early; always for text that begins or ends with a blank. */
function quoted(text: string): string {
  return /[";\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function cellText(cell: SheetCell, column: SheetColumn): string {
  if (cell === null || cell === "") return "";
  // A decimal comma, as Danish and Swedish programs expect; a number is no formula, whatever its sign.
  if (typeof cell === "number") return String(cell).replace(".", ",");
  return quoted(neutralisedForCsv(column.kind === "time" ? cell.replace("T", " ") : cell));
}

const line = (cells: readonly string[]) => `${cells.join(";")}\r\n`;

const headLine = ({ columns }: Pick<Sheet, "columns">) =>
  BOM + line(columns.map(({ header }) => quoted(neutralisedForCsv(header))));

const rowLines = (columns: Sheet["columns"], rows: Sheet["rows"]) =>
  rows.map((row) => line(columns.map((column, at) => cellText(row[at] ?? null, column)))).join("");

/**
 * A list as CSV that opens right in a Danish Excel by a double click: UTF-8 with a byte order mark, semicolons, CRLF, decimal
 * comma. Formulas are neutralised.
 */
export function csvOf(sheet: Sheet): Uint8Array {
  return Buffer.from(headLine(sheet) + rowLines(sheet.columns, sheet.rows), "utf8");
}

/** The same of a long list, a portion at a time. */
export async function* csvPortions(sheet: LongSheet): AsyncGenerator<Uint8Array> {
  yield Buffer.from(headLine(sheet), "utf8");
  for await (const rows of sheet.portions()) yield Buffer.from(rowLines(sheet.columns, rows), "utf8");
}
