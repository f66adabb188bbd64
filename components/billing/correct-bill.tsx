import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/link-button";
import { Card } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { NumberField, TextField } from "@/components/ui/text-field";
import { correctBillAction } from "@/lib/billing/actions";
import type { CohortEnrolment } from "@/lib/enrolments/queries/list-cohort-enrolments";

/** Where the bill of one seat goes, to be corrected. */
export function CorrectBill({ enrolment, cohortId }: { enrolment: CohortEnrolment; cohortId: string }) {
  const t = useTranslations("billing");
  const { payerGln, payerReference } = enrolment;
  return (
    <Card className="mb-6 grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h3 className="text-lg">{t("correct.title", { name: enrolment.name })}</h3>
        <LinkButton
          href={`/staff/cohorts/${cohortId}/billing`}
          tone="quiet"
          size="small"
          icon="close"
          scroll={false}
        >
          {t("correct.close")}
        </LinkButton>
      </div>
      <ActionForm
        action={correctBillAction}
        defaultValues={{ payerGln, payerReference }}
        className="max-w-form"
      >
        <input type="hidden" name="enrolmentId" value={enrolment.id} readOnly />
        <input type="hidden" name="version" value={enrolment.version} readOnly />
        <NumberField name="payerGln" label="EAN/GLN" size="medium" optional />
        <TextField name="payerReference" label={t("basis.reference")} size="medium" optional />
        <SubmitButton className="justify-self-start">{t("correct.save")}</SubmitButton>
      </ActionForm>
    </Card>
  );
}
