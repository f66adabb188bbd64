import { NextIntlClientProvider, useLocale, useMessages, useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Card } from "@/components/ui/section";
import type {
  ApplicationFormCohort,
  ApplicationForm as Form,
} from "@/lib/applications/queries/get-application-form";
import { ApplicationForm } from "./application-form";
import { CohortChoice } from "./cohort-choice";
import { CohortFacts } from "./cohort-facts";

type ChosenProps = { form: Form; cohort: ApplicationFormCohort };

function About({ form, cohort }: ChosenProps) {
  const t = useTranslations("applications");
  return (
    <aside aria-label={t("cohort.label")} className="lg:order-last">
      <Card className="grid gap-4 lg:sticky lg:top-24">
        <h2 className="text-lg">{cohort.name}</h2>
        <CohortFacts cohort={cohort} />
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
  );
}

function Writing({ form, cohort }: ChosenProps) {
  const t = useTranslations("applications");
  const locale = useLocale();
  const { ui, applications } = useMessages();
  if (!cohort.takesApplications) {
    return (
      <Callout tone="warning" title={t("cohort.deadlinePassed")} className="self-start">
        {t("cohort.deadlinePassedHint")}
      </Callout>
    );
  }
  const { draft } = form;
  return (
    <NextIntlClientProvider locale={locale} messages={{ ui, applications }}>
      <ApplicationForm
        key={cohort.id}
        cohortId={cohort.id}
        applicant={form.applicant}
        tracks={cohort.tracks}
        organisations={form.organisations}
        agreementTitle={cohort.agreementTitle}
        questions={form.questions}
        files={form.files}
        criteria={cohort.admissionCriteria}
        values={form.values}
        draft={draft && { version: draft.version, savedAt: draft.savedAt.toISOString() }}
      />
    </NextIntlClientProvider>
  );
}

/** Applying to a programme: the form for the chosen cohort, or the choice among several. */
export function ApplyPage({ form }: { form: Form }) {
  const t = useTranslations("applications");
  const cohort = form.cohorts.find((each) => each.id === form.chosenId);
  const crumbs = [
    { label: t("crumbs.programmes"), href: "/programmes" },
    { label: form.programme.title, href: `/programmes/${form.programme.slug}` },
    { label: t("form.crumb") },
  ];
  if (!cohort) {
    return (
      <>
        <PageHeader crumbs={crumbs} title={t("choose.title")} lead={t("choose.lead")} />
        <CohortChoice form={form} />
      </>
    );
  }
  return (
    <>
      <PageHeader crumbs={crumbs} title={t("form.heading", { cohort: cohort.name })} lead={t("form.lead")} />
      <div className="grid gap-x-16 gap-y-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <About form={form} cohort={cohort} />
        <Writing form={form} cohort={cohort} />
      </div>
    </>
  );
}
