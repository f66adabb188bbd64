import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleSessions } from "@/lib/auth/scope";
import { wallTimeOf } from "@/lib/core/dates";
import { database } from "@/lib/db/client";
import type { Locale } from "@/lib/db/generated/enums";
import { translatorFor } from "@/lib/i18n/translator";
import type { Sheet } from "@/lib/spreadsheet/sheet";
import { exportedCohort } from "../facts/exported-cohort";

const rowSelect = {
  theme: true,
  description: true,
  format: true,
  state: true,
  startsAt: true,
  endsAt: true,
  timeZone: true,
  place: true,
  link: true,
  room: { select: { name: true, venue: { select: { name: true } } } },
  facilitators: { select: { person: { select: { name: true, email: true } } } },
} as const;

/** A cohort's sessions in order of time, under the headings that the import of sessions reads. */
export async function getSessionSheet(
  acting: Acting,
  cohortId: string,
  locale: Locale,
): Promise<Sheet | null> {
  const cohort = await exportedCohort(acting, cohortId);
  if (!cohort) return null;
  const [rows, t, words] = await Promise.all([
    database().session.findMany({
      where: { AND: [{ cohortId }, visibleSessions(acting)] },
      orderBy: [{ startsAt: "asc" }, { id: "asc" }],
      select: rowSelect,
    }),
    translatorFor(locale, "lists"),
    translatorFor(locale, "cohorts"),
  ]);
  return {
    name: t("sessions.name"),
    columns: [
      { header: t("column.theme") },
      { header: t("column.day"), kind: "day" },
      { header: t("column.from") },
      { header: t("column.to") },
      { header: t("column.format") },
      { header: t("column.room") },
      { header: t("column.place") },
      { header: t("column.link") },
      { header: t("column.facilitators") },
      { header: t("column.description") },
      { header: t("column.state") },
    ],
    rows: rows.map((row) => {
      const starts = wallTimeOf(row.startsAt, row.timeZone);
      return [
        row.theme,
        starts.slice(0, 10),
        starts.slice(11),
        wallTimeOf(row.endsAt, row.timeZone).slice(11),
        words(`format.${row.format}`),
        row.room ? `${row.room.venue.name}, ${row.room.name}` : null,
        row.place,
        row.link,
        row.facilitators.map(({ person }) => person.email ?? person.name).join(", "),
        row.description,
        words(`sessionState.${row.state}`),
      ];
    }),
  };
}
