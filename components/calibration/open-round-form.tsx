import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { DateField } from "@/components/ui/date-field";
import { DraftKeeper } from "@/components/ui/draft-keeper";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField, TextField } from "@/components/ui/text-field";
import { openRoundAction } from "@/lib/calibration/actions";
import type { UsableVersion } from "@/lib/frameworks/queries/list-assessors";

/** Where a certifier opens a calibration round on an anonymised case. */
export function OpenRoundForm({ versions }: { versions: readonly UsableVersion[] }) {
  const t = useTranslations("calibration");
  return (
    <ActionForm action={openRoundAction} className="max-w-prose">
      <SelectField
        name="frameworkVersionId"
        label={t("version")}
        options={versions.map(({ id, title, number }) => ({
          value: id,
          label: t("versionOf", { title, number }),
        }))}
        placeholder={false}
      />
      <TextField name="title" label={t("caseTitle")} hint={t("caseTitleHint")} maxLength={120} />
      <TextAreaField name="situation" label={t("situation")} rows={3} maxLength={4000} />
      <TextAreaField name="seen" label={t("seen")} hint={t("seenHint")} rows={8} maxLength={12000} />
      <DateField name="dueOn" label={t("due")} />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton>{t("open")}</SubmitButton>
        <DraftKeeper storageKey="calibration-round" />
      </div>
    </ActionForm>
  );
}
