import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { createOrganisationAction } from "@/lib/organisations/actions";
import { organisationKinds } from "@/lib/organisations/schema";
import { NameFields } from "./name-fields";
import { NumberFields } from "./number-fields";

/** Registers an organisation. */
export function OrganisationForm() {
  const t = useTranslations("admin.organisations");
  return (
    <ActionForm action={createOrganisationAction} className="max-w-form">
      <SelectField
        name="kind"
        label={t("kind")}
        options={organisationKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
      <NameFields />
      <NumberFields />
      <div>
        <SubmitButton>{t("create")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
