import { CsvError, parse } from "csv-parse/sync";
import { type Decision, refuse } from "../core/decision.ts";
import { revivedFromCsv } from "./sheet.ts";

/** How much a file may hold. What goes beyond is refused before it takes memory. */
export type SheetBounds = { readonly maxRows: number; readonly maxColumns: number; readonly maxCell: number };

/** Bytes as text: by their byte order mark, else UTF-8, else Windows-1252, which a Danish Excel writes by default. */
function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** The sign between cells: the one that occurs most often outside quotes in the first line. */
function delimiterOf(text: string): string {
  const firstLine = (/^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0] ?? "").replace(/"(?:[^"]|"")*"/g, "");
  const count = (sign: string) => firstLine.split(sign).length;
  return [";", "\t", ","].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** The cells of a CSV file, a list per line. Refused as `spreadsheet.unreadable` or `.tooLarge`. */
export function readCsv(bytes: Uint8Array, bounds: SheetBounds): Decision<string[][]> {
  const text = decoded(bytes);
  // A text file holds no NUL: something else was given the name of one.
  if (text.includes("\0")) return refuse("spreadsheet.unreadable", undefined, "file");
  try {
    const rows: string[][] = parse(text, {
      bom: true,
      // All three: left to itself the parser takes the first line's and reads the rest of a mended file as one line.
      record_delimiter: ["\r\n", "\n", "\r"],
      delimiter: delimiterOf(text.replace(/^\ufeff/, "")),
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: bounds.maxColumns * bounds.maxCell,
      // One more than allowed, to tell that there is more.
      to: bounds.maxRows + 2,
    });
    return { ok: true, value: rows.map((row) => row.map(revivedFromCsv)) };
  } catch (error) {
    const isEndless = error instanceof CsvError && error.code === "CSV_MAX_RECORD_SIZE";
    return refuse(isEndless ? "spreadsheet.tooLarge" : "spreadsheet.unreadable", undefined, "file");
  }
}
