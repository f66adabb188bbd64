import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { DOT } from "@/lib/i18n/format";
import type { PublicProgramme } from "@/lib/programmes/queries/get-public-programme";
import { CohortCard } from "./cohort-card";
import { ProgrammeWords } from "./programme-words";
import { TrackList } from "./track-list";

/** A programme as such: what it is, and the cohorts anybody may read about. */
export function ProgrammePage({ programme }: { programme: PublicProgramme }) {
  const t = useTranslations("programmes");
  const { language } = programme;
  return (
    <>
      <PageHeader
        crumbs={[{ label: t("catalogue.title"), href: "/programmes" }]}
        kicker={[
          programme.provider,
          programme.certifier && t("page.certifiedBy", { body: programme.certifier }),
        ]
          .filter(Boolean)
          .join(DOT)}
        title={<span lang={language}>{programme.title}</span>}
        lead={<span lang={language}>{programme.summary}</span>}
      />
      <Section title={t("page.cohorts")}>
        {programme.cohorts.length > 0 ? (
          <ul className="grid gap-5 md:grid-cols-2">
            {programme.cohorts.map((cohort) => (
              <li key={cohort.slug} className="grid">
                <CohortCard cohort={cohort} />
              </li>
            ))}
          </ul>
        ) : (
          <EmptyState
            icon="calendar"
            title={t("page.noCohorts")}
            actions={<LinkButton href="/contact">{t("page.ask")}</LinkButton>}
          >
            {t("page.noCohortsLead")}
          </EmptyState>
        )}
      </Section>
      <ProgrammeWords programme={programme} />
      <TrackList tracks={programme.tracks} language={language} />
    </>
  );
}
