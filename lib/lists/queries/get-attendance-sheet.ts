import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleEnrolments } from "@/lib/auth/scope";
import { dayOf } from "@/lib/core/dates";
import { database } from "@/lib/db/client";
import type { Locale } from "@/lib/db/generated/enums";
import { translatorFor } from "@/lib/i18n/translator";
import type { Sheet } from "@/lib/spreadsheet/sheet";
import { exportedCohort } from "../facts/exported-cohort";

/** Who was at which session: a row a participant, a column a session that was held, the newest note in each cell. */
export async function getAttendanceSheet(
  acting: Acting,
  cohortId: string,
  locale: Locale,
): Promise<Sheet | null> {
  const cohort = await exportedCohort(acting, cohortId);
  if (!cohort) return null;
  const db = database();
  const [sessions, enrolments, t, words] = await Promise.all([
    db.session.findMany({
      where: { cohortId, state: "held" },
      orderBy: [{ startsAt: "asc" }, { id: "asc" }],
      select: { id: true, theme: true, startsAt: true, timeZone: true },
    }),
    db.enrolment.findMany({
      where: { AND: [{ cohortId }, visibleEnrolments(acting)] },
      orderBy: [{ person: { name: "asc" } }, { id: "asc" }],
      select: {
        person: { select: { name: true } },
        organisationName: true,
        attendance: {
          orderBy: { entry: "asc" },
          select: { sessionId: true, status: true, minutes: true },
        },
      },
    }),
    translatorFor(locale, "lists"),
    translatorFor(locale, "facilitate"),
  ]);
  return {
    name: t("attendance.name"),
    columns: [
      { header: t("column.name") },
      { header: t("column.organisation") },
      ...sessions.map(({ theme, startsAt, timeZone }) => ({
        header: `${dayOf(startsAt, timeZone)} ${theme}`,
      })),
    ],
    rows: enrolments.map(({ person, organisationName, attendance }) => {
      // In order of entry: the last one stays.
      const latest = new Map(attendance.map((note) => [note.sessionId, note]));
      const cells = sessions.map(({ id }) => {
        const note = latest.get(id);
        if (!note) return null;
        const status = words(`roll.status.${note.status}`);
        return note.minutes === null ? status : t("attendance.minutes", { status, minutes: note.minutes });
      });
      return [person.name, organisationName, ...cells];
    }),
  };
}
