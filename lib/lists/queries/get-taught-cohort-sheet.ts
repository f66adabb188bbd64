import "server-only";
import { listFacilitatedCohorts } from "@/lib/attendance/queries/list-facilitated-cohorts";
import type { Acting } from "@/lib/auth/acting";
import { dayOf } from "@/lib/core/dates";
import type { Locale } from "@/lib/db/generated/enums";
import { translatorFor } from "@/lib/i18n/translator";
import type { LongSheet } from "@/lib/spreadsheet/sheet";
import { allPages } from "../facts/portions";

/** The cohorts one teaches, as on the screen. */
export async function getTaughtCohortSheet(acting: Acting, locale: Locale): Promise<LongSheet> {
  const [t, words] = await Promise.all([translatorFor(locale, "lists"), translatorFor(locale, "cohorts")]);
  const pages = await allPages(
    (page) => listFacilitatedCohorts(acting, page),
    (row) => [
      row.name,
      row.programme,
      words(`state.${row.state}`),
      row.city,
      dayOf(row.startsOn, "UTC"),
      dayOf(row.endsOn, "UTC"),
      row.people,
      row.sessions,
      row.held,
      row.proposedProjects,
    ],
  );
  return {
    name: t("cohorts.name"),
    columns: [
      { header: t("column.cohort") },
      { header: t("column.programme") },
      { header: t("column.state") },
      { header: t("column.city") },
      { header: t("column.firstDay"), kind: "day" },
      { header: t("column.lastDay"), kind: "day" },
      { header: t("column.participants"), kind: "number" },
      { header: t("column.sessions"), kind: "number" },
      { header: t("column.sessionsHeld"), kind: "number" },
      { header: t("column.proposedProjects"), kind: "number" },
    ],
    ...pages,
  };
}
