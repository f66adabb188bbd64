import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RoundTable } from "@/components/calibration/round-table";
import { ExportLinks } from "@/components/lists/export-links";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { pageParam, type SearchParams } from "@/components/ui/search-params";
import { requireActor } from "@/lib/auth/actor";
import { listRounds } from "@/lib/calibration/queries/list-rounds";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("calibration"))("title") };
}

export default async function CalibrationPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const acting = await requireActor("calibration.rate");
  const t = await getTranslations("calibration");
  const params = await searchParams;
  const page = pageParam(params);
  const rounds = await listRounds(acting, page);
  return (
    <>
      <PageHeader title={t("title")} lead={t("leadAssessor")} />
      <ExportLinks list="ratedCalibrations" />
      <RoundTable rounds={rounds.rows} basePath="/assess/calibration" forAssessor />
      <Pagination path="/assess/calibration" params={params} page={page} {...rounds} />
    </>
  );
}
