import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { formatDate } from "@/lib/i18n/format";
import type { SampleItem } from "@/lib/sampling/queries/list-samples";

/** Samples with how far their second looks are and what they found. */
export function SampleTable({ rows }: { rows: SampleItem[] }) {
  const t = useTranslations("sampling");
  const locale = useLocale();
  const day = (text: string) => formatDate(new Date(`${text}T12:00:00Z`), locale);
  return (
    <DataTable
      caption={t("title")}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "period",
          header: t("column.period"),
          primary: true,
          cell: (row) => (
            <Link href={`/certify/samples/${row.id}`}>
              {t("of", { from: day(row.fromDay), to: day(row.toDay) })}
            </Link>
          ),
        },
        {
          key: "drawn",
          header: t("column.drawn"),
          cell: (row) => t("drawnOf", { drawn: row.drawn, population: row.population }),
        },
        { key: "by", header: t("column.by"), cell: (row) => row.drawnBy },
        { key: "agreed", header: t("column.agreed"), align: "end", cell: (row) => row.agreed },
        { key: "disagreed", header: t("column.disagreed"), align: "end", cell: (row) => row.disagreed },
        {
          key: "left",
          header: t("column.left"),
          align: "end",
          cell: (row) => row.drawn - row.agreed - row.disagreed,
        },
      ]}
      empty={
        <EmptyState icon="check" title={t("none")}>
          {t("noneHint")}
        </EmptyState>
      }
    />
  );
}
