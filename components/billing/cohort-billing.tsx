import { useLocale, useTranslations } from "next-intl";
import { TwoLines } from "@/components/enrolments/two-lines";
import { ActionForm } from "@/components/ui/action-form";
import { Callout } from "@/components/ui/callout";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { issueInvoicesAction } from "@/lib/billing/actions";
import type { BillingBasis, BillingLine } from "@/lib/billing/queries/get-basis";
import type { InvoiceRow } from "@/lib/billing/queries/list-invoices";
import type { CohortEnrolment } from "@/lib/enrolments/queries/list-cohort-enrolments";
import { formatMoney } from "@/lib/i18n/format";
import { CorrectBill } from "./correct-bill";
import { Invoices } from "./invoices";

function useColumns(basis: BillingBasis): Column<BillingLine>[] {
  const t = useTranslations("billing");
  const refusal = useTranslations("refusals.billing");
  const locale = useLocale();
  const money = (minor: number) => formatMoney(minor, basis.currency, locale);
  const problems = {
    "billing.peppolSeller": "peppolSeller",
    "billing.peppolEndpoint": "peppolEndpoint",
    "billing.peppolReference": "peppolReference",
    "billing.peppolPerson": "peppolPerson",
  } as const;
  const isKnown = (code: string): code is keyof typeof problems => code in problems;
  return [
    { key: "participant", header: t("basis.participant"), primary: true, cell: (line) => line.participant },
    {
      key: "buyer",
      header: t("basis.buyer"),
      cell: (line) => (
        <TwoLines
          first={line.buyer.name}
          second={
            line.peppolProblem && isKnown(line.peppolProblem)
              ? refusal(problems[line.peppolProblem])
              : [line.buyer.gln, line.buyer.reference].filter(Boolean).join(" · ")
          }
        />
      ),
    },
    { key: "owed", header: t("basis.owed"), cell: (line) => money(line.owedMinor) },
    { key: "invoiced", header: t("basis.invoiced"), cell: (line) => money(line.invoicedMinor) },
    { key: "due", header: t("basis.due"), cell: (line) => money(line.dueMinor) },
    {
      key: "change",
      header: t("basis.change"),
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

function Issue({ basis }: { basis: BillingBasis }) {
  const t = useTranslations("billing");
  const { toInvoice, toCredit } = basis;
  if (toInvoice + toCredit === 0) return <p className="text-muted">{t("issue.nothing")}</p>;
  if (!basis.hasProfile)
    return (
      <Callout
        tone="warning"
        title={t("issue.noProfile")}
        actions={<LinkButton href="/staff/billing">{t("issue.toProfile")}</LinkButton>}
      />
    );
  return (
    <ActionForm action={issueInvoicesAction} className="gap-3">
      <input type="hidden" name="cohortId" value={basis.cohortId} readOnly />
      <p>{t("issue.lead", { invoices: toInvoice, credits: toCredit })}</p>
      <SubmitButton className="justify-self-start">{t("issue.confirm")}</SubmitButton>
    </ActionForm>
  );
}

/** A cohort's bill: what each seat owes and was invoiced, the documents to be made, and those that were. */
export function CohortBilling({
  basis,
  invoices,
  open,
}: {
  basis: BillingBasis;
  invoices: InvoiceRow[];
  open: CohortEnrolment | null;
}) {
  const t = useTranslations("billing");
  const columns = useColumns(basis);
  const file = `/api/invoices/cohorts/${basis.cohortId}`;
  return (
    <>
      <Section
        title={t("basis.title")}
        lead={t("basis.lead")}
        actions={
          <>
            <LinkButton href={`${file}?format=csv`} tone="secondary" size="small" download>
              CSV
            </LinkButton>
            <LinkButton href={`${file}?format=xlsx`} tone="secondary" size="small" download>
              XLSX
            </LinkButton>
          </>
        }
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
          <Issue basis={basis} />
        </div>
      </Section>
      <Invoices invoices={invoices} />
    </>
  );
}
