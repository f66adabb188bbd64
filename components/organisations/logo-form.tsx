import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { FileDrop } from "@/components/ui/file-drop";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { formatDate } from "@/lib/i18n/format";
import { addLogoAction } from "@/lib/organisations/actions";
import type { OrganisationDetails } from "@/lib/organisations/queries/get-organisation";

/** The logo that certificates bear from now on. */
export function LogoForm({ organisation }: { organisation: OrganisationDetails }) {
  const t = useTranslations("admin.organisations.logo");
  const locale = useLocale();
  const { logo } = organisation;
  return (
    <Section title={t("title")} lead={t("lead")}>
      {logo ? (
        <figure className="grid justify-items-start gap-2">
          {/* biome-ignore lint/performance/noImgElement: a few kilobytes out of the database, nothing to optimise */}
          <img
            src={`data:image/png;base64,${logo.base64}`}
            alt={t("alt")}
            // Certificates are white paper, in dark too.
            style={{ backgroundColor: "white" }}
            className="h-20 max-w-80 rounded object-contain p-2"
          />
          <figcaption className="text-muted">
            {t("since", { date: formatDate(logo.addedAt, locale) })}
          </figcaption>
        </figure>
      ) : (
        <p className="text-muted">{t("none")}</p>
      )}
      <ActionForm
        action={addLogoAction}
        fields={{ organisationId: organisation.id }}
        className="max-w-xl"
        resetOnOk
      >
        <FileDrop name="logo" label={t("file")} hint={t("hint")} accept=".png,image/png" maxMegabytes={0.5} />
        <div>
          <SubmitButton tone="secondary">{t("save")}</SubmitButton>
        </div>
      </ActionForm>
    </Section>
  );
}
