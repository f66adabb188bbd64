import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RegisterFigures } from "@/components/certify/register-figures";
import { AssessorTable, DecisionTable } from "@/components/certify/register-tables";
import { ExportLinks, LabelledExport } from "@/components/lists/export-links";
import { FilterBar } from "@/components/ui/filter-bar";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { firstParam, pageParam, type SearchParams } from "@/components/ui/search-params";
import { Section } from "@/components/ui/section";
import { requireActor } from "@/lib/auth/actor";
import { getRegister, REGISTER_PAGE } from "@/lib/certification/queries/get-register";
import { listAssessorLoad } from "@/lib/certification/queries/list-assessor-load";
import { registerPeriods, sinceOf } from "@/lib/certification/rules/register";

const PATH = "/certify/register";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("certify.register"))("title") };
}

export default async function RegisterPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const acting = await requireActor("certification.view");
  const t = await getTranslations("certify.register");
  const params = await searchParams;
  const now = new Date();
  const period = registerPeriods.find((each) => each === firstParam(params, "period"));
  const since = sinceOf(period, now);
  const page = pageParam(params);
  const { figures, decisions } = await getRegister(acting, since, page);
  const assessors = await listAssessorLoad(acting, since, now);
  const options = registerPeriods.map((value) => ({ value, label: t(`period.${value}`) }));
  const filter = { period };
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
        <LabelledExport list="complaints" filter={filter} />
        <LabelledExport list="reviews" filter={filter} />
      </Section>
      <Section title={t("decisions")} actions={<ExportLinks list="decisions" filter={filter} />}>
        <DecisionTable rows={[...decisions]} />
        <Pagination
          path={PATH}
          params={params}
          page={page}
          pageSize={REGISTER_PAGE}
          total={figures.decisions}
        />
      </Section>
      <Section
        title={t("assessors")}
        lead={t("assessorsLead")}
        actions={<ExportLinks list="assessors" filter={filter} />}
      >
        <AssessorTable rows={assessors} />
      </Section>
    </>
  );
}
