import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Catalogue } from "@/components/programmes/catalogue";
import { ProgrammeList } from "@/components/programmes/programme-list";
import { PageHeader } from "@/components/ui/page-header";
import { pageParam, type SearchParams } from "@/components/ui/search-params";
import { Section } from "@/components/ui/section";
import { requireActor } from "@/lib/auth/actor";
import { listCatalogueChoices } from "@/lib/cohorts/queries/list-catalogue-choices";
import { CATALOGUE_PAGE_SIZE, listPublicCohorts } from "@/lib/cohorts/queries/list-public-cohorts";
import { catalogueFilter } from "@/lib/cohorts/schema";
import { listPublicProgrammes } from "@/lib/programmes/queries/list-public-programmes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("programmes");
  return { title: t("catalogue.title"), description: t("catalogue.lead") };
}

export default async function ProgrammesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const acting = await requireActor("catalogue.view");
  const t = await getTranslations("programmes");
  const params = await searchParams;
  const page = pageParam(params);
  const now = new Date();
  const [{ cohorts, total }, choices, programmes] = await Promise.all([
    listPublicCohorts(acting, catalogueFilter(params), page, now),
    listCatalogueChoices(acting),
    listPublicProgrammes(acting, now),
  ]);
  return (
    <>
      <PageHeader title={t("catalogue.title")} lead={t("catalogue.lead")} />
      <Catalogue
        cohorts={cohorts}
        total={total}
        page={page}
        pageSize={CATALOGUE_PAGE_SIZE}
        choices={choices}
        params={params}
      />
      <Section title={t("catalogue.programmes")} lead={t("catalogue.programmesLead")}>
        <ProgrammeList programmes={programmes} />
      </Section>
    </>
  );
}
