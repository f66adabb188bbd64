import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import type { ListedCertificate } from "@/lib/certificates/queries/list-listed-certificates";
import { formatShortDate } from "@/lib/i18n/format";

/** The public register: those who want to be found. */
export function ListedTable({ rows }: { rows: ListedCertificate[] }) {
  const t = useTranslations("certificates.listed");
  const locale = useLocale();
  const columns: Column<ListedCertificate>[] = [
    {
      key: "holder",
      header: t("holder"),
      primary: true,
      cell: (row) => <Link href={`/verify/${row.publicId}`}>{row.holder}</Link>,
    },
    { key: "programme", header: t("programme"), cell: (row) => row.programme },
    { key: "body", header: t("body"), cell: (row) => row.certifyingBody },
    { key: "issued", header: t("issued"), cell: (row) => formatShortDate(row.issuedAt, locale) },
    {
      key: "until",
      header: t("until"),
      cell: (row) => (row.validUntil ? formatShortDate(row.validUntil, locale) : t("withoutEnd")),
    },
  ];
  return (
    <DataTable
      caption={t("caption")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.publicId}
      empty={
        <EmptyState icon="search" title={t("empty")}>
          {t("emptyHint")}
        </EmptyState>
      }
    />
  );
}
