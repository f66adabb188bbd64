import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RegisterFigures } from "@/components/certify/register-figures";
import { AssessorTable, DecisionTable } from "@/components/certify/register-tables";
import { ExportLinks } from "@/components/lists/export-links";
import { FilterBar } from "@/components/ui/filter-bar";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { firstParam, pageParam, type SearchParams } from "@/components/ui/search-params";
import { Section } from "@/components/ui/section";
import { requireActor } from "@/lib/auth/actor";
import { getRegister } from "@/lib/certification/queries/get-register";
import { listAssessorLoad } from "@/lib/certification/queries/list-assessor-load";

const PATH = "/certify/register";
const PAGE = 50;
const periods = { "90": 90, "365": 365 } as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("certify.register"))("title") };
}

export default async function RegisterPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const acting = await requireActor("certification.view");
  const t = await getTranslations("certify.register");
  const params = await searchParams;
  const now = new Date();
  const period = (["90", "365"] as const).find((each) => each === firstParam(params, "period"));
  const since = period ? new Date(now.getTime() - periods[period] * 86_400_000) : null;
  const page = pageParam(params);
  const { figures, decisions } = await getRegister(acting, since);
  const assessors = await listAssessorLoad(acting, since, now);
  const options = (["90", "365"] as const).map((value) => ({ value, label: t(`period.${value}`) }));
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <FilterBar
        path={PATH}
        params={params}
        label={t("period.label")}
        filters={[
          { name: "period", label: t("period.label"), kind: "choice", all: t("period.all"), options },
        ]}
      />
      <Section title={t("figures")}>
        <RegisterFigures figures={figures} />
      </Section>
      <Section title={t("decisions")} actions={<ExportLinks list="decisions" />}>
        <DecisionTable rows={decisions.slice((page - 1) * PAGE, page * PAGE)} />
        <Pagination path={PATH} params={params} page={page} pageSize={PAGE} total={decisions.length} />
      </Section>
      <Section title={t("assessors")} lead={t("assessorsLead")} actions={<ExportLinks list="assessors" />}>
        <AssessorTable rows={assessors} />
      </Section>
    </>
  );
}
