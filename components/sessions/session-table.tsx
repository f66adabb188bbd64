import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { formatShortDate, formatTimeRange, formatWeek } from "@/lib/i18n/format";
import type { SessionRow } from "@/lib/sessions/facts/session-row";
import { SessionStateTag } from "./session-state-tag";

function useColumns(cohortId: string): Column<SessionRow>[] {
  const t = useTranslations("cohorts");
  const locale = useLocale();
  return [
    {
      key: "week",
      header: t("sessions.week"),
      cell: (row) => formatWeek(row.startsAt, row.timeZone),
    },
    {
      key: "theme",
      header: t("session.theme"),
      primary: true,
      cell: (row) => (
        <div className="grid gap-0.5">
          <Link href={`/staff/cohorts/${cohortId}/sessions/${row.id}`}>{row.theme}</Link>
          <span className="text-sm font-normal text-muted">{t(`format.${row.format}`)}</span>
        </div>
      ),
    },
    {
      key: "when",
      header: t("sessions.when"),
      cell: (row) => (
        <span className="whitespace-nowrap">
          {formatShortDate(row.startsAt, locale, row.timeZone)}
          <span className="block text-sm text-muted">
            {formatTimeRange(row.startsAt, row.endsAt, locale, row.timeZone)}
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
export function SessionTable({ sessions, cohortId }: { sessions: SessionRow[]; cohortId: string }) {
  const t = useTranslations("cohorts");
  const columns = useColumns(cohortId);
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
            <LinkButton href={`/staff/cohorts/${cohortId}/sessions/new`}>{t("sessions.addRow")}</LinkButton>
          }
        >
          {t("sessions.noneLead")}
        </EmptyState>
      }
    />
  );
}
