import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Card, Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { updateOrganisationNumbersAction } from "@/lib/organisations/actions";
import type { OrganisationDetails } from "@/lib/organisations/queries/get-organisation";
import { NumberFields } from "./number-fields";

/** Registration number and GLN. */
export function NumbersForm({ organisation }: { organisation: OrganisationDetails }) {
  const t = useTranslations("admin.organisations");
  return (
    <Section title={t("numbers")}>
      <Card>
        <ActionForm
          action={updateOrganisationNumbersAction}
          fields={{ organisationId: organisation.id }}
          className="max-w-form"
        >
          <NumberFields values={organisation} />
          <div>
            <SubmitButton>{t("save")}</SubmitButton>
          </div>
        </ActionForm>
      </Card>
    </Section>
  );
}
