import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import type { CohortBoard } from "@/lib/cohorts/queries/get-cohort-board";
import { CohortStateTag } from "./cohort-state-tag";
import { CohortTabs } from "./cohort-tabs";

const segments = {
  board: "",
  sessions: "sessions",
  applications: "applications",
  seats: "seats",
  waitlist: "waitlist",
  enrolments: "enrolments",
  messages: "messages",
  billing: "billing",
  team: "team",
  settings: "settings",
} as const;

/** The head of every page about a cohort, with the ways to the others. */
export function CohortHead({ cohort }: { cohort: CohortBoard }) {
  const t = useTranslations("cohorts");
  const planning = useTranslations("planning");
  const counts: Partial<Record<keyof typeof segments, number>> = {
    sessions: cohort.sessions,
    applications: cohort.facts.undecided,
    waitlist: cohort.waiting + cohort.offered,
  };
  return (
    <>
      <PageHeader
        crumbs={[{ label: t("list.title"), href: "/staff/cohorts" }]}
        kicker={t("form.versionOption", { title: cohort.programme.title, number: cohort.programme.number })}
        title={cohort.name}
        meta={<CohortStateTag state={cohort.state} />}
        actions={
          <LinkButton href={`/staff/cohorts/${cohort.id}/copy`} tone="secondary" size="small" icon="copy">
            {planning("copy.open")}
          </LinkButton>
        }
      />
      <div className="-mt-4 mb-8">
        <CohortTabs
          base={`/staff/cohorts/${cohort.id}`}
          label={t("tabs.label")}
          tabs={Object.entries(segments).map(([key, segment]) => ({
            segment,
            label: t(`tabs.${key as keyof typeof segments}`),
            count: counts[key as keyof typeof segments],
          }))}
        />
      </div>
    </>
  );
}
