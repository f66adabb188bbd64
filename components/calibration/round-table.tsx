import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { StatusTag } from "@/components/ui/status-tag";
import type { RoundItem } from "@/lib/calibration/queries/list-rounds";
import { formatDate } from "@/lib/i18n/format";

const tones = { open: "info", closed: "warning", discussed: "success" } as const;

/** Calibration rounds; `basePath` is where one is opened: its id is put behind. */
export function RoundTable({
  rounds,
  basePath,
  forAssessor,
}: {
  rounds: RoundItem[];
  basePath: string;
  forAssessor?: boolean;
}) {
  const t = useTranslations("calibration");
  const locale = useLocale();
  const columns: Column<RoundItem>[] = [
    {
      key: "title",
      header: t("case"),
      primary: true,
      cell: (row) => <Link href={`${basePath}/${row.id}`}>{row.title}</Link>,
    },
    {
      key: "state",
      header: t("status"),
      cell: (row) => <StatusTag tone={tones[row.state]}>{t(`state.${row.state}`)}</StatusTag>,
    },
    {
      key: "dueOn",
      header: t("due"),
      cell: (row) => formatDate(new Date(`${row.dueOn}T12:00:00Z`), locale, "UTC"),
    },
    { key: "answers", header: t("answersHeader"), cell: (row) => t("answers", { count: row.answers }) },
    ...(forAssessor
      ? [
          {
            key: "mine",
            header: t("mine"),
            cell: (row: RoundItem) =>
              row.done ? t("rateDone") : row.state === "open" ? t("rateWaits") : "–",
          },
        ]
      : []),
  ];
  return (
    <DataTable
      caption={t("title")}
      columns={columns}
      rows={rounds}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t("emptyTitle")}>{t(forAssessor ? "emptyAssessor" : "empty")}</EmptyState>}
    />
  );
}
