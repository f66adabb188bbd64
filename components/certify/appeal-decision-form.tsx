import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { RadioGroup } from "@/components/ui/choice-fields";
import { DateField } from "@/components/ui/date-field";
import { DraftKeeper } from "@/components/ui/draft-keeper";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-field";
import { decideAppealAction } from "@/lib/certification/actions";

/** Where somebody who took no part before ends an appeal. */
export function AppealDecisionForm({ caseId, version }: { caseId: string; version: number }) {
  const t = useTranslations("certify.appeal");
  return (
    <ActionForm action={decideAppealAction} fields={{ caseId, version }} className="group/appeal max-w-prose">
      <RadioGroup
        name="verdict"
        label={t("verdict")}
        options={[
          { value: "upheld", label: t("upheld") },
          { value: "certified", label: t("certified"), hint: t("certifiedHint") },
          { value: "repeat_requested", label: t("repeat_requested"), hint: t("repeatHint") },
        ]}
      />
      <div className="hidden group-has-[[value=repeat\_requested]:checked]/appeal:block">
        <DateField name="repeatDueOn" label={t("due")} />
      </div>
      <TextAreaField name="reasons" label={t("reasons")} rows={6} maxLength={8000} />
      <div className="grid justify-items-start gap-2">
        <DraftKeeper storageKey={`appeal-decision:${caseId}`} />
        <SubmitButton>{t("send")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
