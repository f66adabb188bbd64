import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { StatusTag, type Tone } from "@/components/ui/status-tag";
import type { EnquiryRow } from "@/lib/enquiries/queries/list-enquiries";
import { formatDate } from "@/lib/i18n/format";

const tones: Record<EnquiryRow["clock"], Tone> = {
  answered: "success",
  waiting: "neutral",
  due: "warning",
  late: "danger",
};

/** How an enquiry stands by its clock. */
export function ClockTag({ clock, state }: Pick<EnquiryRow, "clock" | "state">) {
  const t = useTranslations("staff");
  if (state === "closed") return <StatusTag icon="archive">{t("enquiries.state.closed")}</StatusTag>;
  return <StatusTag tone={tones[clock]}>{t(`enquiries.clock.${clock}`)}</StatusTag>;
}

type EnquiryTableProps = {
  enquiries: EnquiryRow[];
  show: "open" | "ended";
  /** The list's own address, in the area of whoever answers. */
  path: string;
};

/** Enquiries to answer, the most urgent first. */
export function EnquiryTable({ enquiries, show, path }: EnquiryTableProps) {
  const t = useTranslations("staff");
  const locale = useLocale();
  return (
    <DataTable
      caption={t("enquiries.title")}
      rows={enquiries}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "name",
          header: t("enquiries.from"),
          primary: true,
          cell: (row) => <Link href={`${path}/${row.id}`}>{row.name}</Link>,
        },
        {
          key: "question",
          header: t("enquiries.question"),
          cell: (row) => <span className="line-clamp-2 max-w-prose">{row.question}</span>,
        },
        {
          key: "due",
          header: t("enquiries.due"),
          cell: (row) => (
            <span className="grid justify-items-start gap-1">
              {formatDate(row.answerDueAt, locale)}
              <ClockTag clock={row.clock} state={row.state} />
            </span>
          ),
        },
        {
          key: "assigned",
          header: t("enquiries.assignedTo"),
          cell: (row) => row.assignedTo ?? t("enquiries.nobody"),
        },
      ]}
      empty={
        <EmptyState icon="mail" title={show === "open" ? t("enquiries.none") : t("enquiries.noneEnded")}>
          {t("enquiries.noneLead")}
        </EmptyState>
      }
    />
  );
}
