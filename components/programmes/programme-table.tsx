import Link from "next/link";
import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { ProgrammeRow } from "@/lib/programmes/queries/list-programmes";
import { VersionStateTag } from "./version-state-tag";

/** The provider's programmes, for its staff. */
export function ProgrammeTable({ programmes }: { programmes: ProgrammeRow[] }) {
  const t = useTranslations("programmes");
  const running = ({ cohorts }: ProgrammeRow) =>
    (cohorts.open ?? 0) + (cohorts.closed ?? 0) + (cohorts.running ?? 0);
  return (
    <DataTable
      caption={t("staff.title")}
      rows={programmes}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "title",
          header: t("staff.programme"),
          primary: true,
          cell: (row) => <Link href={`/staff/programmes/${row.id}`}>{row.title}</Link>,
        },
        {
          key: "versions",
          header: t("staff.versions"),
          cell: (row) => (
            <ul className="flex flex-wrap gap-2">
              {row.versions
                .filter((version) => version.state !== "retired")
                .map((version) => (
                  <li key={version.id} className="inline-flex flex-wrap items-center gap-x-1.5">
                    <span className="whitespace-nowrap">
                      {t("staff.versionNumber", { number: version.number })}
                    </span>
                    <VersionStateTag state={version.state} />
                  </li>
                ))}
            </ul>
          ),
        },
        { key: "cohorts", header: t("staff.liveCohorts"), align: "end", cell: running },
      ]}
      empty={
        <EmptyState
          icon="book"
          title={t("staff.none")}
          actions={<LinkButton href="/staff/programmes/new">{t("staff.new")}</LinkButton>}
        >
          {t("staff.noneLead")}
        </EmptyState>
      }
    />
  );
}
