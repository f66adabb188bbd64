import { useLocale, useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Card, Section } from "@/components/ui/section";
import type { MyApplication } from "@/lib/applications/queries/get-my-application";
import { formatDateRange, formatDateTime } from "@/lib/i18n/format";
import { ApplicationAnswers } from "./application-answers";
import { ApplicationSteps } from "./application-steps";
import { ApplicationTimeline } from "./application-timeline";
import { ApplicationStateTag } from "./state-tag";

function Notice({ application }: { application: MyApplication }) {
  const t = useTranslations("applications");
  const locale = useLocale();
  const { queue, next, cohort, programme } = application;
  if (next === "draft") {
    const form = `/programmes/${programme.slug}/apply?cohort=${cohort.slug}`;
    return (
      <Callout
        tone="info"
        title={t("notice.draft")}
        actions={<LinkButton href={form}>{t("notice.goOn")}</LinkButton>}
      />
    );
  }
  if (next === "answerOffer" && queue?.offerExpiresAt) {
    return (
      <Callout
        tone="warning"
        title={t("notice.offer", { until: formatDateTime(queue.offerExpiresAt, locale, cohort.timeZone) })}
        actions={<LinkButton href={`/my/offers/${queue.id}`}>{t("notice.seeOffer")}</LinkButton>}
      />
    );
  }
  if (next === "waitForSeat" && queue?.place) {
    return (
      <Callout tone="warning" title={t("notice.place", { place: queue.place, count: queue.waiting })}>
        <p>{t("notice.placeHint")}</p>
        {queue.keptPlace === null ? null : (
          <p className="mt-2">{t("notice.keptPlace", { place: queue.keptPlace })}</p>
        )}
        <p className="mt-2">
          {queue.chance
            ? t("notice.chance", { place: queue.keptPlace ?? queue.place, ...queue.chance })
            : t("notice.chanceUnknown")}
        </p>
        {queue.overtakenAt ? (
          <p className="mt-2">
            {t("notice.overtaken", { at: formatDateTime(queue.overtakenAt, locale, cohort.timeZone) })}
          </p>
        ) : null}
      </Callout>
    );
  }
  return next === "askAgain" ? <Callout tone="warning" title={t("notice.askAgain")} /> : null;
}

/** Where an application stands: what happened, what is next and whose turn it is, what was written, and what can still be done. */
export function ApplicationStatus({ application }: { application: MyApplication }) {
  const t = useTranslations("applications");
  const locale = useLocale();
  const { cohort, programme } = application;
  return (
    <>
      <PageHeader
        crumbs={[{ label: t("mine.title"), href: "/my/applications" }, { label: cohort.name }]}
        kicker={programme.title}
        title={cohort.name}
        lead={`${formatDateRange(cohort.startsOn, cohort.endsOn, locale, "UTC")}, ${cohort.city}`}
        meta={<ApplicationStateTag state={application.state} />}
      />
      <Notice application={application} />
      <div className="mt-8 grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.2fr)]">
        <Section title={t("timeline")} className="content-start">
          <ApplicationTimeline application={application} />
        </Section>
        <Section title={t("answers")} className="mt-0! content-start">
          <Card>
            <ApplicationAnswers answers={application} own />
          </Card>
        </Section>
      </div>
      <ApplicationSteps application={application} />
    </>
  );
}
