import { neutralised, type Sheet, type SheetCell, type SheetColumn } from "./sheet.ts";

const BOM = "\ufeff";

/** Quoted wherever a reader could end the cell too early; always for text that begins or ends with a blank. */
function quoted(text: string): string {
  return /[";\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function cellText(cell: SheetCell, column: SheetColumn): string {
  if (cell === null || cell === "") return "";
  // A decimal comma, as Danish and Swedish programs expect; a number is no formula, whatever its sign.
  if (typeof cell === "number") return String(cell).replace(".", ",");
  return quoted(neutralised(column.kind === "time" ? cell.replace("T", " ") : cell));
}

/**
 * A list as CSV that opens right in a Danish Excel by a double click: UTF-8 with a byte order mark, semicolons, CRLF, decimal
 * comma. Formulas are neutralised.
 */
export function csvOf(sheet: Sheet): Uint8Array {
  const header = sheet.columns.map(({ header }) => quoted(neutralised(header)));
  const rows = sheet.rows.map((row) => sheet.columns.map((column, at) => cellText(row[at] ?? null, column)));
  return Buffer.from(`${BOM}${[header, ...rows].map((cells) => `${cells.join(";")}\r\n`).join("")}`, "utf8");
}
