import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { wallTimeOf } from "@/lib/core/dates";
import type { Locale } from "@/lib/db/generated/enums";
import { listEnteredApplications } from "@/lib/group-entries/queries/list-entered-applications";
import { translatorFor } from "@/lib/i18n/translator";
import type { LongSheet } from "@/lib/spreadsheet/sheet";
import { allPages } from "../facts/portions";

/** Where the applications of a coordinator's people stand, the latest first: the status, and nothing of what they wrote. */
export async function getEnteredApplicationSheet(acting: Acting, locale: Locale): Promise<LongSheet> {
  const [t, words] = await Promise.all([
    translatorFor(locale, "lists"),
    translatorFor(locale, "applications"),
  ]);
  const pages = await allPages(
    (page) => listEnteredApplications(acting, page),
    (row) => [
      row.name,
      row.title,
      row.programme,
      row.cohort,
      row.submittedAt && wallTimeOf(row.submittedAt, row.timeZone),
      words(`state.${row.state}`),
    ],
  );
  return {
    name: t("enteredApplications.name"),
    columns: [
      { header: t("column.name") },
      { header: t("column.title") },
      { header: t("column.programme") },
      { header: t("column.cohort") },
      { header: t("column.submitted"), kind: "time" },
      { header: t("column.state") },
    ],
    ...pages,
  };
}
