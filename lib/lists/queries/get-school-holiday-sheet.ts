import "server-only";
import type { Acting } from "@/lib/auth/acting";
import type { Locale } from "@/lib/db/generated/enums";
import { listSchoolHolidays } from "@/lib/holidays/queries/list-school-holidays";
import { translatorFor } from "@/lib/i18n/translator";
import { listOwnProviders } from "@/lib/programmes/queries/list-own-providers";
import type { Sheet } from "@/lib/spreadsheet/sheet";

/** The school holidays of a year and the next that the own providers keep, as on the screen. */
export async function getSchoolHolidaySheet(
  acting: Acting,
  locale: Locale,
  year: number,
  now: Date,
): Promise<Sheet> {
  const [holidays, providers, t] = await Promise.all([
    listSchoolHolidays(acting, `${year}-01-01`, `${year + 1}-12-31`),
    listOwnProviders(acting, now),
    translatorFor(locale, "lists"),
  ]);
  const names = new Map(providers.map(({ id, name }) => [id, name]));
  return {
    name: t("schoolHolidays.name"),
    columns: [
      { header: t("column.municipality") },
      { header: t("column.holiday") },
      { header: t("column.firstDay"), kind: "day" },
      { header: t("column.lastDay"), kind: "day" },
      { header: t("column.provider") },
    ],
    rows: holidays.map((holiday) => [
      holiday.municipality,
      holiday.name,
      holiday.firstDay,
      holiday.lastDay,
      names.get(holiday.providerId) ?? null,
    ]),
  };
}
