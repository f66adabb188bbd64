import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { TimeRange } from "@/components/ui/time-range";
import type { CohortBoard } from "@/lib/cohorts/queries/get-cohort-board";
import { DOT, formatShortDate, formatWeek } from "@/lib/i18n/format";
import type { CohortSessionRow } from "@/lib/sessions/queries/list-cohort-sessions";
import { useRulesInWords } from "./obligation-words";
import { SessionStateTag } from "./session-state-tag";

type TableCohort = Pick<CohortBoard, "id" | "tracks">;

function useColumns({ id: cohortId, tracks }: TableCohort): Column<CohortSessionRow>[] {
  const t = useTranslations("cohorts");
  const locale = useLocale();
  const rulesOf = useRulesInWords(tracks);
  return [
    {
      key: "theme",
      header: t("session.theme"),
      primary: true,
      cell: (row) => (
        <div className="grid gap-0.5">
          <Link href={`/staff/cohorts/${cohortId}/sessions/${row.id}`}>{row.theme}</Link>
          <span className="text-sm font-normal text-muted">
            {[t(`format.${row.format}`), rulesOf(row.obligations)].filter(Boolean).join(DOT)}
          </span>
        </div>
      ),
    },
    {
      key: "week",
      header: t("sessions.week"),
      cell: (row) => formatWeek(row.startsAt, row.timeZone),
    },
    {
      key: "when",
      header: t("sessions.when"),
      cell: (row) => (
        <span className="whitespace-nowrap">
          {formatShortDate(row.startsAt, locale, row.timeZone)}
          <span className="block text-sm text-muted">
            <TimeRange from={row.startsAt} to={row.endsAt} timeZone={row.timeZone} />
          </span>
        </span>
      ),
    },
    {
      key: "where",
      header: t("sessions.where"),
      cell: (row) => row.where || (row.link ? t("sessions.online") : t("sessions.noPlace")),
    },
    {
      key: "facilitators",
      header: t("session.facilitators"),
      cell: (row) => row.facilitators.map((each) => each.name).join(", ") || t("sessions.noFacilitator"),
    },
    { key: "state", header: t("list.state"), cell: (row) => <SessionStateTag state={row.state} /> },
  ];
}

/** The sessions of a cohort in order of time. */
export function SessionTable({ sessions, cohort }: { sessions: CohortSessionRow[]; cohort: TableCohort }) {
  const t = useTranslations("cohorts");
  const columns = useColumns(cohort);
  return (
    <DataTable
      caption={t("tabs.sessions")}
      rows={sessions}
      rowKey={(row) => row.id}
      columns={columns}
      empty={
        <EmptyState
          icon="calendar"
          title={t("sessions.none")}
          actions={
            <LinkButton href={`/staff/cohorts/${cohort.id}/sessions/new?several=1`}>
              {t("sessions.addRow")}
            </LinkButton>
          }
        >
          {t("sessions.noneLead")}
        </EmptyState>
      }
    />
  );
}
