import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { DateField } from "@/components/ui/date-field";
import { DraftKeeper } from "@/components/ui/draft-keeper";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-field";
import { openHearingAction } from "@/lib/certification/actions";
import { MIN_HEARING_DAYS } from "@/lib/certification/rules/hearing";

/** Where the decider tells the participant what is intended, before a refusal. */
export function HearingForm({ caseId, version }: { caseId: string; version: number }) {
  const t = useTranslations("certify.hearing");
  return (
    <ActionForm action={openHearingAction} fields={{ caseId, version }} className="max-w-prose">
      <p>{t("lead")}</p>
      <TextAreaField name="notice" label={t("notice")} rows={6} maxLength={8000} />
      <DateField name="dueOn" label={t("due")} hint={t("dueHint", { days: MIN_HEARING_DAYS })} />
      <div className="grid justify-items-start gap-2">
        <DraftKeeper storageKey={`hearing-notice:${caseId}`} />
        <SubmitButton tone="secondary">{t("send")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
