import Link from "next/link";
import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import type { ListedCertificate } from "@/lib/certificates/queries/list-listed-certificates";
import { ShortDay } from "./short-day";

/** The public register: those who want to be found. */
export function ListedTable({ rows }: { rows: ListedCertificate[] }) {
  const t = useTranslations("certificates.listed");
  const columns: Column<ListedCertificate>[] = [
    {
      key: "holder",
      header: t("holder"),
      primary: true,
      cell: (row) => <Link href={`/verify/${row.publicId}`}>{row.holder}</Link>,
    },
    { key: "programme", header: t("programme"), cell: (row) => row.programme },
    { key: "body", header: t("body"), cell: (row) => row.certifyingBody },
    { key: "issued", header: t("issued"), cell: (row) => <ShortDay of={row.issuedAt} /> },
    {
      key: "until",
      header: t("until"),
      cell: (row) => (row.validUntil ? <ShortDay of={row.validUntil} /> : t("withoutEnd")),
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
