import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { holidayCountries, holidayOn } from "@/lib/holidays/rules/public-holidays";
import { schoolHolidaysOn } from "@/lib/holidays/rules/school-holidays";
import { formatWeekdayDate, weekOfDay } from "@/lib/i18n/format";
import { type PlanState, planAddress } from "@/lib/sessions/plan-schema";
import type { Plan } from "@/lib/sessions/queries/list-plan";
import { mondayOf, type PlanPeriod } from "@/lib/sessions/rules/plan-period";
import { PlanCard, placeByDay } from "./plan-card";

type DaysProps = { plan: Plan; state: PlanState; period: PlanPeriod; today: string };

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
        <p key={country} className="text-xs font-medium text-danger">
          {shared
            ? t(`holiday.${key}`)
            : t("holidayIn", { name: t(`holiday.${key}`), country: t(`country.${country}`) })}
        </p>
      ))}
    </>
  );
}

function SchoolHolidayNames({ day, plan }: { day: string; plan: Plan }) {
  const found = schoolHolidaysOn(day, plan.schoolHolidays);
  const names = Map.groupBy(found, ({ name }) => name);
  return [...names].map(([name, periods]) => (
    <p key={name} className="text-xs wrap-anywhere text-info">
      {`${name}: ${periods.map(({ municipality }) => municipality).join(", ")}`}
    </p>
  ));
}

function Day({
  day,
  plan,
  state,
  period,
  today,
  placed,
}: DaysProps & { day: string; placed: ReturnType<typeof placeByDay> }) {
  const locale = useLocale();
  const t = useTranslations("planning");
  const month = state.view === "month";
  const outside = month && day.slice(0, 7) !== state.day.slice(0, 7);
  const sessions = placed.get(day) ?? [];
  const words = formatWeekdayDate(new Date(`${day}T12:00:00Z`), locale, "UTC");
  const monday = mondayOf(day) === day;
  return (
    <li
      data-drop-day={day}
      className={classNames(
        "grid content-start gap-1.5 rounded p-2 data-over:bg-accent-soft",
        outside ? "border border-line" : "bg-sunken",
        day === today ? "ring-2 ring-accent" : "",
        month && sessions.length === 0 ? "max-sm:hidden" : "",
        period.days.length > 7 ? "sm:min-h-28" : "sm:min-h-72",
      )}
    >
      <h3 className="flex flex-wrap items-baseline justify-between gap-x-2 text-sm font-semibold">
        <span className="sm:hidden">{words}</span>
        <span className="max-sm:hidden">
          <span className="sr-only">{words}</span>
          <span aria-hidden="true">{Number(day.slice(8))}</span>
        </span>
        {monday ? (
          <Link href={planAddress(state, { view: "week", day })} className="text-xs font-normal">
            {t("week", { week: weekOfDay(day) })}
          </Link>
        ) : null}
      </h3>
      <HolidayNames day={day} />
      <SchoolHolidayNames day={day} plan={plan} />
      {sessions.length > 0 ? (
        <ul className="grid gap-1.5">
          {sessions.map((each) => (
            <PlanCard key={each.session.id} placed={each} state={state} compact={month} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}

/** A week or a month as a calendar of days, Monday first; on a phone the days stand below each other. */
export function PlanDays(props: DaysProps) {
  const locale = useLocale();
  const placed = placeByDay(props.plan.sessions, props.state.moves);
  const names = props.period.days
    .slice(0, 7)
    .map((day) =>
      new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" }).format(
        new Date(`${day}T12:00:00Z`),
      ),
    );
  return (
    <div className="grid gap-2">
      <div
        aria-hidden="true"
        className="grid grid-cols-7 gap-2 px-2 text-sm font-medium text-muted max-sm:hidden"
      >
        {names.map((name) => (
          <span key={name}>{name}</span>
        ))}
      </div>
      <ol className="grid gap-2 sm:grid-cols-[repeat(7,minmax(0,1fr))]">
        {props.period.days.map((day) => (
          <Day key={day} {...props} day={day} placed={placed} />
        ))}
      </ol>
    </div>
  );
}
