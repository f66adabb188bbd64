import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import type { RegisteredCertificate } from "@/lib/certificates/queries/list-certificates";
import { formatShortDate } from "@/lib/i18n/format";
import { StandingTag } from "./standing-tag";

/** The certifying body's register. */
export function RegisterTable({ rows }: { rows: RegisteredCertificate[] }) {
  const t = useTranslations("certificates.register");
  const locale = useLocale();
  const columns: Column<RegisteredCertificate>[] = [
    {
      key: "serial",
      header: t("serial"),
      primary: true,
      cell: (row) => (
        <Link href={`/certify/certificates/${row.id}`} className="whitespace-nowrap">
          {row.serialNumber}
        </Link>
      ),
    },
    { key: "holder", header: t("holder"), cell: (row) => row.holder },
    { key: "programme", header: t("programme"), cell: (row) => row.programme },
    { key: "issued", header: t("issued"), cell: (row) => formatShortDate(row.issuedAt, locale) },
    {
      key: "until",
      header: t("until"),
      cell: (row) => (row.validUntil ? formatShortDate(row.validUntil, locale) : null),
    },
    {
      key: "standing",
      header: t("standing"),
      cell: (row) => (
        <span className="grid justify-items-start gap-1">
          <StandingTag standing={row.standing} />
          {row.revocationProposed ? (
            <span className="text-sm font-medium text-danger">{t("proposed")}</span>
          ) : null}
        </span>
      ),
    },
  ];
  return (
    <DataTable
      caption={t("caption")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      empty={
        <EmptyState icon="award" title={t("empty")}>
          {t("emptyHint")}
        </EmptyState>
      }
    />
  );
}
