import { NextIntlClientProvider, useLocale, useMessages, useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Card } from "@/components/ui/section";
import type { ApplicationForm as FormData } from "@/lib/applications/queries/get-application-form";
import { ApplicationForm } from "./application-form";
import { CohortChoice } from "./cohort-choice";
import { CohortFacts } from "./cohort-facts";

/** Applying to a programme: the form for the chosen cohort, or the choice among several. */
export function ApplyPage({ form }: { form: FormData }) {
  const t = useTranslations("applications");
  const locale = useLocale();
  const { ui, applications } = useMessages();
  const chosen = form.cohorts.find((cohort) => cohort.id === form.chosenId);
  const crumbs = [
    { label: t("crumbs.programmes"), href: "/programmes" },
    { label: form.programme.title, href: `/programmes/${form.programme.slug}` },
    { label: t("form.crumb") },
  ];
  if (!chosen) {
    return (
      <>
        <PageHeader
          crumbs={crumbs}
          title={t("choose.title")}
          kicker={form.programme.title}
          lead={t("choose.lead")}
        />
        <CohortChoice form={form} />
      </>
    );
  }
  return (
    <>
      <PageHeader
        crumbs={crumbs}
        title={t("form.heading", { cohort: chosen.name })}
        kicker={form.programme.title}
        lead={t("form.lead")}
      />
      <div className="grid gap-x-16 gap-y-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <aside aria-label={t("cohort.label")} className="lg:order-last">
          <Card className="grid gap-3 lg:sticky lg:top-24">
            <h2 className="text-lg">{chosen.name}</h2>
            <CohortFacts cohort={chosen} />
            {form.cohorts.length > 1 ? (
              <LinkButton
                href={`/programmes/${form.programme.slug}/apply`}
                tone="quiet"
                size="small"
                className="justify-self-start"
              >
                {t("cohort.chooseAnother")}
              </LinkButton>
            ) : null}
          </Card>
        </aside>
        {chosen.takesApplications ? (
          <NextIntlClientProvider locale={locale} messages={{ ui, applications }}>
            <ApplicationForm
              key={chosen.id}
              cohortId={chosen.id}
              applicant={form.applicant}
              tracks={chosen.tracks}
              organisations={form.organisations}
              agreementTitle={chosen.agreementTitle}
              values={form.values}
              draft={
                form.draft && {
                  version: form.draft.version,
                  savedAt: form.draft.savedAt.toISOString(),
                }
              }
            />
          </NextIntlClientProvider>
        ) : (
          <Callout tone="warning" title={t("cohort.deadlinePassed")}>
            {t("cohort.deadlinePassedHint")}
          </Callout>
        )}
      </div>
    </>
  );
}
