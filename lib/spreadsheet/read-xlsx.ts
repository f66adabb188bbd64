import { unzipSync } from "fflate";
import { SaxesParser, type SaxesTagPlain } from "saxes";
import { type Decision, RefusalError, refuse } from "../core/decision.ts";
import type { SheetBounds } from "./read-csv.ts";

/** Unpacked, all parts together. A bomb promises more and is not unpacked; one that lies about its size is cut off by fflate. */
const MOST_BYTES = 30 * 1024 * 1024;
const MOST_PARTS = 200;
const WANTED =
  /^(xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/sharedStrings\.xml|xl\/styles\.xml|xl\/worksheets\/[^/]+\.xml)$/;

const tooLarge = () => new RefusalError({ code: "spreadsheet.tooLarge", field: "file" });

/** The parts of the workbook that matter, as text. Throws where there are too many or too large ones. */
function partsOf(bytes: Uint8Array): Map<string, string> {
  let total = 0;
  let parts = 0;
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      parts += 1;
      if (parts > MOST_PARTS) throw tooLarge();
      if (!WANTED.test(name)) return false;
      total += originalSize;
      if (total > MOST_BYTES) throw tooLarge();
      return true;
    },
  });
  return new Map(Object.entries(files).map(([name, content]) => [name, new TextDecoder().decode(content)]));
}

type Handlers = {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
};

/** Reads XML; names without their prefix. Declared entities are unknown to the parser and end it, so none can grow. */
function readXml(xml: string, handlers: Handlers): void {
  const parser = new SaxesParser();
  const local = (name: string) => name.slice(name.indexOf(":") + 1);
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag: SaxesTagPlain) => handlers.open?.(local(tag.name), tag.attributes));
  parser.on("text", (text) => handlers.text?.(text));
  parser.on("closetag", (tag: SaxesTagPlain) => handlers.close?.(local(tag.name)));
  parser.write(xml).close();
}

/** The texts that cells point to, in order. What is only a reading aid (`rPh`) is left out. */
function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let current = "";
  let inText = false;
  let aside = 0;
  readXml(xml, {
    open(name) {
      if (name === "si") current = "";
      if (name === "rPh") aside += 1;
      inText = name === "t" && aside === 0;
    },
    text(text) {
      if (inText) current += text;
    },
    close(name) {
      if (name === "rPh") aside -= 1;
      if (name === "t") inText = false;
      if (name === "si") strings.push(current);
    },
  });
  return strings;
}

/** Built-in number formats that show a date, a time or both (ECMA-376 18.8.30). */
const DATE_FORMATS = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 30, 36, 45, 46, 47, 50, 57]);

/** For each style of cells whether it shows a date. */
function dateStyles(xml: string): boolean[] {
  const dated = new Set(DATE_FORMATS);
  const styles: boolean[] = [];
  let inCells = false;
  readXml(xml, {
    open(name, attributes) {
      if (name === "numFmt") {
        const code = (attributes.formatCode ?? "").replace(/"[^"]*"|\[[^\]]*\]|\\./g, "");
        if (/[dmyhs]/i.test(code)) dated.add(Number(attributes.numFmtId));
      }
      if (name === "cellXfs") inCells = true;
      if (name === "xf" && inCells) styles.push(dated.has(Number(attributes.numFmtId ?? 0)));
    },
    close(name) {
      if (name === "cellXfs") inCells = false;
    },
  });
  return styles;
}

/** The path of the first sheet, in the order of the workbook's tabs. */
function firstSheet(parts: Map<string, string>): string | undefined {
  let id: string | undefined;
  readXml(parts.get("xl/workbook.xml") ?? "<none/>", {
    open(name, attributes) {
      if (name === "sheet" && attributes.state !== "hidden" && attributes.state !== "veryHidden")
        id ??= attributes["r:id"];
    },
  });
  let target: string | undefined;
  readXml(parts.get("xl/_rels/workbook.xml.rels") ?? "<none/>", {
    open(name, attributes) {
      if (name === "Relationship" && attributes.Id === id) target = attributes.Target;
    },
  });
  return target?.replace(/^\/?(xl\/)?/, "xl/");
}

/** The serial number of a spreadsheet as people write it: `2026-05-13`, `2026-05-13 09:00`, or `09:00` below one. */
function dateText(serial: number): string {
  const minutes = Math.round(serial * 1440);
  const iso = new Date(Date.UTC(1899, 11, 30) + minutes * 60_000).toISOString();
  if (serial < 1) return iso.slice(11, 16);
  return minutes % 1440 === 0 ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 16)}`;
}

/** The number of a column by its letters: A is 0. */
function columnOf(reference: string): number {
  const name = /^[A-Z]{1,3}/.exec(reference)?.[0] ?? "";
  return [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

type Cell = { column: number; type: string; dated: boolean; value: string };

function cellValue(cell: Cell, strings: readonly string[]): string {
  if (cell.type === "s") return strings[Number(cell.value)] ?? "";
  if (cell.type === "b") return cell.value === "1" ? "1" : "0";
  if (cell.type === "e") return "";
  const number = Number(cell.value);
  const isNumber = (cell.type === "" || cell.type === "n") && cell.value !== "" && Number.isFinite(number);
  if (!isNumber) return cell.value;
  return cell.dated && number >= 0 && number < 2_958_466 ? dateText(number) : String(number);
}

function rowsOf(xml: string, strings: readonly string[], dated: readonly boolean[], bounds: SheetBounds) {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell: Cell | null = null;
  let reading = false;
  readXml(xml, {
    open(name, attributes) {
      if (name === "row") {
        const at = Number(attributes.r ?? rows.length + 1);
        if (!(at >= 1 && at <= bounds.maxRows + 2)) throw tooLarge();
        row = [];
        while (rows.length < at) rows.push([]);
        rows[at - 1] = row;
      }
      if (name === "c") {
        const column = attributes.r ? columnOf(attributes.r) : row.length;
        if (column < 0 || column > bounds.maxColumns) throw tooLarge();
        cell = {
          column,
          type: attributes.t ?? "",
          dated: dated[Number(attributes.s ?? 0)] ?? false,
          value: "",
        };
      }
      reading = cell !== null && (name === "v" || (name === "t" && cell.type === "inlineStr"));
    },
    text(text) {
      if (!reading || !cell) return;
      cell.value += text;
      if (cell.value.length > bounds.maxCell) throw tooLarge();
    },
    close(name) {
      reading = false;
      if (name !== "c" || !cell) return;
      while (row.length < cell.column) row.push("");
      row[cell.column] = cellValue(cell, strings);
      cell = null;
    },
  });
  return rows;
}

/**
 * The cells of a workbook's first visible sheet as people see them: dates as `2026-05-13`, the values that formulas gave last and
 * never the formulas. Refused as `spreadsheet.unreadable` or `.tooLarge`.
 */
export function readXlsx(bytes: Uint8Array, bounds: SheetBounds): Decision<string[][]> {
  try {
    const parts = partsOf(bytes);
    const sheet = parts.get(firstSheet(parts) ?? "");
    if (sheet === undefined) return refuse("spreadsheet.unreadable", undefined, "file");
    const strings = sharedStrings(parts.get("xl/sharedStrings.xml") ?? "<sst/>");
    const dated = dateStyles(parts.get("xl/styles.xml") ?? "<styleSheet/>");
    return { ok: true, value: rowsOf(sheet, strings, dated, bounds) };
  } catch (error) {
    if (error instanceof RefusalError) return { ok: false, refusal: error.refusal };
    return refuse("spreadsheet.unreadable", undefined, "file");
  }
}
