import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { CheckboxField } from "@/components/ui/choice-fields";
import { SubmitButton } from "@/components/ui/submit-button";
import { NumberField, TextAreaField, TextField } from "@/components/ui/text-field";
import { saveSchemeAction } from "@/lib/frameworks/framework-actions";
import type { FrameworkDetail } from "@/lib/frameworks/queries/get-framework";
import { FRAMEWORK_LOCALES } from "@/lib/frameworks/rules/text-in";

function valuesOf(framework: FrameworkDetail): Record<string, unknown> {
  const textOf = (locale: string) => framework.texts.find((each) => each.locale === locale);
  return {
    minObservations: framework.minObservations,
    minAssessors: framework.minAssessors,
    attendanceMinimumPercent: framework.attendanceMinimumPercent,
    requiresConcludedProject: framework.requiresConcludedProject ? "on" : undefined,
    responseDays: framework.responseDays,
    certificateValidityMonths: framework.certificateValidityMonths ?? "",
    texts: Object.fromEntries(
      FRAMEWORK_LOCALES.map((locale) => [
        locale,
        { title: textOf(locale)?.title ?? "", scope: textOf(locale)?.scope ?? "" },
      ]),
    ),
  };
}

function RuleFields({ framework }: { framework: FrameworkDetail }) {
  const t = useTranslations("frameworks");
  return (
    <>
      <div className="grid gap-6 sm:grid-cols-2 lg:grid-cols-3">
        <NumberField name="minObservations" label={t("rule.minObservations")} />
        <NumberField name="minAssessors" label={t("rule.minAssessors")} />
        <NumberField name="attendanceMinimumPercent" label={t("rule.attendanceMinimumPercent")} unit="%" />
        <NumberField name="responseDays" label={t("rule.responseDays")} unit={t("days")} />
        <NumberField
          name="certificateValidityMonths"
          label={t("rule.certificateValidityMonths")}
          hint={t("rule.validityHint")}
          unit={t("months")}
          optional
        />
      </div>
      <CheckboxField
        name="requiresConcludedProject"
        label={t("rule.requiresConcludedProject")}
        defaultChecked={framework.requiresConcludedProject}
      />
    </>
  );
}

/** What a draft is called in three languages, and what it asks for beside its criteria. */
export function SchemeForm({ framework }: { framework: FrameworkDetail }) {
  const t = useTranslations("frameworks");
  return (
    <ActionForm
      action={saveSchemeAction}
      fields={{ frameworkVersionId: framework.id, version: framework.version }}
      defaultValues={valuesOf(framework)}
    >
      <div className="grid gap-6 lg:grid-cols-3">
        {FRAMEWORK_LOCALES.map((locale) => (
          <fieldset key={locale} className="grid content-start gap-4">
            <legend className="mb-3 text-lg font-semibold">{t(`language.${locale}`)}</legend>
            <TextField
              name={`texts.${locale}.title`}
              label={t("field.title")}
              maxLength={160}
              lang={locale}
              optional
            />
            <TextAreaField
              name={`texts.${locale}.scope`}
              label={t("field.scope")}
              rows={3}
              maxLength={600}
              lang={locale}
              optional
            />
          </fieldset>
        ))}
      </div>
      <RuleFields framework={framework} />
      <div>
        <SubmitButton>{t("save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
