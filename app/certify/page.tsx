import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CaseTable } from "@/components/certify/case-table";
import { Funnel } from "@/components/certify/funnel";
import { ExportLinks } from "@/components/lists/export-links";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { firstParam, pageParam, type SearchParams } from "@/components/ui/search-params";
import { Card } from "@/components/ui/section";
import { TabLinks } from "@/components/ui/tab-links";
import { requireActor } from "@/lib/auth/actor";
import { countCases } from "@/lib/certification/queries/count-cases";
import { CASES_PAGE, listCases } from "@/lib/certification/queries/list-cases";
import { partOf } from "@/lib/certification/rules/next-step";
import { casePhase, casePhases } from "@/lib/lists/rules/export-filters";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("certify.home");
  return { title: t("title") };
}

export default async function CertifyPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const acting = await requireActor("certification.view");
  const t = await getTranslations("certify.home");
  const params = await searchParams;
  const phase = casePhase({ phase: firstParam(params, "phase") });
  const page = pageParam(params);
  const [{ rows, total }, funnel] = await Promise.all([
    listCases(acting, { phase, page }, new Date()),
    countCases(acting),
  ]);
  const mine = rows.filter((row) => partOf(row.step) !== null && row.barredBy === null).length;
  return (
    <>
      <PageHeader title={t("title")} lead={phase === "open" ? t("lead", { count: mine }) : undefined} />
      <div className="grid gap-6">
        <TabLinks
          label={t("phases")}
          tabs={casePhases.map((each) => ({
            label: t(each),
            href: each === "open" ? "/certify" : `/certify?phase=${each}`,
            current: each === phase,
          }))}
        />
        <div>
          <ExportLinks list="cases" filter={{ phase }} />
          <CaseTable rows={rows} phase={phase} />
          <Pagination path="/certify" params={params} page={page} pageSize={CASES_PAGE} total={total} />
        </div>
        <Card>
          <Funnel funnel={funnel} />
        </Card>
      </div>
    </>
  );
}
