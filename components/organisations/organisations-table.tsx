import Link from "next/link";
import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import type { OrganisationRow } from "@/lib/organisations/queries/list-organisations";

/** Organisations under their name of today, with what they were called before. */
export function OrganisationsTable({ rows }: { rows: readonly OrganisationRow[] }) {
  const t = useTranslations("admin.organisations");
  const columns: Column<OrganisationRow>[] = [
    {
      key: "name",
      header: t("name"),
      primary: true,
      cell: (row) => (
        <>
          <Link href={`/admin/organisations/${row.id}`}>{row.name}</Link>
          {row.shortName && row.shortName !== row.name ? (
            <span className="block text-sm font-normal text-muted">{row.shortName}</span>
          ) : null}
        </>
      ),
    },
    { key: "former", header: t("former"), cell: (row) => row.formerNames.join(", ") },
    { key: "kind", header: t("kind"), cell: (row) => t(`kinds.${row.kind}`) },
    { key: "number", header: t("number"), cell: (row) => row.registrationNumber },
  ];
  return (
    <DataTable
      caption={t("list")}
      columns={columns}
      rows={[...rows]}
      rowKey={(row) => row.id}
      empty={
        <EmptyState icon="building" title={t("empty")}>
          {t("emptyLead")}
        </EmptyState>
      }
    />
  );
}
