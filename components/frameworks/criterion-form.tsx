import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { DraftKeeper } from "@/components/ui/draft-keeper";
import { SubmitButton } from "@/components/ui/submit-button";
import { NumberField, TextAreaField, TextField } from "@/components/ui/text-field";
import type { Locale } from "@/lib/db/generated/enums";
import { saveCriterionAction } from "@/lib/frameworks/framework-actions";
import type { FrameworkDetail } from "@/lib/frameworks/queries/get-framework";
import { FRAMEWORK_LOCALES } from "@/lib/frameworks/rules/text-in";

type Criterion = FrameworkDetail["criteria"][number];

/** What a criterion looks like at each level: the form's field, and the rating it describes. */
const LEVELS = [
  ["notReached", "not_reached"],
  ["partly", "partly"],
  ["reached", "reached"],
] as const;

function valuesOf({ code, minOccasions, texts }: Criterion): Record<string, unknown> {
  return {
    code,
    minOccasions,
    texts: Object.fromEntries(
      FRAMEWORK_LOCALES.map((locale) => {
        const text = texts.find((each) => each.locale === locale);
        const [notReached = "", partly = "", reached = ""] = text?.levels ?? [];
        const { name = "", description = "", indicators = [] } = text ?? {};
        return [
          locale,
          { name, description, indicators: indicators.join("\n"), notReached, partly, reached },
        ];
      }),
    ),
  };
}

function WordsFields({ locale }: { locale: Locale }) {
  const t = useTranslations("frameworks");
  const words = useTranslations("observations.rating");
  const name = (field: string) => `texts.${locale}.${field}`;
  return (
    <fieldset className="grid content-start gap-4">
      <legend className="mb-3 text-lg font-semibold">{t(`language.${locale}`)}</legend>
      <TextField name={name("name")} label={t("field.name")} maxLength={160} lang={locale} optional />
      <TextAreaField
        name={name("description")}
        label={t("field.description")}
        rows={4}
        maxLength={1000}
        lang={locale}
        optional
      />
      <TextAreaField
        name={name("indicators")}
        label={t("field.indicators")}
        rows={7}
        lang={locale}
        optional
      />
      {LEVELS.map(([field, rating]) => (
        <TextAreaField
          key={field}
          name={name(field)}
          label={words(rating)}
          rows={3}
          maxLength={600}
          lang={locale}
          optional
        />
      ))}
    </fieldset>
  );
}

/** One criterion of a draft in the three languages beside each other: its words, its signs, and what each level looks like. */
export function CriterionForm({
  framework,
  criterion,
}: {
  framework: FrameworkDetail;
  criterion: Criterion;
}) {
  const t = useTranslations("frameworks");
  return (
    <ActionForm
      action={saveCriterionAction}
      fields={{ frameworkVersionId: framework.id, version: framework.version, criterionId: criterion.id }}
      defaultValues={valuesOf(criterion)}
    >
      <div className="flex flex-wrap gap-6">
        <TextField name="code" label={t("field.code")} maxLength={8} size="short" />
        <NumberField name="minOccasions" label={t("field.minOccasions")} hint={t("field.minOccasionsHint")} />
      </div>
      <p className="max-w-prose text-muted">{t("criterion.hint")}</p>
      <div className="grid gap-8 lg:grid-cols-3 lg:gap-6">
        {FRAMEWORK_LOCALES.map((locale) => (
          <WordsFields key={locale} locale={locale} />
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton>{t("save")}</SubmitButton>
        <DraftKeeper storageKey={`criterion:${criterion.id}:${framework.version}`} />
      </div>
    </ActionForm>
  );
}
