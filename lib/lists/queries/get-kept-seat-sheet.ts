import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { dayOf } from "@/lib/core/dates";
import type { Locale } from "@/lib/db/generated/enums";
import { listSeatClasses } from "@/lib/enrolments/queries/list-seat-classes";
import { translatorFor } from "@/lib/i18n/translator";
import type { Sheet } from "@/lib/spreadsheet/sheet";

/**
 * The seats of a cohort that are or were kept: for whom, how many, how many of them are taken, until when. Those without a last day are
 * kept until the cohort begins. Null out of reach.
 */
export async function getKeptSeatSheet(
  acting: Acting,
  cohortId: string,
  locale: Locale,
  now: Date,
): Promise<Sheet | null> {
  const [kept, t] = await Promise.all([
    listSeatClasses(acting, cohortId, now),
    translatorFor(locale, "lists"),
  ]);
  if (!kept) return null;
  return {
    name: t("keptSeats.name"),
    columns: [
      { header: t("column.organisation") },
      { header: t("column.track") },
      { header: t("column.seatsKept"), kind: "number" },
      { header: t("column.seatsUsed"), kind: "number" },
      { header: t("column.keptUntil"), kind: "day" },
      { header: t("column.releasedOn"), kind: "day" },
    ],
    rows: kept.classes.map((row) => [
      row.organisationName,
      row.trackName,
      row.releasedAt ? null : row.seats,
      row.releasedAt ? null : row.used,
      row.lastDay,
      row.releasedAt && dayOf(row.releasedAt, kept.timeZone),
    ]),
  };
}
