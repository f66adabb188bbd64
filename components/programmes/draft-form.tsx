import { useLocale, useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { NumberField, TextAreaField, TextField } from "@/components/ui/text-field";
import { Locale } from "@/lib/db/generated/enums";
import { formatPercent } from "@/lib/i18n/format";
import type { VersionDetail } from "@/lib/programmes/queries/get-version";
import type { FrameworkChoice } from "@/lib/programmes/queries/list-framework-choices";
import { priceText } from "@/lib/programmes/rules/price";
import { SaveDraftFrame } from "./form-frames";

function valuesOf(version: VersionDetail): Record<string, unknown> {
  return {
    language: version.language,
    title: version.title,
    summary: version.summary,
    audience: version.audience,
    aims: version.aims.join("\n"),
    description: version.description,
    attendanceMinimumPercent: version.attendanceMinimumPercent,
    price: version.priceMinor === null ? "" : priceText(version.priceMinor),
    currency: version.currency,
    priceCovers: version.priceCovers,
    vatPercent: String(version.vatPercent),
    cancelFreeDays: version.cancelFreeDays,
    cancelLatePercent: version.cancelLatePercent,
    cancelStartedPercent: version.cancelStartedPercent,
    frameworkVersionId: version.frameworkVersionId ?? "",
  };
}

function WordsFields() {
  const t = useTranslations("programmes");
  return (
    <>
      <TextField name="title" label={t("draft.title")} maxLength={160} />
      <TextAreaField
        name="summary"
        label={t("draft.summary")}
        hint={t("draft.summaryHint")}
        rows={2}
        maxLength={400}
        optional
      />
      <TextAreaField name="aims" label={t("draft.aims")} hint={t("draft.aimsHint")} rows={5} optional />
      <TextAreaField
        name="audience"
        label={t("draft.audience")}
        hint={t("draft.audienceHint")}
        rows={2}
        maxLength={800}
        optional
      />
      <TextAreaField
        name="description"
        label={t("draft.description")}
        hint={t("draft.descriptionHint")}
        rows={8}
        maxLength={8000}
        optional
      />
    </>
  );
}

/** VAT, and what leaving costs when. */
function LeavingFields() {
  const t = useTranslations("programmes");
  const locale = useLocale();
  return (
    <>
      <SelectField
        name="vatPercent"
        label={t("draft.vat")}
        hint={t("draft.vatHint")}
        placeholder={false}
        options={[
          { value: "0", label: t("draft.vatExempt") },
          { value: "25", label: formatPercent(0.25, locale) },
        ]}
      />
      <NumberField
        name="cancelFreeDays"
        label={t("draft.cancelFree")}
        hint={t("draft.cancelFreeHint")}
        unit={t("draft.days")}
      />
      <NumberField name="cancelLatePercent" label={t("draft.cancelLate")} unit="%" />
      <NumberField name="cancelStartedPercent" label={t("draft.cancelStarted")} unit="%" />
    </>
  );
}

function TermsFields({ frameworks }: { frameworks: readonly FrameworkChoice[] }) {
  const t = useTranslations("programmes");
  return (
    <>
      <SelectField
        name="language"
        label={t("draft.language")}
        placeholder={false}
        options={Object.values(Locale).map((value) => ({ value, label: t(`language.${value}`) }))}
      />
      <SelectField
        name="frameworkVersionId"
        label={t("draft.certification")}
        hint={t("draft.certificationHint")}
        placeholder={t("draft.noCertification")}
        optional
        options={frameworks.map(({ id, title, body }) => ({ value: id, label: `${body}: ${title}` }))}
      />
      <NumberField
        name="attendanceMinimumPercent"
        label={t("draft.attendance")}
        hint={t("draft.attendanceHint")}
        unit="%"
      />
      <div className="grid gap-6 sm:grid-cols-[minmax(0,14rem)_8rem]">
        <NumberField
          name="price"
          label={t("draft.price")}
          hint={t("draft.priceHint")}
          decimals
          optional
          size="full"
        />
        <SelectField
          name="currency"
          label={t("draft.currency")}
          placeholder={false}
          className="self-end"
          options={["DKK", "SEK", "EUR"].map((value) => ({ value, label: value }))}
        />
      </div>
      <TextAreaField
        name="priceCovers"
        label={t("draft.priceCovers")}
        hint={t("draft.priceCoversHint")}
        rows={2}
        maxLength={600}
        optional
      />
      <LeavingFields />
    </>
  );
}

/** The words and terms of a draft. It may be saved half-written; the checklist tells what is missing. */
export function DraftForm({
  version,
  frameworks,
}: {
  version: VersionDetail;
  frameworks: readonly FrameworkChoice[];
}) {
  const t = useTranslations("programmes");
  return (
    <SaveDraftFrame
      fields={{ versionId: version.id, version: version.version }}
      defaultValues={valuesOf(version)}
      className="max-w-form"
    >
      <WordsFields />
      <TermsFields frameworks={frameworks} />
      <div>
        <SubmitButton>{t("draft.save")}</SubmitButton>
      </div>
    </SaveDraftFrame>
  );
}
