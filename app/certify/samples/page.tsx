import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ExportLinks } from "@/components/lists/export-links";
import { DrawForm } from "@/components/sampling/draw-form";
import { SampleTable } from "@/components/sampling/sample-table";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { pageParam, type SearchParams } from "@/components/ui/search-params";
import { Section } from "@/components/ui/section";
import { requireActor } from "@/lib/auth/actor";
import { listOwnBodies } from "@/lib/certification/queries/list-own-bodies";
import { listSamples, SAMPLES_PAGE } from "@/lib/sampling/queries/list-samples";

const PATH = "/certify/samples";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sampling"))("title") };
}

export default async function SamplesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const acting = await requireActor("case.sample");
  const t = await getTranslations("sampling");
  const params = await searchParams;
  const page = pageParam(params);
  const { rows, total, waiting } = await listSamples(acting, page);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} meta={t("waiting", { count: waiting })} />
      <ExportLinks list="samples" />
      <SampleTable rows={rows} />
      <Pagination path={PATH} params={params} page={page} pageSize={SAMPLES_PAGE} total={total} />
      <Section title={t("draw.title")} lead={t("draw.lead")}>
        <DrawForm bodies={await listOwnBodies(acting, new Date())} />
      </Section>
    </>
  );
}
