import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { NumberField, TextField } from "@/components/ui/text-field";
import { correctBillAction } from "@/lib/billing/actions";
import type { CohortEnrolment } from "@/lib/enrolments/queries/list-cohort-enrolments";
import { BillingCard } from "./billing-card";

/** Where the bill of one seat goes, to be corrected. */
export function CorrectBill({ enrolment, cohortId }: { enrolment: CohortEnrolment; cohortId: string }) {
  const t = useTranslations("billing");
  const { payerGln, payerReference } = enrolment;
  return (
    <BillingCard
      title={t("correct.title", { name: enrolment.name })}
      closeTo={`/staff/cohorts/${cohortId}/billing`}
    >
      <ActionForm
        action={correctBillAction}
        fields={{ enrolmentId: enrolment.id, version: enrolment.version }}
        defaultValues={{ payerGln, payerReference }}
        className="max-w-form"
      >
        <NumberField name="payerGln" label="EAN/GLN" size="medium" optional />
        <TextField name="payerReference" label={t("basis.reference")} size="medium" optional />
        <SubmitButton className="justify-self-start">{t("correct.save")}</SubmitButton>
      </ActionForm>
    </BillingCard>
  );
}
