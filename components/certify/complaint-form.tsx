import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { RadioGroup } from "@/components/ui/choice-fields";
import { DraftKeeper } from "@/components/ui/draft-keeper";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-field";
import { decideComplaintAction } from "@/lib/certification/actions";

/** Where somebody who took no part in the case answers a complaint about how it was handled. */
export function ComplaintForm({ caseId }: { caseId: string }) {
  const t = useTranslations("certify.complaint");
  return (
    <ActionForm action={decideComplaintAction} fields={{ caseId }} className="max-w-prose">
      <RadioGroup
        name="verdict"
        label={t("verdict")}
        options={[
          { value: "founded", label: t("founded") },
          { value: "unfounded", label: t("unfounded") },
        ]}
      />
      <TextAreaField name="reasons" label={t("reasons")} hint={t("reasonsHint")} rows={6} maxLength={8000} />
      <div className="grid justify-items-start gap-2">
        <DraftKeeper storageKey={`complaint-answer:${caseId}`} />
        <SubmitButton>{t("send")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
