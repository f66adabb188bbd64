import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { addCriterionAction } from "@/lib/frameworks/framework-actions";
import type { FrameworkDetail } from "@/lib/frameworks/queries/get-framework";
import { FRAMEWORK_LOCALES, textIn } from "@/lib/frameworks/rules/text-in";

/** Criteria of earlier versions that the draft does not have: the newest words of each. */
function left({ versions, criteria }: FrameworkDetail) {
  const present = new Set(criteria.map((each) => each.stableKey));
  const found = new Map<string, FrameworkDetail["versions"][number]["criteria"][number]>();
  for (const version of versions)
    for (const criterion of version.criteria)
      if (!present.has(criterion.stableKey) && !found.has(criterion.stableKey))
        found.set(criterion.stableKey, criterion);
  return [...found.values()];
}

/** Where a criterion is added to a draft: named in three languages, new or the continuation of an earlier one. */
export function AddCriterionForm({ framework }: { framework: FrameworkDetail }) {
  const t = useTranslations("frameworks");
  const locale = useLocale();
  const earlier = left(framework);
  return (
    <ActionForm
      action={addCriterionAction}
      fields={{ frameworkVersionId: framework.id, version: framework.version }}
      className="max-w-form rounded-lg bg-sunken p-5"
    >
      <h3 className="text-lg">{t("add.title")}</h3>
      <TextField name="code" label={t("field.code")} hint={t("add.codeHint")} maxLength={8} size="short" />
      {FRAMEWORK_LOCALES.map((each) => (
        <TextField
          key={each}
          name={`names.${each}`}
          label={t(`add.name.${each}`)}
          maxLength={160}
          lang={each}
        />
      ))}
      {earlier.length > 0 ? (
        <SelectField
          name="continues"
          label={t("add.continues")}
          hint={t("add.continuesHint")}
          placeholder={t("add.isNew")}
          optional
          options={earlier.map(({ stableKey, code, texts }) => ({
            value: stableKey,
            label: `${code} ${textIn(texts, locale)?.name ?? stableKey}`,
          }))}
        />
      ) : (
        <input type="hidden" name="continues" value="" />
      )}
      <div>
        <SubmitButton tone="secondary" icon="plus">
          {t("add.add")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
