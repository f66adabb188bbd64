"use client";

import { useTranslations } from "next-intl";
import { ComboboxField } from "@/components/ui/combobox-field";
import type { Option } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";

export type OrganisationChoice = {
  readonly id: string;
  readonly name: string;
  readonly former: readonly string[];
};

type WorkplaceFieldsProps = { organisations: readonly OrganisationChoice[]; otherOpen: boolean };

/** Where the applicant works: one of the register, found by its present or a former name, or a name of its own. */
export function WorkplaceFields({ organisations, otherOpen }: WorkplaceFieldsProps) {
  const t = useTranslations("applications");
  const options: Option[] = organisations.map(({ id, name, former }) => ({
    value: id,
    label: former.length > 0 ? t("form.formerly", { name, former: former.join(", ") }) : name,
  }));
  return (
    <>
      <ComboboxField name="organisationId" label={t("form.organisation")} options={options} />
      <details open={otherOpen} className="-mt-3">
        <summary className="inline-flex min-h-target items-center text-sm text-accent underline underline-offset-2">
          {t("form.unlisted")}
        </summary>
        <TextField
          name="organisationOther"
          label={t("form.organisationOther")}
          hint={t("form.organisationOtherHint")}
          optional
          autoComplete="organization"
          className="pt-2"
        />
      </details>
      <TextField name="title" label={t("form.title")} size="medium" autoComplete="organization-title" />
    </>
  );
}
