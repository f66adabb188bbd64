import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/ui/page-header";
import { TabLinks } from "@/components/ui/tab-links";
import type { CohortBoard } from "@/lib/cohorts/queries/get-cohort-board";
import { CohortStateTag } from "./cohort-state-tag";

export const cohortTabs = ["board", "sessions", "applications", "enrolments", "team", "settings"] as const;
export type CohortTab = (typeof cohortTabs)[number];

type CohortFrameProps = {
  cohort: Pick<CohortBoard, "id" | "name" | "state" | "sessions" | "facts" | "programme">;
  tab: CohortTab;
  actions?: ReactNode;
  children: ReactNode;
};

/** The head of every page about a cohort, with the ways to the others. */
export function CohortFrame({ cohort, tab, actions, children }: CohortFrameProps) {
  const t = useTranslations("cohorts");
  const base = `/staff/cohorts/${cohort.id}`;
  const counts: Partial<Record<CohortTab, number>> = {
    sessions: cohort.sessions,
    applications: cohort.facts.undecided,
  };
  return (
    <>
      <PageHeader
        crumbs={[{ label: t("list.title"), href: "/staff/cohorts" }]}
        kicker={t("form.versionOption", cohort.programme)}
        title={cohort.name}
        meta={<CohortStateTag state={cohort.state} />}
        actions={actions}
      />
      <div className="-mt-4 mb-8">
        <TabLinks
          label={t("tabs.label")}
          tabs={cohortTabs.map((each) => ({
            label: t(`tabs.${each}`),
            href: each === "board" ? base : `${base}/${each}`,
            current: each === tab,
            ...(counts[each] ? { count: counts[each] } : {}),
          }))}
        />
      </div>
      {children}
    </>
  );
}
