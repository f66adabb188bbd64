import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { DraftKeeper } from "@/components/ui/draft-keeper";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-field";
import { answerHearingAction } from "@/lib/certification/actions";

/** Where the participant answers what is intended. Given once, so a draft is kept on the device until it is sent. */
export function StatementForm({ caseId }: { caseId: string }) {
  const t = useTranslations("certification.statement");
  return (
    <ActionForm action={answerHearingAction} fields={{ caseId }} className="max-w-prose">
      <TextAreaField name="statement" label={t("title")} hint={t("hint")} rows={8} maxLength={8000} />
      <DraftKeeper storageKey={`hearing-statement:${caseId}`} />
      <div>
        <SubmitButton>{t("send")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
