import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Column, DataTable } from "@/components/ui/data-table";
import { formatDate } from "@/lib/i18n/format";
import type { ObservationItem } from "@/lib/observations/queries/list-observations";
import { ObservationStateTag } from "./state-tags";

type ObservationTableProps = {
  observations: ObservationItem[];
  caption: string;
  /** Where an observation is opened: its id is put behind. */
  basePath: string;
  empty: ReactNode;
};

/** Observations by day, for whoever writes or weighs them. */
export function ObservationTable({ observations, caption, basePath, empty }: ObservationTableProps) {
  const t = useTranslations("observations.field");
  const locale = useLocale();
  const columns: Column<ObservationItem>[] = [
    {
      key: "participant",
      header: t("participant"),
      primary: true,
      cell: (row) => (
        <div>
          <Link href={`${basePath}/${row.id}`}>{row.participant}</Link>
          <span className="block text-sm font-normal text-muted">{row.organisation}</span>
        </div>
      ),
    },
    { key: "cohort", header: t("cohort"), cell: (row) => row.cohort },
    {
      key: "observedOn",
      header: t("observedOnShort"),
      cell: (row) => (
        <time dateTime={row.observedOn} className="whitespace-nowrap">
          {formatDate(new Date(`${row.observedOn}T12:00:00Z`), locale, "UTC")}
        </time>
      ),
    },
    {
      key: "state",
      header: t("status"),
      cell: (row) => (
        <div>
          <ObservationStateTag state={row.state} superseded={row.superseded} />
          {row.state === "shared" && row.responseDueAt ? (
            <span className="block pt-1 text-sm text-muted">
              {t("respondBy")} {formatDate(row.responseDueAt, locale, row.timeZone)}
            </span>
          ) : null}
        </div>
      ),
    },
  ];
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={observations}
      rowKey={(row) => row.id}
      empty={empty}
    />
  );
}
