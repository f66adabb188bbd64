import Link from "next/link";
import { useTranslations } from "next-intl";
import { EventList } from "@/components/library/event-list";
import { PublicationCards } from "@/components/library/publication-list";
import { CohortCard } from "@/components/programmes/cohort-card";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import type { PublicCohort } from "@/lib/cohorts/facts/public-cohort";
import type { EventRow } from "@/lib/library/facts/event-row";
import type { PublicationCard } from "@/lib/library/queries/list-publications";

const steps = ["apply", "practise", "observed", "certified"] as const;

/** What the road looks like, in four steps. */
function Steps() {
  const t = useTranslations("public");
  return (
    <ol className="grid gap-x-8 gap-y-6 sm:grid-cols-2 lg:grid-cols-4">
      {steps.map((step, index) => (
        <li key={step} className="grid content-start gap-1 border-t-2 border-accent pt-4">
          <span aria-hidden="true" className="text-2xl font-semibold text-accent">
            {index + 1}
          </span>
          <h3 className="text-lg">{t(`home.steps.${step}.title`)}</h3>
          <p className="text-muted">{t(`home.steps.${step}.text`)}</p>
        </li>
      ))}
    </ol>
  );
}

function NextCohorts({ cohorts }: { cohorts: readonly PublicCohort[] }) {
  const t = useTranslations("public");
  if (cohorts.length === 0)
    return (
      <EmptyState
        icon="calendar"
        title={t("home.noCohorts")}
        actions={<LinkButton href="/programmes">{t("home.seeProgrammes")}</LinkButton>}
      >
        {t("home.noCohortsLead")}
      </EmptyState>
    );
  return (
    <ul className="grid gap-5 md:grid-cols-2 xl:grid-cols-3">
      {cohorts.map((cohort) => (
        <li key={cohort.slug} className="grid">
          <CohortCard cohort={cohort} />
        </li>
      ))}
    </ul>
  );
}

type HomePageProps = {
  cohorts: readonly PublicCohort[];
  publications: readonly PublicationCard[];
  events: readonly EventRow[];
};

/** The front page: what this is in one sentence, and at once what one can apply for. */
export function HomePage({ cohorts, publications, events }: HomePageProps) {
  const t = useTranslations("public");
  return (
    <>
      <div className="mb-10 grid gap-4 sm:mb-12">
        <h1 className="max-w-[18ch] text-display">{t("home.title")}</h1>
        <p className="max-w-prose text-lg text-muted">{t("home.lead")}</p>
        <div className="flex flex-wrap gap-3 pt-1">
          <LinkButton href="/programmes">{t("home.seeProgrammes")}</LinkButton>
          <LinkButton href="/verify" tone="secondary" icon="shield">
            {t("home.verify")}
          </LinkButton>
        </div>
      </div>
      <Section
        title={t("home.next")}
        actions={
          <Link href="/programmes" className="inline-flex min-h-target items-center gap-1.5">
            {t("home.all")} <Icon name="arrowRight" className="size-4" />
          </Link>
        }
      >
        <NextCohorts cohorts={cohorts} />
      </Section>
      <Section title={t("home.how")}>
        <Steps />
      </Section>
      <div className="grid gap-x-14 lg:grid-cols-2">
        {publications.length > 0 ? (
          <Section title={t("home.reading")} className="mt-12 content-start">
            <PublicationCards publications={publications} />
          </Section>
        ) : null}
        {events.length > 0 ? (
          <Section title={t("home.events")} className="mt-12 content-start">
            <EventList events={events} level={3} />
          </Section>
        ) : null}
      </div>
    </>
  );
}
