import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { wallTimeOf } from "@/lib/core/dates";
import type { Locale } from "@/lib/db/generated/enums";
import { translatorFor } from "@/lib/i18n/translator";
import { listAssessmentQueue } from "@/lib/observations/queries/list-assessment-queue";
import type { Sheet } from "@/lib/spreadsheet/sheet";

/**
 * Whom an assessor can still observe, by deadline, and why not where they are barred. As on the screen: what others have seen is counted
 * and never told.
 */
export async function getAssessmentQueueSheet(acting: Acting, locale: Locale, now: Date): Promise<Sheet> {
  const [queue, t, words, reasons] = await Promise.all([
    listAssessmentQueue(acting, now),
    translatorFor(locale, "lists"),
    translatorFor(locale, "assess"),
    translatorFor(locale, "refusals"),
  ]);
  return {
    name: t("assessmentQueue.name"),
    columns: [
      { header: t("column.participant") },
      { header: t("column.title") },
      { header: t("column.organisation") },
      { header: t("column.cohort") },
      { header: words("queue.deadline"), kind: "day" },
      { header: t("column.daysLeft"), kind: "number" },
      { header: t("column.observations"), kind: "number" },
      { header: t("column.minObservations"), kind: "number" },
      { header: t("column.missingObservations"), kind: "number" },
      { header: t("column.ownVisit"), kind: "time" },
      { header: t("column.barred") },
    ],
    rows: queue.map((entry) => [
      entry.participant,
      entry.title,
      entry.organisation,
      entry.cohort,
      entry.dueOn,
      entry.forecast.daysLeft,
      entry.forecast.observationsCounting,
      entry.forecast.observationsAtLeast,
      entry.forecast.observationsNeeded,
      entry.ownVisit && wallTimeOf(entry.ownVisit.startsAt, entry.timeZone),
      entry.barred && reasons(entry.barred.code),
    ]),
  };
}
