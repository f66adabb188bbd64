import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ObservationTable } from "@/components/observations/observation-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { listObservations } from "@/lib/observations/queries/list-observations";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("assess.observation"))("listTitle") };
}

export default async function ObservationsPage() {
  const acting = await requireActor("assessment.view");
  const t = await getTranslations("assess");
  const empty = (
    <EmptyState
      icon="eye"
      title={t("observation.listEmptyTitle")}
      actions={<LinkButton href="/assess">{t("visit.toQueue")}</LinkButton>}
    >
      {t("observation.listEmpty")}
    </EmptyState>
  );
  return (
    <>
      <PageHeader title={t("observation.listTitle")} />
      <ObservationTable
        observations={await listObservations(acting)}
        caption={t("observation.listTitle")}
        basePath="/assess/observations"
        empty={empty}
      />
    </>
  );
}
