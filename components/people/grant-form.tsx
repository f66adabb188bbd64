import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { DateField } from "@/components/ui/date-field";
import { Card, Section } from "@/components/ui/section";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { OrganisationOption } from "@/lib/organisations/queries/list-organisation-options";
import { grantRoleAction } from "@/lib/people/actions";
import { grantableRoles } from "@/lib/people/rules/roles";

type GrantFormProps = { personId: string; organisations: readonly OrganisationOption[] };

/** Gives a person a role in an organisation, for a time or until it is ended. */
export function GrantForm({ personId, organisations }: GrantFormProps) {
  const t = useTranslations("admin.people");
  const tRole = useTranslations("sign-in.roles");
  return (
    <Section title={t("grant")} lead={t("grantLead")}>
      <Card>
        <ActionForm action={grantRoleAction} fields={{ personId }} resetOnOk className="max-w-form">
          <SelectField
            name="role"
            label={t("role")}
            options={grantableRoles.map((value) => ({ value, label: tRole(value) }))}
          />
          <SelectField
            name="organisationId"
            label={t("organisation")}
            options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <DateField name="validFrom" label={t("from")} hint={t("fromHint")} optional />
          <DateField name="validTo" label={t("to")} hint={t("toHint")} optional />
          <div>
            <SubmitButton>{t("grantButton")}</SubmitButton>
          </div>
        </ActionForm>
      </Card>
    </Section>
  );
}
