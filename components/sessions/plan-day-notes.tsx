import { useTranslations } from "next-intl";
import { holidayCountries, holidayOn } from "@/lib/holidays/rules/public-holidays";
import { schoolHolidaysOn } from "@/lib/holidays/rules/school-holidays";
import type { Plan } from "@/lib/sessions/queries/list-plan";

/** A compound may be divided before its last part, in a narrow column and also where the browser knows no hyphens of the language. */
const divisible = (name: string) =>
  name.replaceAll(/(?<=\p{L}{4})(?=(?:dag|aften|afton|konger))/gu, "\u00ad");

/** The public holidays on a day, with their country where it is not both. */
function HolidayNames({ day }: { day: string }) {
  const t = useTranslations("planning");
  const found = holidayCountries.flatMap((country) => {
    const key = holidayOn(day, country);
    return key ? [{ country, key }] : [];
  });
  const [first, second] = found;
  if (!first) return null;
  const shared = second && first.key === second.key;
  return (
    <>
      {(shared ? [first] : found).map(({ country, key }) => (
        <p key={country} className="text-xs font-medium wrap-anywhere hyphens-auto text-danger">
          {shared
            ? divisible(t(`holiday.${key}`))
            : t("holidayIn", { name: divisible(t(`holiday.${key}`)), country: t(`country.${country}`) })}
        </p>
      ))}
    </>
  );
}

function SchoolHolidayNames({ day, plan }: { day: string; plan: Plan }) {
  const found = schoolHolidaysOn(day, plan.schoolHolidays);
  const names = Map.groupBy(found, ({ name }) => name);
  return [...names].map(([name, periods]) => (
    <p key={name} className="text-xs wrap-anywhere hyphens-auto text-info">
      {`${name}: ${periods.map(({ municipality }) => municipality).join(", ")}`}
    </p>
  ));
}

/** What is to be known of a day before one plans on it: public holidays, and the schools'. */
export function DayNotes({ day, plan }: { day: string; plan: Plan }) {
  return (
    <>
      <HolidayNames day={day} />
      <SchoolHolidayNames day={day} plan={plan} />
    </>
  );
}
