import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { type CaseFilter, listCases } from "@/lib/certification/queries/list-cases";
import type { Locale } from "@/lib/db/generated/enums";
import { translatorFor } from "@/lib/i18n/translator";
import type { LongSheet } from "@/lib/spreadsheet/sheet";
import { allPages } from "../facts/portions";

/** A certifying body's cases of one phase, as on the screen: how far each is, and how long it has. */
export async function getCaseSheet(
  acting: Acting,
  locale: Locale,
  phase: CaseFilter["phase"],
  now: Date,
): Promise<LongSheet> {
  const [t, words] = await Promise.all([translatorFor(locale, "lists"), translatorFor(locale, "certify")]);
  const pages = await allPages(
    (page) => listCases(acting, { phase, page }, now),
    (row) => [
      row.id,
      row.participant,
      row.organisation,
      row.programme,
      row.cohort,
      row.round,
      words(`state.${row.state}`),
      row.criteriaMet,
      row.criteria,
      row.daysLeft,
    ],
  );
  return {
    name: t("cases.name"),
    columns: [
      { header: t("column.case") },
      { header: t("column.participant") },
      { header: t("column.organisation") },
      { header: t("column.programme") },
      { header: t("column.cohort") },
      { header: t("column.round"), kind: "number" },
      { header: t("column.state") },
      { header: t("column.criteriaMet"), kind: "number" },
      { header: t("column.criteria"), kind: "number" },
      { header: t("column.daysLeft"), kind: "number" },
    ],
    ...pages,
  };
}
