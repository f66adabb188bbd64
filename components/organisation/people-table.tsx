import { useLocale, useTranslations } from "next-intl";
import { EnrolmentStateTag } from "@/components/enrolments/state-tag";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { OrganisationPerson } from "@/lib/enrolments/queries/list-organisation-people";
import { formatDateRange } from "@/lib/i18n/format";

/** Our people and where they are: the status, and what the invoice will say. Nothing of what they do there. */
export function PeopleTable({ people, billing }: { people: OrganisationPerson[]; billing?: boolean }) {
  const t = useTranslations("organisation");
  const payer = useTranslations("applications");
  const locale = useLocale();
  const columns: Column<OrganisationPerson>[] = [
    {
      key: "name",
      header: t("people.name"),
      primary: true,
      cell: (row) => (
        <>
          {row.name}
          <span className="block font-normal text-muted">{row.title}</span>
        </>
      ),
    },
    {
      key: "programme",
      header: t("people.programme"),
      cell: (row) => (
        <>
          {row.programme}
          <span className="block text-muted">
            {[row.cohort.name, row.trackName].filter(Boolean).join(" · ")}
          </span>
        </>
      ),
    },
    {
      key: "dates",
      header: t("people.dates"),
      cell: (row) => formatDateRange(row.cohort.startsOn, row.cohort.endsOn, locale, "UTC"),
    },
    { key: "state", header: t("people.state"), cell: (row) => <EnrolmentStateTag state={row.state} /> },
  ];
  if (billing) {
    columns.push({
      key: "billing",
      header: t("people.billing"),
      cell: (row) => (
        <>
          {payer(`payer.${row.payer}`)}
          <span className="block text-muted">
            {[row.payerGln && t("people.gln", { gln: row.payerGln }), row.payerReference]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </>
      ),
    });
  }
  return (
    <DataTable
      caption={t("people.caption")}
      columns={columns}
      rows={people}
      rowKey={(row) => row.id}
      empty={
        <EmptyState
          icon="people"
          title={t("people.empty")}
          actions={
            <LinkButton href="/programmes" tone="secondary">
              {t("people.browse")}
            </LinkButton>
          }
        >
          {t("people.emptyHint")}
        </EmptyState>
      }
    />
  );
}
