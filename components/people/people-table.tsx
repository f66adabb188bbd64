import Link from "next/link";
import { useTranslations } from "next-intl";
import { EmailAddress } from "@/components/people/email-address";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { StatusTag } from "@/components/ui/status-tag";
import { DOT } from "@/lib/i18n/format";
import type { PersonRow } from "@/lib/people/queries/list-people";

/** People with their roles of now. */
export function PeopleTable({ rows }: { rows: readonly PersonRow[] }) {
  const t = useTranslations("admin.people");
  const tRole = useTranslations("sign-in.roles");
  const columns: Column<PersonRow>[] = [
    {
      key: "name",
      header: t("name"),
      primary: true,
      cell: (row) => <Link href={`/admin/people/${row.id}`}>{row.name}</Link>,
    },
    {
      key: "email",
      header: t("email"),
      cell: (row) => (row.email ? <EmailAddress address={row.email} /> : null),
    },
    {
      key: "roles",
      header: t("roles"),
      cell: (row) =>
        row.roles.length === 0 ? (
          <span className="text-muted">{t("none")}</span>
        ) : (
          <ul>
            {row.roles.map(({ role, organisation }) => (
              <li key={`${role} ${organisation}`}>
                {tRole(role)}
                <span className="text-muted">{`${DOT}${organisation}`}</span>
              </li>
            ))}
          </ul>
        ),
    },
    {
      key: "state",
      header: t("state"),
      cell: (row) =>
        row.closedAt ? (
          <StatusTag tone="warning" icon="lock">
            {t("closed_")}
          </StatusTag>
        ) : (
          <StatusTag tone="success">{t("open")}</StatusTag>
        ),
    },
  ];
  return (
    <DataTable
      caption={t("list")}
      columns={columns}
      rows={[...rows]}
      rowKey={(row) => row.id}
      empty={
        <EmptyState icon="people" title={t("empty")}>
          {t("emptyLead")}
        </EmptyState>
      }
    />
  );
}
