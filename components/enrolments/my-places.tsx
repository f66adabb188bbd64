import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { MyPlace } from "@/lib/enrolments/queries/list-my-places";
import { formatDateRange } from "@/lib/i18n/format";
import { EnrolmentStateTag } from "./state-tag";
import { TwoLines } from "./two-lines";

/** One's own places on cohorts, with the way to each. */
export function MyPlaces({ places }: { places: MyPlace[] }) {
  const t = useTranslations("enrolments");
  const locale = useLocale();
  const columns: Column<MyPlace>[] = [
    {
      key: "cohort",
      header: t("place.cohort"),
      primary: true,
      cell: (row) => (
        <TwoLines
          first={<Link href={`/my/places/${row.id}`}>{row.cohort.name}</Link>}
          second={row.programme}
        />
      ),
    },
    {
      key: "dates",
      header: t("offer.dates"),
      cell: (row) => formatDateRange(row.cohort.startsOn, row.cohort.endsOn, locale, "UTC"),
    },
    { key: "organisation", header: t("list.organisation"), cell: (row) => row.organisationName },
    { key: "state", header: t("list.state"), cell: (row) => <EnrolmentStateTag state={row.state} /> },
  ];
  return (
    <DataTable
      caption={t("place.list")}
      columns={columns}
      rows={places}
      rowKey={(row) => row.id}
      empty={
        <EmptyState
          icon="people"
          title={t("place.empty")}
          actions={<LinkButton href="/programmes">{t("place.browse")}</LinkButton>}
        />
      }
    />
  );
}
