import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Card, Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { Timeline } from "@/components/ui/timeline";
import { formatDate } from "@/lib/i18n/format";
import { addOrganisationNameAction } from "@/lib/organisations/actions";
import type { OrganisationDetails } from "@/lib/organisations/queries/get-organisation";
import { NameFields } from "./name-fields";

/** What an organisation is and was called, and a form for what it will be called. */
export function NameHistory({ organisation }: { organisation: OrganisationDetails }) {
  const t = useTranslations("admin.organisations");
  const locale = useLocale();
  const day = (date: Date) => formatDate(date, locale, "UTC");
  return (
    <>
      <Section title={t("names")}>
        <Timeline
          label={t("names")}
          entries={organisation.names.map(({ id, name, shortName, validFrom, validTo }) => ({
            id,
            title: shortName === name ? name : `${name} (${shortName})`,
            when: validTo
              ? t("until", { from: day(validFrom), to: day(new Date(validTo.getTime() - 86_400_000)) })
              : t("sinceDay", { from: day(validFrom) }),
            dateTime: validFrom.toISOString().slice(0, 10),
            tone: validTo ? "neutral" : "success",
            icon: validTo ? "archive" : "building",
          }))}
        />
      </Section>
      <Section title={t("addName")} lead={t("addNameLead")}>
        <Card>
          <ActionForm
            action={addOrganisationNameAction}
            fields={{ organisationId: organisation.id }}
            resetOnOk
            className="max-w-form"
          >
            <NameFields />
            <div>
              <SubmitButton>{t("add")}</SubmitButton>
            </div>
          </ActionForm>
        </Card>
      </Section>
    </>
  );
}
