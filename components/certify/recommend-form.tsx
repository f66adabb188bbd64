import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { RadioGroup } from "@/components/ui/choice-fields";
import { DraftKeeper } from "@/components/ui/draft-keeper";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-field";
import { recommendCaseAction } from "@/lib/certification/actions";

type RecommendFormProps = { caseId: string; version: number; complete: boolean };

/** Where somebody who knows the evidence says what the decider should do. For /certify and for /assess. */
export function RecommendForm({ caseId, version, complete }: RecommendFormProps) {
  const t = useTranslations("certify.recommend");
  const outcomes = useTranslations("certification.outcome");
  const blocked = useTranslations("certify.decide")("certifiedBlocked");
  return (
    <ActionForm action={recommendCaseAction} fields={{ caseId, version }} className="max-w-prose">
      <p>{t("lead")}</p>
      <RadioGroup
        name="outcome"
        label={t("outcome")}
        options={[
          {
            value: "certified",
            label: outcomes("certified"),
            ...(complete ? {} : { hint: blocked, disabled: true }),
          },
          { value: "repeat_requested", label: outcomes("repeat_requested") },
          { value: "not_certified", label: outcomes("not_certified") },
        ]}
      />
      <TextAreaField name="reasons" label={t("reasons")} hint={t("reasonsHint")} rows={6} maxLength={4000} />
      <div className="grid justify-items-start gap-2">
        <DraftKeeper storageKey={`recommendation:${caseId}`} />
        <SubmitButton>{t("send")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
