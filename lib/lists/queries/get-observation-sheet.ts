import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { dayOf } from "@/lib/core/dates";
import type { Locale } from "@/lib/db/generated/enums";
import { translatorFor } from "@/lib/i18n/translator";
import { listObservationPage } from "@/lib/observations/queries/list-observations";
import type { LongSheet } from "@/lib/spreadsheet/sheet";
import { allPages } from "../facts/portions";

/** An assessor's own observations, the latest day first: of whom, when and where each stands, never what it says. */
export async function getObservationSheet(acting: Acting, locale: Locale): Promise<LongSheet> {
  const [t, words] = await Promise.all([
    translatorFor(locale, "lists"),
    translatorFor(locale, "observations"),
  ]);
  const pages = await allPages(
    (page) => listObservationPage(acting, page),
    (row) => [
      row.participant,
      row.organisation,
      row.cohort,
      row.observedOn,
      words(`state.${row.superseded ? "superseded" : row.state}`),
      row.responseDueAt && dayOf(row.responseDueAt, row.timeZone),
    ],
  );
  return {
    name: t("observations.name"),
    columns: [
      { header: t("column.participant") },
      { header: t("column.organisation") },
      { header: t("column.cohort") },
      { header: words("field.observedOnShort"), kind: "day" },
      { header: t("column.state") },
      { header: words("field.respondBy"), kind: "day" },
    ],
    ...pages,
  };
}
