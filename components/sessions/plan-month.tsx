import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { formatMonth, formatWeekdayDate, weekOfDay } from "@/lib/i18n/format";
import { type PlanState, planAddress } from "@/lib/sessions/plan-schema";
import type { Plan } from "@/lib/sessions/queries/list-plan";
import type { PlanPeriod } from "@/lib/sessions/rules/plan-period";
import { type Placed, PlanCard, placeByDay } from "./plan-card";
import { DayNotes } from "./plan-day-notes";

type MonthProps = { plan: Plan; state: PlanState; period: PlanPeriod; today: string };
type ByDay = ReadonlyMap<string, readonly Placed[]>;

const noon = (day: string) => new Date(`${day}T12:00:00Z`);

function Head({ days }: { days: readonly string[] }) {
  const t = useTranslations("planning");
  const locale = useLocale();
  const name = (day: string, weekday: "long" | "short") =>
    new Intl.DateTimeFormat(locale, { weekday, timeZone: "UTC" }).format(noon(day));
  return (
    <thead className="max-sm:sr-only">
      <tr className="text-start text-sm text-muted">
        <th scope="col" className="w-14 px-1 text-start font-medium">
          {t("month.week")}
        </th>
        {days.map((day) => (
          <th key={day} scope="col" abbr={name(day, "long")} className="px-2 pb-1 text-start font-medium">
            {name(day, "short")}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Day({
  day,
  plan,
  state,
  today,
  placed,
}: Omit<MonthProps, "period"> & { day: string; placed: ByDay }) {
  const locale = useLocale();
  const sessions = placed.get(day) ?? [];
  const outside = day.slice(0, 7) !== state.day.slice(0, 7);
  const words = formatWeekdayDate(noon(day), locale, "UTC");
  return (
    <td
      data-drop-day={day}
      aria-current={day === today ? "date" : undefined}
      className={classNames(
        "h-28 border border-line p-1.5 align-top data-over:bg-accent-soft max-sm:block max-sm:h-auto max-sm:rounded max-sm:border-0 max-sm:bg-sunken max-sm:p-2",
        outside ? "bg-sunken" : "",
        sessions.length === 0 ? "max-sm:hidden" : "",
      )}
    >
      <div className="grid content-start gap-1.5">
        <h3 className={classNames("text-sm", outside ? "font-normal text-muted" : "font-semibold")}>
          <span className="sm:hidden">{words}</span>
          <span className="max-sm:hidden">
            <span className="sr-only">{words}</span>
            <span
              aria-hidden="true"
              className={classNames(
                day === today
                  ? "grid size-7 place-items-center rounded-full bg-accent text-on-accent"
                  : "inline-block px-0.5",
              )}
            >
              {Number(day.slice(8))}
            </span>
          </span>
        </h3>
        <DayNotes day={day} plan={plan} />
        {sessions.length > 0 ? (
          <ul className="grid gap-1.5">
            {sessions.map((each) => (
              <PlanCard key={each.session.id} placed={each} state={state} look="compact" />
            ))}
          </ul>
        ) : null}
      </div>
    </td>
  );
}

function Week({ days, ...props }: Omit<MonthProps, "period"> & { days: readonly string[]; placed: ByDay }) {
  const t = useTranslations("planning");
  const [monday = ""] = days;
  const empty = days.every((day) => (props.placed.get(day) ?? []).length === 0);
  return (
    <tr className={classNames("max-sm:grid max-sm:gap-1.5 max-sm:pb-4", empty ? "max-sm:hidden" : "")}>
      <th
        scope="row"
        className="border border-line px-1 py-1.5 text-start align-top max-sm:border-0 max-sm:p-0"
      >
        <Link
          href={planAddress(props.state, { view: "week", day: monday })}
          aria-label={t("week", { week: weekOfDay(monday) })}
          className="inline-flex min-h-6 min-w-6 items-center text-sm font-normal"
        >
          <span className="sm:hidden">{t("week", { week: weekOfDay(monday) })}</span>
          <span className="max-sm:hidden">{weekOfDay(monday)}</span>
        </Link>
      </th>
      {days.map((day) => (
        <Day key={day} {...props} day={day} />
      ))}
    </tr>
  );
}

/** A month as a calendar: a row a week with its number, Monday first; on a phone only the days on which something is. */
export function PlanMonth({ plan, state, period, today }: MonthProps) {
  const t = useTranslations("planning");
  const locale = useLocale();
  const placed = placeByDay(plan.sessions, state.moves);
  const weeks = Array.from({ length: period.days.length / 7 }, (_, index) =>
    period.days.slice(index * 7, index * 7 + 7),
  );
  const empty = period.days.every((day) => !placed.has(day));
  return (
    <>
      {empty ? <p className="text-muted sm:hidden">{t("month.empty")}</p> : null}
      <table className="w-full table-fixed border-collapse max-sm:block">
        <caption className="sr-only">{formatMonth(noon(state.day), locale, "UTC")}</caption>
        <Head days={period.days.slice(0, 7)} />
        <tbody className="max-sm:block">
          {weeks.map((days) => (
            <Week key={days[0]} days={days} plan={plan} state={state} today={today} placed={placed} />
          ))}
        </tbody>
      </table>
    </>
  );
}
