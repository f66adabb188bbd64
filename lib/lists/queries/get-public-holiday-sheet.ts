import "server-only";
import type { Acting } from "@/lib/auth/acting";
import type { Locale } from "@/lib/db/generated/enums";
import { holidayCountries, publicHolidays } from "@/lib/holidays/rules/public-holidays";
import { translatorFor } from "@/lib/i18n/translator";
import { listOwnProviders } from "@/lib/programmes/queries/list-own-providers";
import type { Sheet } from "@/lib/spreadsheet/sheet";

/**
 * The public holidays of a year in both countries, by day, for whoever plans for a provider; null for anybody else. They are reckoned,
 * not kept, and so the same for everybody.
 */
export async function getPublicHolidaySheet(
  acting: Acting,
  locale: Locale,
  year: number,
  now: Date,
): Promise<Sheet | null> {
  const providers = await listOwnProviders(acting, now);
  if (providers.length === 0) return null;
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
