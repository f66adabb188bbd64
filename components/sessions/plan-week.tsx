import { useLocale } from "next-intl";
import type { CSSProperties } from "react";
import { classNames } from "@/components/ui/class-names";
import { formatTime, formatWeekdayDate } from "@/lib/i18n/format";
import type { PlanState } from "@/lib/sessions/plan-schema";
import type { Plan } from "@/lib/sessions/queries/list-plan";
import { hoursShown, sideBySide, stretchOf } from "@/lib/sessions/rules/hour-grid";
import type { PlanPeriod } from "@/lib/sessions/rules/plan-period";
import { type Placed, PlanCard, placeByDay } from "./plan-card";
import { DayNotes } from "./plan-day-notes";

type WeekProps = { plan: Plan; state: PlanState; period: PlanPeriod; today: string };
type Hours = { readonly first: number; readonly last: number };

const atHour = (hour: number) => new Date(hour * 3_600_000);
const noon = (day: string) => new Date(`${day}T12:00:00Z`);

/** The hours at the side; the times stand in the sessions as well. */
function Axis({ first, last }: Hours) {
  const locale = useLocale();
  const hours = Array.from({ length: last - first }, (_, index) => first + index);
  return (
    <div aria-hidden="true" className="row-span-2 hidden grid-rows-subgrid md:grid">
      <div />
      <ol>
        {hours.map((hour) => (
          <li key={hour} className="h-(--hour) pe-2 text-end text-xs text-muted">
            <span className="relative -top-[0.6em]">{formatTime(atHour(hour), locale, "UTC")}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function DayHead({ day, plan }: { day: string; plan: Plan }) {
  const locale = useLocale();
  const words = formatWeekdayDate(noon(day), locale, "UTC");
  const weekday = new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" }).format(noon(day));
  return (
    <div className="grid content-start gap-1 pb-1.5 md:px-1.5">
      <h3 className="text-sm font-semibold">
        <span className="md:hidden">{words}</span>
        <span className="max-md:hidden">
          <span className="sr-only">{words}</span>
          <span aria-hidden="true">
            <span className="font-normal text-muted">{weekday}</span> {Number(day.slice(8))}
          </span>
        </span>
      </h3>
      <DayNotes day={day} plan={plan} />
    </div>
  );
}

/** The sessions of a day, each as far down as it begins, those at the same time beside each other. */
function DaySessions({
  placed,
  hours,
  state,
}: {
  placed: readonly Placed[];
  hours: Hours;
  state: PlanState;
}) {
  const lanes = sideBySide(placed.map((each) => ({ ...stretchOf(each.from, each.to), placed: each })));
  return (
    <ul
      data-hours={hours.last - hours.first}
      className="relative grid content-start gap-1.5 md:plan-hours md:h-[calc(var(--hours)*var(--hour))]"
    >
      {lanes.map(({ item, lane, lanes: all }) => (
        <PlanCard
          key={item.placed.session.id}
          placed={item.placed}
          state={state}
          look={all > 1 ? "narrow" : "slot"}
          style={
            {
              "--at": item.from / 60 - hours.first,
              "--long": (item.to - item.from) / 60,
              "--lane": lane,
              "--lanes": all,
            } as CSSProperties
          }
        />
      ))}
    </ul>
  );
}

/** A week with its hours: a column a day, sessions where their time is; on a phone the days stand below each other. */
export function PlanWeek({ plan, state, period, today }: WeekProps) {
  const byDay = placeByDay(plan.sessions, state.moves);
  const inWeek = period.days.flatMap((day) => byDay.get(day) ?? []);
  const hours = hoursShown(inWeek.map(({ from, to }) => stretchOf(from, to)));
  return (
    <div
      style={{ "--hour": "3.25rem", "--hours": hours.last - hours.first } as CSSProperties}
      className="grid md:grid-cols-[3rem_minmax(0,1fr)] md:grid-rows-[auto_auto]"
    >
      <Axis {...hours} />
      <ol className="grid gap-2 md:row-span-2 md:grid-cols-[repeat(7,minmax(0,1fr))] md:grid-rows-subgrid md:gap-0">
        {period.days.map((day) => (
          <li
            key={day}
            data-drop-day={day}
            aria-current={day === today ? "date" : undefined}
            className={classNames(
              "grid content-start rounded data-over:bg-accent-soft max-md:bg-sunken max-md:p-2 md:row-span-2 md:grid-rows-subgrid md:rounded-none md:border-s md:border-line md:last:border-e",
              day === today ? "max-md:ring-2 max-md:ring-accent md:bg-accent-soft/40" : "",
            )}
          >
            <DayHead day={day} plan={plan} />
            <DaySessions placed={byDay.get(day) ?? []} hours={hours} state={state} />
          </li>
        ))}
      </ol>
    </div>
  );
}
