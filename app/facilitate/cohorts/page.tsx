import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CohortList } from "@/components/facilitate/cohort-list";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { listFacilitatedCohorts } from "@/lib/attendance/queries/list-facilitated-cohorts";
import { requireActor } from "@/lib/auth/actor";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("facilitate.cohort"))("listTitle") };
}

export default async function CohortsPage() {
  const acting = await requireActor("facilitation.view");
  const t = await getTranslations("facilitate");
  const cohorts = await listFacilitatedCohorts(acting);
  return (
    <>
      <PageHeader title={t("cohort.listTitle")} />
      {cohorts.length > 0 ? (
        <CohortList cohorts={cohorts} />
      ) : (
        <EmptyState icon="people" title={t("home.noCohorts")} />
      )}
    </>
  );
}
