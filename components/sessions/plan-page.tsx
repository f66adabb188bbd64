import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { FilterBar } from "@/components/ui/filter-bar";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { TabLinks } from "@/components/ui/tab-links";
import { formatDateRange, formatMonth, formatWeekdayDate, weekOfDay } from "@/lib/i18n/format";
import { type PlanState, planAddress } from "@/lib/sessions/plan-schema";
import type { Plan } from "@/lib/sessions/queries/list-plan";
import type { PlanChoices } from "@/lib/sessions/queries/list-plan-choices";
import { moveToken } from "@/lib/sessions/rules/move-token";
import { type PlanPeriod, planViews } from "@/lib/sessions/rules/plan-period";
import { PlanDrag } from "./plan-drag";
import { PlanList } from "./plan-list";
import { PlanMonth } from "./plan-month";
import { PlanTimeline } from "./plan-timeline";
import { MovePanel, PlanTray } from "./plan-tray";
import { PlanWeek } from "./plan-week";

type PlanPageProps = {
  plan: Plan;
  choices: PlanChoices;
  state: PlanState;
  period: PlanPeriod;
  today: string;
  /** A new time was sent that cannot be read. */
  unreadable: boolean;
};

const noon = (day: string) => new Date(`${day}T12:00:00Z`);

function PeriodBar({ state, period, today }: Pick<PlanPageProps, "state" | "period" | "today">) {
  const t = useTranslations("planning");
  const locale = useLocale();
  const title = {
    week: () =>
      t("period.week", {
        week: weekOfDay(period.firstDay),
        days: formatDateRange(noon(period.firstDay), noon(period.lastDay), locale, "UTC"),
      }),
    month: () => formatMonth(noon(state.day), locale, "UTC"),
    timeline: () => formatDateRange(noon(period.firstDay), noon(period.lastDay), locale, "UTC"),
    list: () => t("period.from", { day: formatWeekdayDate(noon(period.firstDay), locale, "UTC") }),
  }[state.view]();
  return (
    <div className="my-5 flex flex-wrap items-center justify-between gap-3">
      <h2 className="text-2xl first-letter:uppercase">{title}</h2>
      <nav aria-label={t("period.label")} className="flex flex-wrap gap-2">
        <LinkButton
          scroll={false}
          tone="secondary"
          size="small"
          icon="arrowLeft"
          href={planAddress(state, { day: period.previous })}
        >
          {t("period.previous")}
        </LinkButton>
        <LinkButton scroll={false} tone="secondary" size="small" href={planAddress(state, { day: today })}>
          {t("period.today")}
        </LinkButton>
        <LinkButton
          scroll={false}
          tone="secondary"
          size="small"
          icon="arrowRight"
          href={planAddress(state, { day: period.next })}
        >
          {t("period.next")}
        </LinkButton>
      </nav>
    </div>
  );
}

/** The filter, which keeps the view, the day and the moves that are not saved. */
function PlanFilter({ state, choices }: Pick<PlanPageProps, "state" | "choices">) {
  const t = useTranslations("planning");
  const filter = { cohort: state.cohort, facilitator: state.facilitator, room: state.room };
  const asOptions = (rows: PlanChoices["cohorts"]) =>
    rows.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <FilterBar
      path="/staff/plan"
      label={t("filter.label")}
      params={{ ...filter, view: state.view, day: state.day, move: state.moves.map(moveToken) }}
      keep={["view", "day", "move"]}
      filters={[
        {
          name: "cohort",
          label: t("filter.cohort"),
          kind: "choice",
          all: t("filter.allCohorts"),
          options: asOptions(choices.cohorts),
        },
        {
          name: "facilitator",
          label: t("filter.facilitator"),
          kind: "choice",
          all: t("filter.everybody"),
          options: asOptions(choices.facilitators),
        },
        {
          name: "room",
          label: t("filter.room"),
          kind: "choice",
          all: t("filter.allRooms"),
          options: asOptions(choices.rooms),
        },
      ]}
    />
  );
}

/** The plan over all cohorts: by week, month or half a year, or as a list; moves are tried out in the address before they are saved. */
export function PlanPage({ plan, choices, state, period, today, unreadable }: PlanPageProps) {
  const t = useTranslations("planning");
  const views = { week: PlanWeek, month: PlanMonth, timeline: PlanTimeline };
  const View = state.view === "list" ? null : views[state.view];
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <TabLinks
        label={t("view.label")}
        tabs={planViews.map((view) => ({
          label: t(`view.${view}`),
          href: planAddress(state, { view, moving: "" }),
          current: view === state.view,
        }))}
      />
      <PeriodBar state={state} period={period} today={today} />
      <PlanFilter state={state} choices={choices} />
      <div role="status">
        <PlanTray sessions={plan.sessions} state={state} />
      </div>
      <MovePanel key={state.moving} sessions={plan.sessions} state={state} unreadable={unreadable} />
      {View && plan.sessions.length === 0 ? (
        <p className="pb-4 text-muted">
          {t("period.none")} <Link href={planAddress(state, { view: "list" })}>{t("period.seeNext")}</Link>
        </p>
      ) : null}
      {View ? (
        <PlanDrag address={planAddress(state)}>
          <View plan={plan} state={state} period={period} today={today} />
          <p className="pt-4 text-sm text-muted print:hidden">{t("dragHint")}</p>
        </PlanDrag>
      ) : (
        <PlanList sessions={plan.sessions} />
      )}
    </>
  );
}
