import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { CohortFill } from "@/components/cohorts/cohort-fill";
import { CohortStateTag } from "@/components/cohorts/cohort-state-tag";
import { dayText } from "@/components/cohorts/day-text";
import { PlanRow } from "@/components/sessions/plan-list";
import { BarChart } from "@/components/ui/charts";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { StatusTag } from "@/components/ui/status-tag";
import type { CohortRow } from "@/lib/cohorts/queries/list-cohorts";
import { daysUntil } from "@/lib/cohorts/rules/phase";
import { DOT, formatDate } from "@/lib/i18n/format";
import type { PlanSession } from "@/lib/sessions/facts/load-plan";

function CohortLine({ cohort, now }: { cohort: CohortRow; now: Date }) {
  const t = useTranslations("staff");
  const locale = useLocale();
  const days = daysUntil(cohort.deadline, now);
  const showsDeadline = cohort.state === "open" || cohort.state === "draft";
  return (
    <li className="grid gap-x-8 gap-y-2 py-4 md:grid-cols-[minmax(0,1fr)_14rem]">
      <div className="grid gap-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Link href={`/staff/cohorts/${cohort.id}`} className="text-lg font-medium">
            {cohort.name}
          </Link>
          <CohortStateTag state={cohort.state} />
        </p>
        <p className="text-sm text-muted">
          {[cohort.programme, cohort.city, t("home.starts", { date: dayText(cohort.startsOn, locale) })].join(
            DOT,
          )}
        </p>
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
          {showsDeadline ? (
            <span className={days <= 7 ? "font-medium text-warning" : "text-muted"}>
              {t("home.deadline", { date: formatDate(cohort.deadline, locale, cohort.timeZone), days })}
            </span>
          ) : null}
          {cohort.undecided > 0 ? (
            <Link
              href={`/staff/cohorts/${cohort.id}/applications`}
              className="inline-flex min-h-8 items-center no-underline"
            >
              <StatusTag tone="warning">{t("home.undecided", { count: cohort.undecided })}</StatusTag>
            </Link>
          ) : null}
        </p>
      </div>
      <CohortFill cohort={cohort} />
    </li>
  );
}

function FillChart({ cohorts }: { cohorts: readonly CohortRow[] }) {
  const t = useTranslations("staff");
  const filling = cohorts.filter((cohort) => cohort.state === "open" || cohort.state === "closed");
  if (filling.length < 2) return null;
  const free = filling.reduce((sum, cohort) => sum + cohort.seatsLeft, 0);
  return (
    <Section title={t("home.fillTitle")}>
      <BarChart
        title={t("home.fillChart")}
        summary={t("home.fillSummary", { cohorts: filling.length, free })}
        rowsName={t("home.cohort")}
        rows={filling.map((cohort) => ({
          label: cohort.name,
          values: [
            { name: t("home.taken"), value: cohort.seatsTaken },
            { name: t("home.free"), value: cohort.seatsLeft },
          ],
        }))}
      />
    </Section>
  );
}

/** Those that fill first, drafts last. */
const rank: Record<CohortRow["state"], number> = {
  open: 0,
  closed: 1,
  running: 2,
  draft: 3,
  completed: 4,
  archived: 5,
  cancelled: 6,
};

function Sums({
  undecided,
  concerns,
  enquiries,
}: {
  undecided: number;
  concerns: number;
  enquiries: number;
}) {
  const t = useTranslations("staff");
  return (
    <p className="-mt-4 mb-8 flex flex-wrap gap-x-6 gap-y-2 text-lg">
      <span>{t("home.sumUndecided", { count: undecided })}</span>
      <span>{t("home.sumConcerns", { count: concerns })}</span>
      <span>{t("home.sumEnquiries", { count: enquiries })}</span>
    </p>
  );
}

type StaffHomeProps = {
  cohorts: readonly CohortRow[];
  sessions: readonly PlanSession[];
  enquiries: number;
  now: Date;
};

/** What a provider's staff open in the morning: are the cohorts filling, is anything colliding, what waits. */
export function StaffHome({ cohorts, sessions, enquiries, now }: StaffHomeProps) {
  const t = useTranslations("staff");
  const concerned = sessions.filter((session) => session.concerns.length > 0).slice(0, 8);
  const undecided = cohorts.reduce((sum, cohort) => sum + cohort.undecided, 0);
  return (
    <>
      <Sums undecided={undecided} concerns={concerned.length} enquiries={enquiries} />
      <Section title={t("home.cohorts")}>
        {cohorts.length === 0 ? (
          <EmptyState
            icon="people"
            title={t("home.noCohorts")}
            actions={<LinkButton href="/staff/cohorts/new">{t("home.newCohort")}</LinkButton>}
          >
            {t("home.noCohortsLead")}
          </EmptyState>
        ) : (
          <ul className="divide-y divide-line border-y border-line">
            {[...cohorts]
              .sort((a, b) => rank[a.state] - rank[b.state])
              .map((cohort) => (
                <CohortLine key={cohort.id} cohort={cohort} now={now} />
              ))}
          </ul>
        )}
      </Section>
      <div className="grid gap-x-12 xl:grid-cols-2">
        <Section title={t("home.concerns")} lead={t("home.concernsLead")} className="mt-12 content-start">
          {concerned.length === 0 ? (
            <p className="text-muted">{t("home.noConcerns")}</p>
          ) : (
            <ul className="divide-y divide-line border-y border-line">
              {concerned.map((session) => (
                <PlanRow key={session.id} session={session} />
              ))}
            </ul>
          )}
        </Section>
        <Section
          title={t("home.sessions")}
          className="mt-12 content-start"
          actions={<Link href="/staff/plan">{t("home.wholePlan")}</Link>}
        >
          {sessions.length === 0 ? (
            <p className="text-muted">{t("home.noSessions")}</p>
          ) : (
            <ul className="divide-y divide-line border-y border-line">
              {sessions.slice(0, 6).map((session) => (
                <PlanRow key={session.id} session={{ ...session, concerns: [] }} />
              ))}
            </ul>
          )}
        </Section>
      </div>
      <FillChart cohorts={cohorts} />
    </>
  );
}
