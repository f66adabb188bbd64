import { useLocale, useTranslations } from "next-intl";
import { TwoLines } from "@/components/enrolments/two-lines";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import type { InvoiceRow } from "@/lib/billing/queries/list-invoices";
import { printedNumber } from "@/lib/billing/rules/document";
import { formatDate, formatMoney } from "@/lib/i18n/format";

/** The documents that were made for a cohort, each as a file for whoever sends it. */
export function Invoices({ invoices }: { invoices: InvoiceRow[] }) {
  const t = useTranslations("billing");
  const locale = useLocale();
  const columns: Column<InvoiceRow>[] = [
    {
      key: "number",
      header: t("made.number"),
      primary: true,
      cell: (row) => <TwoLines first={printedNumber(row.number)} second={t(`made.kind.${row.kind}`)} />,
    },
    {
      key: "buyer",
      header: t("basis.buyer"),
      cell: (row) => <TwoLines first={row.buyer.name} second={row.buyer.reference} />,
    },
    {
      key: "issued",
      header: t("made.issued"),
      cell: (row) => (
        <TwoLines
          first={formatDate(row.issuedOn, locale, "UTC")}
          second={t("made.due", { day: formatDate(row.dueOn, locale, "UTC") })}
        />
      ),
    },
    {
      key: "sum",
      header: t("made.sum"),
      cell: (row) => (
        <TwoLines
          first={formatMoney(row.netMinor + row.vatMinor, row.currency, locale)}
          second={t("made.vat", { amount: formatMoney(row.vatMinor, row.currency, locale) })}
        />
      ),
    },
    {
      key: "file",
      header: t("made.file"),
      cell: (row) =>
        row.hasPeppol ? (
          <LinkButton href={`/api/invoices/${row.id}`} tone="quiet" size="small" download>
            {t("made.peppol")}
          </LinkButton>
        ) : (
          <span className="text-muted">{t("made.noPeppol")}</span>
        ),
    },
  ];
  return (
    <Section title={t("made.title")} lead={t("made.lead")}>
      <DataTable
        caption={t("made.title")}
        columns={columns}
        rows={invoices}
        rowKey={(row) => row.id}
        empty={<EmptyState icon="file" title={t("made.empty")} />}
      />
    </Section>
  );
}
