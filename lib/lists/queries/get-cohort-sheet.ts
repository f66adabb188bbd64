import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { type CohortFilter, listCohorts } from "@/lib/cohorts/queries/list-cohorts";
import { dayOf } from "@/lib/core/dates";
import type { Locale } from "@/lib/db/generated/enums";
import { translatorFor } from "@/lib/i18n/translator";
import type { LongSheet } from "@/lib/spreadsheet/sheet";
import { allPages } from "../facts/portions";

/** The staff's list of cohorts, narrowed as on the screen. */
export async function getCohortSheet(
  acting: Acting,
  locale: Locale,
  filter: CohortFilter,
): Promise<LongSheet> {
  const [t, words] = await Promise.all([translatorFor(locale, "lists"), translatorFor(locale, "cohorts")]);
  const pages = await allPages(
    (page) => listCohorts(acting, filter, page),
    (row) => [
      row.name,
      row.programme,
      words(`state.${row.state}`),
      row.city,
      row.startsOn,
      row.endsOn,
      dayOf(row.deadline, row.timeZone),
      row.capacity,
      row.seatsTaken,
      row.queue,
      row.undecided,
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
      { header: t("column.deadline"), kind: "day" },
      { header: t("column.capacity"), kind: "number" },
      { header: t("column.seatsTaken"), kind: "number" },
      { header: t("column.queue"), kind: "number" },
      { header: t("column.undecided"), kind: "number" },
    ],
    ...pages,
  };
}
