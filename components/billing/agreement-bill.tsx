import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { issueAgreementInvoicesAction } from "@/lib/billing/actions";
import type { AgreementBilling } from "@/lib/billing/queries/get-agreement-basis";
import type { InvoiceRow } from "@/lib/billing/queries/list-invoices";
import { decideInvoicingAgreement } from "@/lib/billing/rules/charge";
import { AgreementSums } from "./agreement-sums";
import { BasisFiles, MakeDocuments } from "./basis-parts";
import { ChargeForm } from "./charge-form";
import { Invoices } from "./invoices";

type AgreementBillProps = {
  basis: AgreementBilling;
  invoices: InvoiceRow[];
  payers: readonly { id: string; name: string }[];
  /** Which sum is open: its id, `new`, or none. */
  open: string | null;
};

/** An agreement's bill: the sums that are agreed, the documents to be made, and those that were. */
export function AgreementBill({ basis, invoices, payers, open }: AgreementBillProps) {
  const t = useTranslations("billing");
  const line = basis.lines.find(({ chargeId }) => chargeId === open) ?? null;
  return (
    <>
      <Section
        title={t("charges.title")}
        lead={t("charges.lead")}
        actions={
          <>
            <LinkButton
              href={`/staff/agreements/${basis.agreementId}/billing?open=new`}
              tone="primary"
              size="small"
              icon="plus"
            >
              {t("charges.add")}
            </LinkButton>
            <BasisFiles file={`/api/invoices/agreements/${basis.agreementId}`} />
          </>
        }
      >
        {line || open === "new" ? (
          <ChargeForm
            key={line ? `${line.chargeId}-${line.version}` : "new"}
            basis={basis}
            line={line}
            payers={payers}
          />
        ) : null}
        <AgreementSums basis={basis} editable />
        <div className="mt-6">
          {decideInvoicingAgreement(basis.state).ok ? (
            <MakeDocuments
              action={issueAgreementInvoicesAction}
              subject={{ name: "agreementId", id: basis.agreementId }}
              basis={basis}
            />
          ) : (
            <p className="text-muted">{t("agreement.negotiated")}</p>
          )}
        </div>
      </Section>
      <Invoices invoices={invoices} />
    </>
  );
}
