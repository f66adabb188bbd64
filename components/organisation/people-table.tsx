import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { EnrolmentStateTag } from "@/components/enrolments/state-tag";
import { TwoLines } from "@/components/enrolments/two-lines";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { OrganisationPerson } from "@/lib/enrolments/queries/list-organisation-people";
import { DOT, formatDateRange } from "@/lib/i18n/format";

function useColumns(): Column<OrganisationPerson>[] {
  const t = useTranslations("organisation");
  const locale = useLocale();
  return [
    {
      key: "name",
      header: t("people.name"),
      primary: true,
      cell: (row) => (
        <TwoLines
          first={<Link href={`/organisation/people/${row.id}`}>{row.name}</Link>}
          second={row.title}
        />
      ),
    },
    {
      key: "programme",
      header: t("people.programme"),
      cell: (row) => (
        <TwoLines first={row.programme} second={[row.cohort.name, row.trackName].filter(Boolean).join(DOT)} />
      ),
    },
    {
      key: "dates",
      header: t("people.dates"),
      cell: (row) => formatDateRange(row.cohort.startsOn, row.cohort.endsOn, locale, "UTC"),
    },
    { key: "state", header: t("people.state"), cell: (row) => <EnrolmentStateTag state={row.state} /> },
  ];
}

function useBillingColumn(): Column<OrganisationPerson> {
  const t = useTranslations("organisation");
  const payer = useTranslations("applications");
  return {
    key: "billing",
    header: t("people.billing"),
    cell: (row) => (
      <TwoLines
        first={payer(`payerOf.${row.payer}`)}
        second={[row.payerGln && t("people.gln", { gln: row.payerGln }), row.payerReference]
          .filter(Boolean)
          .join(DOT)}
      />
    ),
  };
}

function Nobody() {
  const t = useTranslations("organisation");
  return (
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
  );
}

/** Our people and where they are: the status, and what the invoice will say. Nothing of what they do there. */
export function PeopleTable({ people, billing }: { people: OrganisationPerson[]; billing?: boolean }) {
  const t = useTranslations("organisation");
  const columns = useColumns();
  const billingColumn = useBillingColumn();
  return (
    <DataTable
      caption={t("people.caption")}
      columns={billing ? [...columns, billingColumn] : columns}
      rows={people}
      rowKey={(row) => row.id}
      empty={<Nobody />}
    />
  );
}
