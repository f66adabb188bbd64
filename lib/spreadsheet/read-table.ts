import { type Decision, refuse } from "../core/decision.ts";
import { MOST_UPLOAD_BYTES } from "../core/file-limits.ts";
import { tidyText } from "../core/free-text.ts";
import { readCsv, type SheetBounds } from "./read-csv.ts";
import { readXlsx } from "./read-xlsx.ts";

/** A row as it stood in the file. `line` counts from 1, as the program that shows it does. */
type ReadRow = {
  readonly line: number;
  /** The cell under a heading that was asked for; empty where the file has no such column. */
  cell(name: string): string;
};

/** A file's rows, and the headings it had that nobody asked for. */
export type ReadTable = { readonly rows: readonly ReadRow[]; readonly unknown: readonly string[] };

/** A column to look for. `names` are the headings it may have, in any language, any case. */
export type WantedColumn = {
  readonly key: string;
  readonly names: readonly string[];
  /** The message that holds its heading in the reader's language. */
  readonly word: string;
  readonly required?: boolean;
};

const BOUNDS: SheetBounds = { maxRows: 1000, maxColumns: 60, maxCell: 5000 };

/** It is text at its beginning, and would be taken for a table of one column. */
const PDF = Buffer.from("%PDF-");

/** What a workbook with a password holds in place of its parts (MS-OFFCRYPTO 2.3), as its directory spells it. */
const ENCRYPTED = Buffer.from("EncryptedPackage", "utf16le");

/** No heading is longer; what is longer is not looked at as one. */
const LONGEST_HEADING = 200;

const plain = (text: string) =>
  tidyText(text.slice(0, LONGEST_HEADING))
    .toLocaleLowerCase("da")
    .replace(/\s+/g, " ")
    .replace(/[*:]+$/, "")
    .trim();

function cellsOf(bytes: Uint8Array): Decision<string[][]> {
  // A ZIP archive begins with "PK"; an old binary workbook with D0 CF, which is neither of the two kinds read here.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readXlsx(bytes, BOUNDS);
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) {
    const code = Buffer.from(bytes).includes(ENCRYPTED) ? "spreadsheet.locked" : "spreadsheet.oldFormat";
    return refuse(code, undefined, "file");
  }
  if (Buffer.from(bytes.subarray(0, 5)).equals(PDF))
    return refuse("spreadsheet.unreadable", undefined, "file");
  return readCsv(bytes, BOUNDS);
}

/**
 * The table in a CSV or XLSX file, told apart by their content: the first line that is not empty holds the headings. Refused
 * (`spreadsheet.*` and `file.empty`, at the field `file`) where it cannot be read, is too large, is empty or lacks a required column.
 */
export function readTable(bytes: Uint8Array, wanted: readonly WantedColumn[]): Decision<ReadTable> {
  if (bytes.byteLength === 0) return refuse("file.empty", undefined, "file");
  if (bytes.byteLength > MOST_UPLOAD_BYTES) return refuse("spreadsheet.tooLarge", undefined, "file");
  const read = cellsOf(bytes);
  if (!read.ok) return read;
  // One text of a workbook may stand in every cell: before anything is made of them, they are measured.
  if (read.value.some((row) => row.some((cell) => cell.length > BOUNDS.maxCell)))
    return refuse("spreadsheet.tooLarge", undefined, "file");
  const cells = read.value.map((row) => row.map(tidyText));
  const isFilled = (row: readonly string[]) => row.some((cell) => cell !== "");
  const top = cells.findIndex(isFilled);
  if (top < 0) return refuse("spreadsheet.empty", undefined, "file");
  const headings = (cells[top] ?? []).map(plain);
  const columnOf = new Map(
    wanted.map(({ key, names }) => [
      key,
      headings.findIndex((heading) => names.map(plain).includes(heading)),
    ]),
  );
  const missing = wanted.filter(({ key, required }) => required && (columnOf.get(key) ?? -1) < 0);
  if (missing.length > 0) {
    const columns = { words: missing.map(({ word }) => word) };
    return refuse("spreadsheet.columnMissing", { columns }, "file");
  }
  const rows = cells.flatMap((row, index) =>
    index > top && isFilled(row)
      ? [{ line: index + 1, cell: (name: string) => row[columnOf.get(name) ?? -1] ?? "" }]
      : [],
  );
  if (rows.length === 0) return refuse("spreadsheet.empty", undefined, "file");
  if (rows.length > BOUNDS.maxRows)
    return refuse("spreadsheet.tooManyRows", { most: BOUNDS.maxRows }, "file");
  const used = new Set(columnOf.values());
  return { ok: true, value: { rows, unknown: headings.filter((heading, at) => heading && !used.has(at)) } };
}
