import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CreateCohortForm } from "@/components/cohorts/create-cohort-form";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { firstParam, type SearchParams } from "@/components/ui/search-params";
import { listAgreementChoices } from "@/lib/agreements/queries/list-agreement-choices";
import { requireActor } from "@/lib/auth/actor";
import { listPublishedVersions } from "@/lib/programmes/queries/list-published-versions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cohorts"))("create.title") };
}

export default async function NewCohortPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const acting = await requireActor("cohort.manage");
  const t = await getTranslations("cohorts");
  const [versions, agreements] = await Promise.all([
    listPublishedVersions(acting),
    listAgreementChoices(acting),
  ]);
  const chosenVersion = firstParam(await searchParams, "version") ?? "";
  const nothing = (
    <EmptyState
      icon="book"
      title={t("create.noVersion")}
      actions={<LinkButton href="/staff/programmes">{t("create.toProgrammes")}</LinkButton>}
    >
      {t("create.noVersionLead")}
    </EmptyState>
  );
  return (
    <>
      <PageHeader
        crumbs={[{ label: t("list.title"), href: "/staff/cohorts" }]}
        title={t("create.title")}
        lead={t("create.lead")}
      />
      {versions.length === 0 ? (
        nothing
      ) : (
        <CreateCohortForm versions={versions} agreements={agreements} chosenVersion={chosenVersion} />
      )}
    </>
  );
}
