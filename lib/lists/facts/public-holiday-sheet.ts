import "server-only";
import type { Locale } from "@/lib/db/generated/enums";
import { holidayCountries, publicHolidays } from "@/lib/holidays/rules/public-holidays";
import { translatorFor } from "@/lib/i18n/translator";
import type { Sheet } from "@/lib/spreadsheet/sheet";

/** The public holidays of a year in both countries, by day. They are reckoned, not kept: they are the same for everybody. */
export async function publicHolidaySheet(locale: Locale, year: number): Promise<Sheet> {
  const [t, words] = await Promise.all([translatorFor(locale, "lists"), translatorFor(locale, "planning")]);
  const days = holidayCountries.flatMap((country) =>
    publicHolidays(year, country).map(([day, key]) => ({ day, key, country })),
  );
  return {
    name: t("publicHolidays.name"),
    columns: [
      { header: t("column.day"), kind: "day" },
      { header: t("column.publicHoliday") },
      { header: t("column.country") },
    ],
    rows: days
      .sort((a, b) => a.day.localeCompare(b.day))
      .map(({ day, key, country }) => [day, words(`holiday.${key}`), words(`country.${country}`)]),
  };
}
