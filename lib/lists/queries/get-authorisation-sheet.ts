import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { civilDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/db/generated/enums";
import { type AssessorItem, listAssessors } from "@/lib/frameworks/queries/list-assessors";
import { translatorFor } from "@/lib/i18n/translator";
import type { Sheet } from "@/lib/spreadsheet/sheet";

/** The day of the newest calibration; null if there was none. */
function lastCalibrated({ authorisations }: AssessorItem): string | null {
  const days = authorisations.flatMap(({ lastCalibratedAt }) =>
    lastCalibratedAt ? [civilDay(lastCalibratedAt)] : [],
  );
  return days.sort().at(-1) ?? null;
}

/** A body's assessors: until when they are authorised for each version, when they were calibrated last, and how much they do. */
export async function getAuthorisationSheet(acting: Acting, locale: Locale, now: Date): Promise<Sheet> {
  const [{ versions, assessors }, t, words] = await Promise.all([
    listAssessors(acting, locale, now),
    translatorFor(locale, "lists"),
    translatorFor(locale, "certify"),
  ]);
  return {
    name: t("authorisations.name"),
    columns: [
      { header: t("column.name") },
      ...versions.map(({ title, number }) => ({
        header: words("assessors.version", { title, number }),
        kind: "day" as const,
      })),
      { header: t("column.calibratedOn"), kind: "day" },
      { header: t("column.visitsAhead"), kind: "number" },
      { header: t("column.observations"), kind: "number" },
    ],
    rows: assessors.map((row) => [
      row.name,
      ...versions.map(({ id }) => {
        const held = row.authorisations.find(({ versionId }) => versionId === id);
        return held ? civilDay(held.validTo) : null;
      }),
      lastCalibrated(row),
      row.visitsAhead,
      row.observations,
    ]),
  };
}
