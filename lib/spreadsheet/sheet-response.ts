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

const headersOf = (format: SheetFormat, fileName: string) => ({
  "Content-Type": TYPES[format],
  "Content-Disposition": `attachment; filename="${plainName(fileName)}.${format}"`,
  "Cache-Control": "private, no-store",
});

/** A list as a file to download, named `<fileName>.csv` or `.xlsx`; never cached. */
export function sheetResponse(format: SheetFormat, fileName: string, sheet: Sheet): Response {
  const bytes = format === "csv" ? csvOf(sheet) : xlsxOf(sheet);
  const headers = { ...headersOf(format, fileName), "Content-Length": String(bytes.byteLength) };
  // A copy: a small Buffer is a piece of a pool that all of the process writes to.
  return new Response(new Uint8Array(bytes), { headers });
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
  return new Response(streamOf(portions), { headers: headersOf(format, fileName) });
}
