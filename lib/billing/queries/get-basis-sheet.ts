import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { database } from "@/lib/db/client";
import type { Locale } from "@/lib/db/generated/enums";
import { translatorFor } from "@/lib/i18n/translator";
import type { Sheet } from "@/lib/spreadsheet/sheet";
import { loadBasis } from "../facts/load-basis";
import { printedNumber } from "../rules/document";
import { vatOn } from "../rules/owed";

const major = (minor: number) => minor / 100;

/** A cohort's invoice basis as a list: a row for each seat that is billed. Null where the acting person has no such cohort. */
export async function getBasisSheet(
  acting: Acting,
  cohortId: string,
  locale: Locale,
  now: Date,
): Promise<Sheet | null> {
  const basis = await loadBasis(database(), acting, cohortId, now);
  if (!basis) return null;
  const t = await translatorFor(locale, "billing");
  return {
    name: t("sheet.name"),
    columns: [
      { header: t("basis.participant") },
      { header: t("basis.buyer") },
      { header: t("sheet.number"), kind: "text" },
      { header: "EAN/GLN", kind: "text" },
      { header: t("basis.reference"), kind: "text" },
      { header: t("sheet.currency") },
      { header: t("basis.owed"), kind: "number" },
      { header: t("basis.invoiced"), kind: "number" },
      { header: t("basis.due"), kind: "number" },
      { header: t("sheet.vat"), kind: "number" },
      { header: t("sheet.invoices"), kind: "text" },
    ],
    rows: basis.lines.map((line) => [
      line.participant,
      line.buyer.name,
      line.buyer.registrationNumber,
      line.buyer.gln,
      line.buyer.reference,
      basis.currency,
      major(line.owedMinor),
      major(line.invoicedMinor),
      major(line.dueMinor),
      major(vatOn(line.dueMinor, line.vatPercent)),
      line.invoices.map(printedNumber).join(", "),
    ]),
  };
}
