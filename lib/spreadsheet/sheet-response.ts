import type { Sheet, SheetFormat } from "./sheet.ts";
import { csvOf } from "./write-csv.ts";
import { xlsxOf } from "./write-xlsx.ts";

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

/** A list as a file to download, named `<fileName>.csv` or `.xlsx`; never cached. */
export function sheetResponse(format: SheetFormat, fileName: string, sheet: Sheet): Response {
  const bytes = format === "csv" ? csvOf(sheet) : xlsxOf(sheet);
  return new Response(bytes.slice().buffer, {
    headers: {
      "Content-Type": TYPES[format],
      "Content-Length": String(bytes.byteLength),
      "Content-Disposition": `attachment; filename="${plainName(fileName)}.${format}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
