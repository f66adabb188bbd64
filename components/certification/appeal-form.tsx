import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-field";
import { fileAppealAction } from "@/lib/certification/actions";
import { formatDate } from "@/lib/i18n/format";

/** Where the participant appeals against a refusal. */
export function AppealForm({ caseId, dueAt }: { caseId: string; dueAt: Date }) {
  const t = useTranslations("certification.appeal");
  const locale = useLocale();
  return (
    <ActionForm action={fileAppealAction} fields={{ caseId }} className="max-w-prose">
      <p>{t("lead", { date: formatDate(dueAt, locale) })}</p>
      <TextAreaField name="grounds" label={t("grounds")} rows={8} maxLength={8000} />
      <div>
        <SubmitButton>{t("send")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
