import { useLocale, useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { issueInvoicesAction } from "@/lib/billing/actions";
import type { AgreementBilling } from "@/lib/billing/queries/get-agreement-basis";
import type { BillingBasis, BillingLine } from "@/lib/billing/queries/get-basis";
import type { InvoiceRow } from "@/lib/billing/queries/list-invoices";
import type { CohortEnrolment } from "@/lib/enrolments/queries/list-cohort-enrolments";
import { formatMoney } from "@/lib/i18n/format";
import { AgreementSums } from "./agreement-sums";
import { BasisFiles, BuyerCell, MakeDocuments } from "./basis-parts";
import { CorrectBill } from "./correct-bill";
import { Invoices } from "./invoices";

function useColumns(basis: BillingBasis): Column<BillingLine>[] {
  const t = useTranslations("billing");
  const locale = useLocale();
  const money = (minor: number) => formatMoney(minor, basis.currency, locale);
  return [
    { key: "participant", header: t("basis.participant"), primary: true, cell: (line) => line.participant },
    { key: "buyer", header: t("basis.buyer"), cell: (line) => <BuyerCell line={line} /> },
    { key: "owed", header: t("basis.owed"), align: "end", cell: (line) => money(line.owedMinor) },
    { key: "invoiced", header: t("basis.invoiced"), align: "end", cell: (line) => money(line.invoicedMinor) },
    { key: "due", header: t("basis.due"), align: "end", cell: (line) => money(line.dueMinor) },
    {
      key: "change",
      header: t("basis.change"),
      act: true,
      cell: (line) => (
        <LinkButton
          href={`/staff/cohorts/${basis.cohortId}/billing?open=${line.enrolmentId}`}
          tone="quiet"
          size="small"
          aria-label={t("basis.changeOf", { name: line.participant })}
        >
          {t("basis.change")}
        </LinkButton>
      ),
    },
  ];
}

/** What the agreement that a cohort runs under is billed for itself, and the way to it. */
function OfAgreement({ agreement }: { agreement: AgreementBilling }) {
  const t = useTranslations("billing");
  return (
    <Section
      title={t("agreement.title")}
      lead={t("agreement.ofCohort", { agreement: agreement.title })}
      actions={
        <LinkButton href={`/staff/agreements/${agreement.agreementId}/billing`} tone="secondary" size="small">
          {t("agreement.open")}
        </LinkButton>
      }
    >
      <AgreementSums basis={agreement} />
    </Section>
  );
}

/**
 * A cohort's bill: what each seat owes and was invoiced, the documents to be made, and those that were; where it runs under an agreement,
 * the agreement's own sums as well.
 */
export function CohortBilling({
  basis,
  agreement,
  invoices,
  open,
}: {
  basis: BillingBasis;
  agreement: AgreementBilling | null;
  invoices: InvoiceRow[];
  open: CohortEnrolment | null;
}) {
  const t = useTranslations("billing");
  const columns = useColumns(basis);
  return (
    <>
      <Section
        title={t("basis.title")}
        lead={t("basis.lead")}
        actions={<BasisFiles file={`/api/invoices/cohorts/${basis.cohortId}`} />}
      >
        {open ? (
          <CorrectBill key={`${open.id}-${open.version}`} enrolment={open} cohortId={basis.cohortId} />
        ) : null}
        <DataTable
          caption={t("basis.title")}
          columns={columns}
          rows={basis.lines}
          rowKey={(line) => line.enrolmentId}
          empty={
            <EmptyState icon="file" title={t("basis.empty")}>
              {t("basis.emptyHint")}
            </EmptyState>
          }
        />
        <div className="mt-6">
          <MakeDocuments
            action={issueInvoicesAction}
            subject={{ name: "cohortId", id: basis.cohortId }}
            basis={basis}
          />
        </div>
      </Section>
      {agreement ? <OfAgreement agreement={agreement} /> : null}
      <Invoices invoices={invoices} />
    </>
  );
}
