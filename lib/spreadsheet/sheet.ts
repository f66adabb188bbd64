/** What a cell holds: text, a number, or nothing. A day is `2026-05-13`, a time `2026-05-13T09:00` as clocks there show it. */
export type SheetCell = string | number | null;

/** A column. `text` keeps digits as they are (GLN, telephone); `day` and `time` become dates that programs can count with. */
export type SheetColumn = {
  readonly header: string;
  readonly kind?: "text" | "number" | "day" | "time";
};

/** One list, ready to be written as CSV or XLSX. `name` is what the sheet's tab shows. */
export type Sheet = {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetCell[])[];
};

/** A list that is too long to be held at once: how many rows it has, and the rows a portion at a time. */
export type LongSheet = Omit<Sheet, "rows"> & {
  readonly count: number;
  readonly portions: () => AsyncIterable<Sheet["rows"]>;
};

/** The two ways a list leaves the platform. */
const sheetFormats = ["csv", "xlsx"] as const;
export type SheetFormat = (typeof sheetFormats)[number];

/** Whether `text` names a format. */
export function isSheetFormat(text: string): text is SheetFormat {
  return (sheetFormats as readonly string[]).includes(text);
}

/**
 * The signs by which a spreadsheet takes a text for a formula (OWASP, "CSV injection"), and their full-width twins, which
 * some programs read the same. Blanks before them are skipped by some programs too.
 */
const LIVE = /^[\s\u00a0\u3000]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]/;

/** Whether a spreadsheet might run `text` as a formula. */
export function isLive(text: string): boolean {
  return LIVE.test(text);
}

/** `text` so that no spreadsheet runs it: with an apostrophe before it where it could. Read back, `revived` takes it away. */
export function neutralised(text: string): string {
  return isLive(text) ? `'${text}` : text;
}

/** What `neutralised` was given. */
export function revived(text: string): string {
  return text.startsWith("'") && isLive(text.slice(1)) ? text.slice(1) : text;
}

/**
 * Where a comma inside a text is followed by a formula. A program set to English takes our CSV apart at commas, quoted or not, since
 * quotes count only where a cell begins for it: what follows one then begins a cell. `, -` and `, +45` are how people write.
 */
const LIVE_AFTER_COMMA = /,(?=[ \u00a0\u3000]*[=@\uff1d\uff20]|[+\-\uff0b\uff0d])/g;
const TAMED_AFTER_COMMA = /,'(?=[ \u00a0\u3000]*[=@\uff1d\uff20]|[+\-\uff0b\uff0d])/g;

/** `text` so that no spreadsheet runs it, whole or cut at its commas. Read back, `revivedFromCsv` takes the apostrophes away. */
export function neutralisedForCsv(text: string): string {
  return neutralised(text.replace(LIVE_AFTER_COMMA, ",'"));
}

/** What `neutralisedForCsv` was given. */
export function revivedFromCsv(text: string): string {
  return revived(text).replace(TAMED_AFTER_COMMA, ",");
}
