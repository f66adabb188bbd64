import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { TwoLines } from "@/components/enrolments/two-lines";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { MyApplicationRow } from "@/lib/applications/queries/list-my-applications";
import { formatDate, formatDateTime } from "@/lib/i18n/format";
import { ApplicationStateTag } from "./state-tag";

/** One's own applications, with the way on from each. */
export function MyApplicationList({ rows }: { rows: MyApplicationRow[] }) {
  const t = useTranslations("applications");
  const locale = useLocale();
  const columns: Column<MyApplicationRow>[] = [
    {
      key: "programme",
      header: t("mine.programme"),
      primary: true,
      cell: (row) => (
        <TwoLines first={<Link href={row.path}>{row.programme.title}</Link>} second={row.cohort.name} />
      ),
    },
    {
      key: "starts",
      header: t("mine.starts"),
      cell: (row) => formatDate(row.cohort.startsOn, locale, "UTC"),
    },
    {
      key: "changed",
      header: t("mine.changed"),
      cell: (row) => formatDateTime(row.submittedAt ?? row.updatedAt, locale, row.cohort.timeZone),
    },
    { key: "state", header: t("mine.state"), cell: (row) => <ApplicationStateTag state={row.state} /> },
  ];
  return (
    <DataTable
      caption={t("mine.title")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      empty={
        <EmptyState
          title={t("mine.empty")}
          actions={<LinkButton href="/programmes">{t("mine.browse")}</LinkButton>}
        >
          {t("mine.emptyHint")}
        </EmptyState>
      }
    />
  );
}
