import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { daySpanText, dayText } from "@/components/cohorts/day-text";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { AgreementRow } from "@/lib/agreements/queries/list-agreements";
import { AgreementStateTag } from "./agreement-state-tag";

function useColumns(): Column<AgreementRow>[] {
  const t = useTranslations("agreements");
  const locale = useLocale();
  return [
    {
      key: "title",
      header: t("list.agreement"),
      primary: true,
      cell: (row) => (
        <div className="grid gap-0.5">
          <Link href={`/staff/agreements/${row.id}`}>{row.title}</Link>
          <span className="text-sm font-normal text-muted">{t(`kind.${row.kind}`)}</span>
        </div>
      ),
    },
    {
      key: "partners",
      header: t("form.partners"),
      cell: (row) => row.partners.join(", ") || t("list.nobody"),
    },
    {
      key: "period",
      header: t("form.period"),
      cell: (row) =>
        row.validTo ? daySpanText(row.validFrom, row.validTo, locale) : dayText(row.validFrom, locale),
    },
    { key: "seats", header: t("list.seats"), align: "end", cell: (row) => row.seats },
    { key: "cohorts", header: t("list.cohorts"), align: "end", cell: (row) => row.cohorts },
    { key: "state", header: t("list.state"), cell: (row) => <AgreementStateTag state={row.state} /> },
  ];
}

/** The provider's agreements. */
export function AgreementTable({ agreements }: { agreements: AgreementRow[] }) {
  const t = useTranslations("agreements");
  const columns = useColumns();
  return (
    <DataTable
      caption={t("title")}
      rows={agreements}
      rowKey={(row) => row.id}
      columns={columns}
      empty={
        <EmptyState
          icon="file"
          title={t("list.none")}
          actions={<LinkButton href="/staff/agreements/new">{t("new")}</LinkButton>}
        >
          {t("list.noneLead")}
        </EmptyState>
      }
    />
  );
}
