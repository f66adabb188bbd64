import { strToU8, Zip, ZipDeflate, zipSync } from "fflate";
import { isLive, type LongSheet, type Sheet, type SheetCell, type SheetColumn } from "./sheet.ts";

/**
 * A workbook of one sheet (ECMA-376). Every text is a text cell, so that nothing in it runs; what looks like a formula is also
 * marked with `quotePrefix`, Excel's own apostrophe, and stays text when somebody edits the cell.
 */
const NAMESPACE = "http://schemas.openxmlformats.org";
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Indices into `cellXfs` of the styles below. */
const STYLE = { plain: 0, header: 1, text: 2, quoted: 3, day: 4, time: 5 } as const;

const styles = `${XML}<styleSheet xmlns="${NAMESPACE}/spreadsheetml/2006/main">
<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>`;

const parts: Readonly<Record<string, string>> = {
  "[Content_Types].xml": `${XML}<Types xmlns="${NAMESPACE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
  "_rels/.rels": `${XML}<Relationships xmlns="${NAMESPACE}/package/2006/relationships"><Relationship Id="rId1" Type="${NAMESPACE}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  "xl/_rels/workbook.xml.rels": `${XML}<Relationships xmlns="${NAMESPACE}/package/2006/relationships"><Relationship Id="rId1" Type="${NAMESPACE}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${NAMESPACE}/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
  "xl/styles.xml": styles,
};

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  // A parser would make a line feed of it.
  "\r": "&#13;",
};
// biome-ignore lint/suspicious/noControlCharactersInRegex: what XML 1.0 does not allow at all
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(NOT_XML, "")
    .replace(/[&<>"\r]/g, (sign) => ESCAPES[sign] ?? sign);
}

/** The name of column `at` (0 is A). */
function letters(at: number): string {
  const rest = Math.floor(at / 26);
  return (rest > 0 ? letters(rest - 1) : "") + String.fromCharCode(65 + (at % 26));
}

/** Days since 30 December 1899, the serial number by which spreadsheets count; null where `text` is no day or time. */
function serialOf(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/.test(text)) return null;
  const instant = Date.parse(text.length === 10 ? `${text}T00:00Z` : `${text}Z`);
  return Number.isNaN(instant) ? null : (instant - Date.UTC(1899, 11, 30)) / 86_400_000;
}

const textCell = (reference: string, text: string, style: number) =>
  `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

function cellXml(cell: SheetCell, column: SheetColumn, reference: string): string {
  if (cell === null || cell === "") return "";
  if (typeof cell === "number")
    return Number.isFinite(cell) ? `<c r="${reference}" s="${STYLE.plain}"><v>${cell}</v></c>` : "";
  const serial = column.kind === "day" || column.kind === "time" ? serialOf(cell) : null;
  if (serial !== null)
    return `<c r="${reference}" s="${column.kind === "day" ? STYLE.day : STYLE.time}"><v>${serial}</v></c>`;
  return textCell(reference, cell, isLive(cell) ? STYLE.quoted : STYLE.text);
}

/** The widths of columns in characters: as wide as the widest cell, within reason. */
function widthsOf(sheet: Sheet): number[] {
  return sheet.columns.map(({ header }, at) =>
    sheet.rows.reduce((most, row) => Math.max(most, String(row[at] ?? "").length), header.length),
  );
}

/** What stands before the rows of a sheet, and what after them. */
function frameOf({ columns }: Pick<Sheet, "columns">, widths: readonly number[], count: number) {
  const range = `A1:${letters(Math.max(0, columns.length - 1))}${count + 1}`;
  const width = widths.map(
    (longest, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${Math.min(60, longest + 3)}" customWidth="1"/>`,
  );
  const header = columns.map((column, at) => textCell(`${letters(at)}1`, column.header, STYLE.header));
  return {
    head: `${XML}<worksheet xmlns="${NAMESPACE}/spreadsheetml/2006/main"><dimension ref="${range}"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${width.join("")}</cols><sheetData><row r="1">${header.join("")}</row>`,
    tail: `</sheetData><autoFilter ref="${range}"/></worksheet>`,
  };
}

/** Rows, the first of them with the number `first`. */
function rowsXml(columns: Sheet["columns"], rows: Sheet["rows"], first: number): string {
  return rows
    .map((row, index) => {
      const number = first + index;
      const cells = columns.map((column, at) => cellXml(row[at] ?? null, column, `${letters(at)}${number}`));
      return `<row r="${number}">${cells.join("")}</row>`;
    })
    .join("");
}

function sheetXml(sheet: Sheet): string {
  const { head, tail } = frameOf(sheet, widthsOf(sheet), sheet.rows.length);
  return head + rowsXml(sheet.columns, sheet.rows, 2) + tail;
}

/** A tab's name as Excel takes it: at most 31 characters, none of `[]:*?/\`, no apostrophe at its ends. */
function tabName(name: string): string {
  const tidy = name
    .replace(/[[\]:*?/\\]/g, " ")
    .replace(/^'+|'+$/g, "")
    .slice(0, 31)
    .trim();
  return escaped(tidy || "Praksis");
}

const SHEET = "xl/worksheets/sheet1.xml";
// A fixed time in the archive: the same list gives the same bytes.
const options = { level: 6, mtime: new Date(2000, 0, 1) } as const;

/** The workbook's parts but for its sheet. */
const partsOf = ({ name }: Pick<Sheet, "name">): Readonly<Record<string, string>> => ({
  ...parts,
  "xl/workbook.xml": `${XML}<workbook xmlns="${NAMESPACE}/spreadsheetml/2006/main" xmlns:r="${NAMESPACE}/officeDocument/2006/relationships"><sheets><sheet name="${tabName(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
});

/** A list as XLSX: a frozen, filtered header row, days and times as dates, digits kept as text where the column says so. */
export function xlsxOf(sheet: Sheet): Uint8Array {
  const files = { ...partsOf(sheet), [SHEET]: sheetXml(sheet) };
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, xml]) => [path, [strToU8(xml), options] as const]),
    ) as Parameters<typeof zipSync>[0],
  );
}

/** How many rows a sheet can have beside its header (ECMA-376, as every program holds it). */
export const MOST_XLSX_ROWS = 1_048_575;

/** The same of a long list, a portion at a time; columns are as wide as their headers, and wide enough for a time. */
export async function* xlsxPortions(sheet: LongSheet): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const add = (path: string) => {
    const file = new ZipDeflate(path, { level: options.level });
    file.mtime = options.mtime;
    zip.add(file);
    return file;
  };
  for (const [path, xml] of Object.entries(partsOf(sheet))) add(path).push(strToU8(xml), true);
  const widths = sheet.columns.map(({ header }) => Math.max(24, header.length));
  const { head, tail } = frameOf(sheet, widths, sheet.count);
  const file = add(SHEET);
  file.push(strToU8(head));
  let number = 2;
  for await (const rows of sheet.portions()) {
    file.push(strToU8(rowsXml(sheet.columns, rows, number)));
    number += rows.length;
    yield* ready.splice(0);
  }
  file.push(strToU8(tail), true);
  zip.end();
  yield* ready.splice(0);
}
