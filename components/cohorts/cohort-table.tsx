import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { CohortRow } from "@/lib/cohorts/queries/list-cohorts";
import { formatShortDate } from "@/lib/i18n/format";
import { CohortFill } from "./cohort-fill";
import { CohortStateTag } from "./cohort-state-tag";

function useColumns(): Column<CohortRow>[] {
  const t = useTranslations("cohorts");
  const locale = useLocale();
  return [
    {
      key: "name",
      header: t("list.name"),
      primary: true,
      cell: (row) => (
        <div className="grid gap-0.5">
          <Link href={`/staff/cohorts/${row.id}`}>{row.name}</Link>
          <span className="text-sm font-normal text-muted">{row.programme}</span>
        </div>
      ),
    },
    { key: "state", header: t("list.state"), cell: (row) => <CohortStateTag state={row.state} /> },
    { key: "fill", header: t("list.fill"), cell: (row) => <CohortFill cohort={row} /> },
    {
      key: "undecided",
      header: t("list.undecided"),
      align: "end",
      cell: (row) =>
        row.undecided > 0 ? <Link href={`/staff/cohorts/${row.id}/applications`}>{row.undecided}</Link> : 0,
    },
    {
      key: "deadline",
      header: t("list.deadline"),
      cell: (row) => (
        <span className="whitespace-nowrap">{formatShortDate(row.deadline, locale, row.timeZone)}</span>
      ),
    },
    {
      key: "starts",
      header: t("list.starts"),
      cell: (row) => (
        <>
          <span className="whitespace-nowrap">
            {formatShortDate(new Date(`${row.startsOn}T12:00:00Z`), locale, "UTC")}
          </span>
          <span className="block text-sm text-muted">{row.city}</span>
        </>
      ),
    },
  ];
}

/** Cohorts for their provider's staff: state, fill, what waits, the dates that matter. */
export function CohortTable({ cohorts }: { cohorts: CohortRow[] }) {
  const t = useTranslations("cohorts");
  const columns = useColumns();
  return (
    <DataTable
      caption={t("list.title")}
      rows={cohorts}
      rowKey={(row) => row.id}
      columns={columns}
      empty={
        <EmptyState
          icon="people"
          title={t("list.none")}
          actions={<LinkButton href="/staff/cohorts/new">{t("list.new")}</LinkButton>}
        >
          {t("list.noneLead")}
        </EmptyState>
      }
    />
  );
}
