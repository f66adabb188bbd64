import Link from "next/link";
import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import type { RegisteredCertificate } from "@/lib/certificates/queries/list-certificates";
import { ShortDay } from "./short-day";
import { StandingTag } from "./standing-tag";

/** The certifying body's register. */
export function RegisterTable({ rows }: { rows: RegisteredCertificate[] }) {
  const t = useTranslations("certificates.register");
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
    { key: "issued", header: t("issued"), cell: (row) => <ShortDay of={row.issuedAt} /> },
    {
      key: "until",
      header: t("until"),
      cell: (row) => (row.validUntil ? <ShortDay of={row.validUntil} /> : null),
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
