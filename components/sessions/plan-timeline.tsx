import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { CohortStateTag } from "@/components/cohorts/cohort-state-tag";
import { classNames } from "@/components/ui/class-names";
import { EmptyState } from "@/components/ui/empty-state";
import { formatDayMonth, formatMonth, formatWeekdayDate, weekOfDay } from "@/lib/i18n/format";
import { type PlanState, planAddress } from "@/lib/sessions/plan-schema";
import type { Plan, PlanCohort } from "@/lib/sessions/queries/list-plan";
import { addDays, mondayOf, type PlanPeriod } from "@/lib/sessions/rules/plan-period";
import { dragData, type Placed, placeByDay } from "./plan-card";

const noon = (day: string) => new Date(`${day}T12:00:00Z`);

function Marker({ placed, state }: { placed: Placed; state: PlanState }) {
  const t = useTranslations("planning");
  const locale = useLocale();
  const { session, day, move } = placed;
  const movable = session.state !== "held";
  return (
    <Link
      {...dragData(placed)}
      href={
        movable
          ? `${planAddress(state, { moving: session.id })}#move`
          : `/staff/cohorts/${session.cohortId}/sessions/${session.id}`
      }
      title={session.theme}
      className={classNames(
        "grid min-h-6 place-items-center rounded-sm px-1 text-xs font-medium tabular-nums no-underline",
        session.concerns.length > 0 ? "bg-warning-soft text-warning" : "bg-accent-soft text-accent",
        move ? "outline-2 outline-dashed outline-accent" : "",
      )}
      aria-label={[
        t("timeline.session", { theme: session.theme, day: formatWeekdayDate(noon(day), locale, "UTC") }),
        ...session.concerns.map((concern) => t(`concern.${concern}`)),
      ].join(", ")}
    >
      {`${Number(day.slice(8))}.`}
    </Link>
  );
}

/** One week of a cohort: whether it runs, its deadline, its sessions. */
function Cell({
  cohort,
  monday,
  placed,
  state,
}: {
  cohort: PlanCohort;
  monday: string;
  placed: readonly Placed[];
  state: PlanState;
}) {
  const t = useTranslations("planning");
  const locale = useLocale();
  const sunday = addDays(monday, 6);
  const runs = cohort.startsOn <= sunday && cohort.endsOn >= monday;
  const due = cohort.deadlineOn >= monday && cohort.deadlineOn <= sunday;
  return (
    <td
      data-drop-week={monday}
      className={classNames(
        "min-w-9 border-s border-line p-0.5 align-top data-over:bg-accent-soft",
        runs ? "bg-sunken" : "",
      )}
    >
      <div className="grid gap-0.5">
        {due ? (
          <abbr
            title={t("timeline.deadline", { day: formatDayMonth(noon(cohort.deadlineOn), locale, "UTC") })}
            className="text-center text-xs font-medium text-info no-underline"
          >
            {t("timeline.deadlineSign")}
          </abbr>
        ) : null}
        {placed.map((each) => (
          <Marker key={each.session.id} placed={each} state={state} />
        ))}
      </div>
    </td>
  );
}

function Row({
  cohort,
  weeks,
  sessions,
  state,
}: {
  cohort: PlanCohort;
  weeks: string[];
  sessions: Placed[];
  state: PlanState;
}) {
  const byWeek = Map.groupBy(sessions, ({ day }) => mondayOf(day));
  return (
    <tr>
      <th
        scope="row"
        className="sticky start-0 z-1 min-w-44 bg-canvas py-2 pe-3 text-start align-top font-medium"
      >
        <Link href={`/staff/cohorts/${cohort.id}`}>{cohort.name}</Link>
        <span className="block pt-1">
          <CohortStateTag state={cohort.state} />
        </span>
      </th>
      {weeks.map((monday) => (
        <Cell key={monday} cohort={cohort} monday={monday} placed={byWeek.get(monday) ?? []} state={state} />
      ))}
    </tr>
  );
}

function Head({ weeks, state }: { weeks: string[]; state: PlanState }) {
  const t = useTranslations("planning");
  const locale = useLocale();
  const months = [...Map.groupBy(weeks, (monday) => addDays(monday, 3).slice(0, 7))];
  return (
    <thead className="text-sm">
      <tr>
        <td rowSpan={2} className="sticky start-0 z-1 bg-canvas" />
        {months.map(([month, ofMonth]) => (
          <th
            key={month}
            scope="colgroup"
            colSpan={ofMonth.length}
            className="border-s border-line px-1 text-start font-medium"
          >
            {ofMonth.length > 1 ? formatMonth(noon(`${month}-15`), locale, "UTC") : ""}
          </th>
        ))}
      </tr>
      <tr>
        {weeks.map((monday) => (
          <th key={monday} scope="col" className="border-s border-line font-normal">
            <Link
              href={planAddress(state, { view: "week", day: monday })}
              aria-label={t("week", { week: weekOfDay(monday) })}
              className="grid min-h-6 place-items-center"
            >
              {weekOfDay(monday)}
            </Link>
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** Half a year over all cohorts: a row each, a column a week, the day of the month where a session is. */
export function PlanTimeline({ plan, state, period }: { plan: Plan; state: PlanState; period: PlanPeriod }) {
  const t = useTranslations("planning");
  const weeks = period.days.filter((_, index) => index % 7 === 0);
  const placed = [...placeByDay(plan.sessions, state.moves).values()].flat();
  const byCohort = Map.groupBy(placed, ({ session }) => session.cohortId);
  if (plan.cohorts.length === 0)
    return (
      <EmptyState icon="calendar" title={t("timeline.none")}>
        {t("timeline.noneLead")}
      </EmptyState>
    );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways has to be reachable by keyboard
    <section aria-label={t("view.timeline")} tabIndex={0} className="overflow-x-auto">
      <table className="w-full border-collapse">
        <caption className="sr-only">{t("timeline.caption")}</caption>
        <Head weeks={weeks} state={state} />
        <tbody className="divide-y divide-line">
          {plan.cohorts.map((cohort) => (
            <Row
              key={cohort.id}
              cohort={cohort}
              weeks={weeks}
              sessions={byCohort.get(cohort.id) ?? []}
              state={state}
            />
          ))}
        </tbody>
      </table>
      <p className="pt-3 text-sm text-muted">{t("timeline.legend")}</p>
    </section>
  );
}
