import "server-only";
import type { Locale } from "@/lib/db/generated/enums";
import { type Translate, translatorFor } from "@/lib/i18n/translator";
import type { Sheet, SheetCell, SheetColumn } from "@/lib/spreadsheet/sheet";
import { printedNumber } from "../rules/document";
import { vatOn } from "../rules/owed";
import type { Billable, BillableLine } from "./billable";

/** A column that only one kind of basis has. */
type OwnColumn<Line> = SheetColumn & { readonly cell: (line: Line) => SheetCell };

/** Minor units as a number that a spreadsheet can count with: 1 250 øre is 12,5. */
export const major = (minor: number) => minor / 100;

/** An invoice basis as a list, a row for each line: who or what it is for, who pays, `more` of the kind's own, and the sums. */
export async function basisSheet<Line extends BillableLine>(
  basis: Billable<Line>,
  locale: Locale,
  own: (t: Translate) => { readonly what: OwnColumn<Line>; readonly more: readonly OwnColumn<Line>[] },
): Promise<Sheet> {
  const t = await translatorFor(locale, "billing");
  const { what, more } = own(t);
  const columns: readonly OwnColumn<Line>[] = [
    what,
    { header: t("basis.buyer"), cell: ({ buyer }) => buyer.name },
    { header: t("sheet.number"), kind: "text", cell: ({ buyer }) => buyer.registrationNumber },
    { header: "EAN/GLN", kind: "text", cell: ({ buyer }) => buyer.gln },
    { header: t("basis.reference"), kind: "text", cell: ({ buyer }) => buyer.reference },
    ...more,
    { header: t("sheet.currency"), cell: () => basis.currency },
    { header: t("basis.owed"), kind: "number", cell: (line) => major(line.owedMinor) },
    { header: t("basis.invoiced"), kind: "number", cell: (line) => major(line.invoicedMinor) },
    { header: t("basis.due"), kind: "number", cell: (line) => major(line.dueMinor) },
    {
      header: t("sheet.vat"),
      kind: "number",
      cell: (line) => major(vatOn(line.dueMinor, line.vatPercent)),
    },
    {
      header: t("sheet.invoices"),
      kind: "text",
      cell: ({ invoices }) => invoices.map(printedNumber).join(", "),
    },
  ];
  return {
    name: t("sheet.name"),
    columns: columns.map(({ header, kind }) => (kind ? { header, kind } : { header })),
    rows: basis.lines.map((line) => columns.map(({ cell }) => cell(line))),
  };
}
