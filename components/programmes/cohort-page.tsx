import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { daySpanText } from "@/components/cohorts/day-text";
import { type Description, DescriptionList } from "@/components/ui/description-list";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { Section } from "@/components/ui/section";
import type { PublicCohortDetail } from "@/lib/cohorts/queries/get-public-cohort";
import { weekOfDay } from "@/lib/i18n/format";
import { ApplyPanel } from "./apply-panel";
import { CertifierText } from "./certifier-text";
import { ProgrammeWords } from "./programme-words";
import { PublicSessionList } from "./public-session-list";
import { ShareButton } from "./share-button";
import { TrackList } from "./track-list";

function useFacts(cohort: PublicCohortDetail): Description[] {
  const t = useTranslations("programmes");
  const locale = useLocale();
  const facts: Description[] = [
    {
      term: t("page.dates"),
      detail: t("card.dates", {
        dates: daySpanText(cohort.startsOn, cohort.endsOn, locale),
        week: weekOfDay(cohort.startsOn),
      }),
    },
    { term: t("page.place"), detail: cohort.city },
    { term: t("page.language"), detail: t(`language.${cohort.language}`) },
    { term: t("page.provider"), detail: cohort.provider },
    {
      term: t("page.attendance"),
      detail: t("page.attendanceText", { percent: cohort.attendanceMinimumPercent }),
    },
  ];
  if (cohort.certifier)
    facts.push({
      term: t("page.certification"),
      detail: (
        <>
          <CertifierText certifier={cohort.certifier} />
          {cohort.framework
            ? `, ${t("page.framework", { title: cohort.framework.title, number: cohort.framework.number })}`
            : ""}
        </>
      ),
    });
  if (cohort.priceCovers) facts.push({ term: t("page.priceCovers"), detail: cohort.priceCovers });
  return facts;
}

/** The sessions for one's calendar: once, or so that it follows when they change. */
function CalendarLinks({ slug, publicUrl }: { slug: string; publicUrl: string }) {
  const t = useTranslations("programmes");
  const path = `/api/calendar/cohorts/${slug}`;
  return (
    <>
      <LinkButton native size="small" tone="secondary" icon="calendar" href={path}>
        {t("page.addSessions")}
      </LinkButton>
      <LinkButton
        native
        size="small"
        tone="quiet"
        icon="refresh"
        href={`${publicUrl.replace(/^https?:/, "webcal:")}${path}`}
      >
        {t("page.subscribe")}
      </LinkButton>
    </>
  );
}

type CohortPageProps = {
  cohort: PublicCohortDetail;
  /** Where a calendar program fetches the sessions again and again. */
  publicUrl: string;
};

/** The page of one cohort: enough to decide, and the way in. */
export function CohortPage({ cohort, publicUrl }: CohortPageProps) {
  const t = useTranslations("programmes");
  const facts = useFacts(cohort);
  return (
    <>
      <PageHeader
        crumbs={[{ label: t("catalogue.title"), href: "/programmes" }]}
        kicker={cohort.name}
        title={<span lang={cohort.language}>{cohort.title}</span>}
        lead={<span lang={cohort.language}>{cohort.summary}</span>}
      />
      <div className="grid gap-10 lg:grid-cols-[minmax(0,1fr)_20rem] lg:gap-14">
        {/* Above on a phone, hence first in the document: what came later would push away what is being read. */}
        <div className="lg:col-start-2">
          <ApplyPanel cohort={cohort} />
        </div>
        <div className="lg:col-start-1 lg:row-start-1">
          <ProgrammeWords programme={cohort} />
          <TrackList tracks={cohort.tracks} language={cohort.language} />
          {cohort.sessions.length > 0 ? (
            <Section
              title={t("page.sessions", { count: cohort.sessions.length })}
              actions={<CalendarLinks slug={cohort.slug} publicUrl={publicUrl} />}
            >
              <PublicSessionList sessions={cohort.sessions} timeZone={cohort.timeZone} />
            </Section>
          ) : null}
          <Section title={t("page.practical")}>
            <DescriptionList items={facts} />
          </Section>
          <div data-noprint="" className="mt-10 flex flex-wrap items-center gap-3">
            <ShareButton title={cohort.title} label={t("page.share")} />
            <PrintButton />
            <Link
              href={`/programmes/${cohort.programmeSlug}`}
              className="inline-flex min-h-target items-center"
            >
              {t("page.allCohorts")}
            </Link>
          </div>
        </div>
      </div>
    </>
  );
}
