import { useTranslations } from "next-intl";
import { CohortCard } from "@/components/programmes/cohort-card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import type { PublicCohort } from "@/lib/cohorts/facts/public-cohort";

/** For somebody who takes part in nothing yet: what this place is for, and what is open now. */
export function Newcomer({ cohorts }: { cohorts: readonly PublicCohort[] }) {
  const t = useTranslations("my.newcomer");
  const open = cohorts.filter(({ phase }) => phase === "open" || phase === "lastDays" || phase === "full");
  return (
    <>
      <EmptyState
        icon="book"
        title={t("title")}
        actions={<LinkButton href="/programmes">{t("browse")}</LinkButton>}
      >
        {t("lead")}
      </EmptyState>
      {open.length > 0 ? (
        <Section title={t("open")}>
          <div className="grid gap-5 md:grid-cols-2">
            {open.map((cohort) => (
              <CohortCard key={cohort.slug} cohort={cohort} />
            ))}
          </div>
        </Section>
      ) : null}
    </>
  );
}
