import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { ComplaintTag } from "@/components/certification/complaint-panel";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { StatusTag } from "@/components/ui/status-tag";
import type { ComplaintRow } from "@/lib/certification/queries/list-complaints";
import { formatDate } from "@/lib/i18n/format";

/** Complaints about how cases were handled, each with its case and its deadline. */
export function ComplaintTable({ rows }: { rows: ComplaintRow[] }) {
  const t = useTranslations("certify.complaint");
  const subjects = useTranslations("certification.complaint");
  const locale = useLocale();
  const date = (row: ComplaintRow, at: Date) => formatDate(at, locale, row.timeZone);
  return (
    <DataTable
      caption={t("title")}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "participant",
          header: t("participant"),
          primary: true,
          cell: (row) => <Link href={`/certify/cases/${row.caseId}#complaint`}>{row.participant}</Link>,
        },
        { key: "about", header: t("about"), cell: (row) => subjects(`subject.${row.about}`) },
        { key: "filed", header: t("filedAt"), cell: (row) => date(row, row.filedAt) },
        {
          key: "due",
          header: t("due"),
          cell: (row) => (
            <span className="grid justify-items-start gap-1">
              {row.decidedAt
                ? t("answeredBy", { date: date(row, row.decidedAt), name: row.decidedBy ?? "" })
                : date(row, row.dueAt)}
              {row.isLate ? (
                <StatusTag tone="danger">{t("late")}</StatusTag>
              ) : (
                <ComplaintTag state={row.state} />
              )}
            </span>
          ),
        },
      ]}
      empty={
        <EmptyState icon="check" title={t("none")}>
          {t("noneHint")}
        </EmptyState>
      }
    />
  );
}
