import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { OpenRoundForm } from "@/components/calibration/open-round-form";
import { RoundTable } from "@/components/calibration/round-table";
import { ExportLinks } from "@/components/lists/export-links";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { pageParam, type SearchParams } from "@/components/ui/search-params";
import { Section } from "@/components/ui/section";
import { requireActor } from "@/lib/auth/actor";
import { listRounds } from "@/lib/calibration/queries/list-rounds";
import { listAssessors } from "@/lib/frameworks/queries/list-assessors";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("calibration"))("title") };
}

export default async function CalibrationPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const acting = await requireActor("calibration.run");
  const t = await getTranslations("calibration");
  const params = await searchParams;
  const page = pageParam(params);
  const rounds = await listRounds(acting, page);
  const { versions } = await listAssessors(acting, await getLocale(), new Date());
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <ExportLinks list="calibrations" />
      <RoundTable rounds={rounds.rows} basePath="/certify/calibration" />
      <Pagination path="/certify/calibration" params={params} page={page} {...rounds} />
      {versions.length > 0 ? (
        <Section title={t("openTitle")} lead={t("openLead")}>
          <OpenRoundForm versions={versions} />
        </Section>
      ) : null}
    </>
  );
}
