import { useLocale, useTranslations } from "next-intl";
import { dayText } from "@/components/cohorts/day-text";
import { TwoLines } from "@/components/enrolments/two-lines";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { AgreementBilling, AgreementBillingLine } from "@/lib/billing/queries/get-agreement-basis";
import { formatMoney } from "@/lib/i18n/format";
import { BuyerCell } from "./basis-parts";

function useColumns(basis: AgreementBilling): Column<AgreementBillingLine>[] {
  const t = useTranslations("billing");
  const locale = useLocale();
  const money = (minor: number) => formatMoney(minor, basis.currency, locale);
  return [
    {
      key: "what",
      header: t("charges.what"),
      primary: true,
      cell: (line) => (
        <TwoLines first={line.what} second={t("charges.from", { day: dayText(line.billFrom, locale) })} />
      ),
    },
    { key: "buyer", header: t("basis.buyer"), cell: (line) => <BuyerCell line={line} /> },
    {
      key: "amount",
      header: t("charges.amount"),
      cell: (line) => (
        <TwoLines
          first={money(line.amountMinor)}
          second={t(`charges.vat.${line.vatPercent === 25 ? 25 : 0}`)}
        />
      ),
    },
    { key: "invoiced", header: t("basis.invoiced"), cell: (line) => money(line.invoicedMinor) },
    { key: "due", header: t("basis.due"), cell: (line) => money(line.dueMinor) },
  ];
}

/** The sums of an agreement: what each is for, who pays it, what was invoiced and what is to be now. */
export function AgreementSums({ basis, editable = false }: { basis: AgreementBilling; editable?: boolean }) {
  const t = useTranslations("billing");
  const columns = useColumns(basis);
  const change: Column<AgreementBillingLine> = {
    key: "change",
    header: t("basis.change"),
    act: true,
    cell: (line) => (
      <LinkButton
        href={`/staff/agreements/${basis.agreementId}/billing?open=${line.chargeId}`}
        tone="quiet"
        size="small"
        aria-label={t("basis.changeOf", { name: line.what })}
      >
        {t("basis.change")}
      </LinkButton>
    ),
  };
  return (
    <DataTable
      caption={t("charges.title")}
      columns={editable ? [...columns, change] : columns}
      rows={basis.lines}
      rowKey={(line) => line.chargeId}
      empty={
        <EmptyState icon="file" title={t("charges.empty")}>
          {t("charges.emptyHint")}
        </EmptyState>
      }
    />
  );
}
