import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ComboboxField } from "@/components/ui/combobox-field";
import { Card, Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { mergeOrganisationAction } from "@/lib/organisations/actions";
import type { OrganisationOption } from "@/lib/organisations/queries/list-organisation-options";
import type { MergePreview } from "@/lib/organisations/queries/preview-merge";

const REFUSALS = {
  "organisation.mergeSame": "mergeSame",
  "organisation.mergedBefore": "mergedBefore",
  "organisation.mergeTwoBodies": "mergeTwoBodies",
  "organisation.mergeBound": "mergeBound",
} as const;
const isRefusal = (code: string): code is keyof typeof REFUSALS => code in REFUSALS;

function Preview({ preview }: { preview: MergePreview }) {
  const t = useTranslations("admin.organisations.merge");
  const refusal = useTranslations("refusals.organisation");
  const { refusal: code, people, applications, seats, agreements, invoices, moved, gone, kept } = preview;
  if (code !== null)
    return (
      <Callout tone="warning" title={isRefusal(code) ? refusal(REFUSALS[code]) : t("not", { gone, kept })} />
    );
  return (
    <div className="grid gap-4">
      <p className="font-medium">{t("preview", { gone, kept, moved })}</p>
      <ul className="list-disc pl-5">
        <li>{t("people", { count: people })}</li>
        <li>{t("applications", { count: applications })}</li>
        <li>{t("seats", { count: seats })}</li>
        <li>{t("agreements", { count: agreements })}</li>
        <li>{t("invoices", { count: invoices })}</li>
      </ul>
      <p>{t("final", { gone })}</p>
      <ActionForm
        action={mergeOrganisationAction}
        fields={{ organisationId: preview.goneId, keptId: preview.keptId }}
      >
        <SubmitButton tone="danger" className="justify-self-start">
          {t("confirm", { kept })}
        </SubmitButton>
      </ActionForm>
    </div>
  );
}

/** Merges a second record of an organisation into the first: which one, what would move, and then it is done. */
export function MergePanel({
  organisationId,
  options,
  preview,
}: {
  organisationId: string;
  options: readonly OrganisationOption[];
  preview: MergePreview | null;
}) {
  const t = useTranslations("admin.organisations.merge");
  return (
    <Section title={t("title")} lead={t("lead")}>
      <Card className="grid gap-6">
        <form method="get" className="grid max-w-form gap-4">
          <ComboboxField
            name="into"
            label={t("into")}
            defaultValue={preview?.keptId}
            options={options
              .filter((option) => option.id !== organisationId)
              .map(({ id, name }) => ({ value: id, label: name }))}
          />
          <div>
            <Button type="submit" tone="secondary">
              {t("show")}
            </Button>
          </div>
        </form>
        {preview ? <Preview preview={preview} /> : null}
      </Card>
    </Section>
  );
}
