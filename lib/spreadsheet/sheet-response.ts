import { type FileKind, fileResponse } from "../core/file-response.ts";
import type { LongSheet, Sheet, SheetFormat } from "./sheet.ts";
import { csvOf, csvPortions } from "./write-csv.ts";
import { xlsxOf, xlsxPortions } from "./write-xlsx.ts";

const TYPES: Readonly<Record<SheetFormat, string>> = {
  csv: "text/csv; charset=utf-8; header=present",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** A file's name in ASCII, as a header can carry it without quoting: `deltagere-forårshold` becomes `deltagere-forarshold`. */
function plainName(name: string): string {
  return (
    name
      .replace(/[æÆ]/g, "ae")
      .replace(/[øØ]/g, "oe")
      .normalize("NFKD")
      .replace(/[^A-Za-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 80)
      .toLowerCase() || "praksis"
  );
}

const kindOf = (format: SheetFormat, fileName: string): FileKind => ({
  type: TYPES[format],
  name: `${plainName(fileName)}.${format}`,
});

/** A list as a file to download, named `<fileName>.csv` or `.xlsx`; never cached. */
export function sheetResponse(format: SheetFormat, fileName: string, sheet: Sheet): Response {
  return fileResponse(format === "csv" ? csvOf(sheet) : xlsxOf(sheet), kindOf(format, fileName));
}

/** Portions as a stream that asks for the next when the last is taken, and for no more when nobody takes them. */
function streamOf(portions: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await portions.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await portions.return(undefined);
    },
  });
}

/** The same of a long list, which is read and sent a portion at a time, as fast as it is taken. */
export function longSheetResponse(format: SheetFormat, fileName: string, sheet: LongSheet): Response {
  const portions = format === "csv" ? csvPortions(sheet) : xlsxPortions(sheet);
  return fileResponse(streamOf(portions), kindOf(format, fileName));
}
