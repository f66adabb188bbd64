import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { DraftKeeper } from "@/components/ui/draft-keeper";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-field";
import { exceptRequirementAction } from "@/lib/certification/actions";
import type { RequirementKind } from "@/lib/db/generated/enums";

type ExceptionFormProps = { caseId: string; version: number; unmet: readonly RequirementKind[] };

/** Where a third person waives a requirement in writing. */
export function ExceptionForm({ caseId, version, unmet }: ExceptionFormProps) {
  const t = useTranslations("certify.except");
  const kinds = useTranslations("certification.requirement");
  return (
    <ActionForm action={exceptRequirementAction} fields={{ caseId, version }} className="max-w-prose">
      <p>{t("lead")}</p>
      <SelectField
        name="requirement"
        label={t("requirement")}
        options={unmet.map((kind) => ({ value: kind, label: kinds(kind) }))}
      />
      <TextAreaField name="reason" label={t("reason")} rows={4} maxLength={4000} />
      <div className="grid justify-items-start gap-2">
        <DraftKeeper storageKey={`exception:${caseId}`} />
        <SubmitButton tone="secondary">{t("send")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
