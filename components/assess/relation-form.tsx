import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { RadioGroup } from "@/components/ui/choice-fields";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-field";
import { declareConflictAction } from "@/lib/observations/actions";

/** Where an assessor says how they stand to a participant. */
export function RelationForm({ enrolmentId }: { enrolmentId: string }) {
  const t = useTranslations("assess.relation");
  const options = (["clear", "manage", "bar"] as const).map((value) => ({
    value,
    label: t(value),
    hint: t(`${value}Hint`),
  }));
  return (
    <ActionForm action={declareConflictAction} fields={{ enrolmentId }} className="max-w-prose">
      <RadioGroup name="outcome" label={t("outcome")} options={options} />
      <TextAreaField name="ground" label={t("ground")} hint={t("groundHint")} maxLength={1000} />
      <div className="grid justify-items-start gap-2">
        <p className="text-sm text-muted">{t("kept")}</p>
        <SubmitButton>{t("send")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
