import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MyObservationList } from "@/components/observations/my-observation-list";
import { VisitList } from "@/components/observations/visit-list";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { requireActor } from "@/lib/auth/actor";
import { listObservations } from "@/lib/observations/queries/list-observations";
import { listVisits } from "@/lib/observations/queries/list-visits";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("observations.my"))("title") };
}

export default async function MyObservationsPage() {
  const acting = await requireActor("my.view");
  const t = await getTranslations("observations.my");
  const observations = await listObservations(acting);
  const visits = await listVisits(acting, { time: "ahead" });
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      {observations.length > 0 ? (
        <MyObservationList observations={observations} />
      ) : (
        <EmptyState icon="eye" title={t("emptyTitle")}>
          {t("empty")}
        </EmptyState>
      )}
      {visits.length > 0 ? (
        <Section title={t("visits")}>
          <VisitList visits={visits} basePath="/my/visits" lead="assessor" now={new Date()} />
        </Section>
      ) : null}
    </>
  );
}
