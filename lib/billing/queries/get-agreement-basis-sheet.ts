import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { database } from "@/lib/db/client";
import type { Locale } from "@/lib/db/generated/enums";
import { translatorFor } from "@/lib/i18n/translator";
import type { Sheet } from "@/lib/spreadsheet/sheet";
import { loadAgreementBasis } from "../facts/load-agreement-basis";
import { printedNumber } from "../rules/document";
import { vatOn } from "../rules/owed";

const major = (minor: number) => minor / 100;

/** An agreement's invoice basis as a list: a row for each sum. Null where the acting person has no such agreement. */
export async function getAgreementBasisSheet(
  acting: Acting,
  agreementId: string,
  locale: Locale,
  now: Date,
): Promise<Sheet | null> {
  const basis = await loadAgreementBasis(database(), acting, agreementId, now);
  if (!basis) return null;
  const t = await translatorFor(locale, "billing");
  return {
    name: t("sheet.name"),
    columns: [
      { header: t("charges.what") },
      { header: t("basis.buyer") },
      { header: t("sheet.number"), kind: "text" },
      { header: "EAN/GLN", kind: "text" },
      { header: t("basis.reference"), kind: "text" },
      { header: t("charges.billFrom"), kind: "day" },
      { header: t("sheet.currency") },
      { header: t("charges.amount"), kind: "number" },
      { header: t("basis.owed"), kind: "number" },
      { header: t("basis.invoiced"), kind: "number" },
      { header: t("basis.due"), kind: "number" },
      { header: t("sheet.vat"), kind: "number" },
      { header: t("sheet.invoices"), kind: "text" },
    ],
    rows: basis.lines.map((line) => [
      line.what,
      line.buyer.name,
      line.buyer.registrationNumber,
      line.buyer.gln,
      line.buyer.reference,
      line.billFrom,
      basis.currency,
      major(line.amountMinor),
      major(line.owedMinor),
      major(line.invoicedMinor),
      major(line.dueMinor),
      major(vatOn(line.dueMinor, line.vatPercent)),
      line.invoices.map(printedNumber).join(", "),
    ]),
  };
}
