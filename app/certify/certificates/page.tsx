import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CheckSummary } from "@/components/certificates/check-report";
import { RegisterLinks } from "@/components/certificates/register-links";
import { RegisterTable } from "@/components/certificates/register-table";
import { ExportLinks } from "@/components/lists/export-links";
import { FilterBar } from "@/components/ui/filter-bar";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { firstParam, pageParam, type SearchParams } from "@/components/ui/search-params";
import { requireActor } from "@/lib/auth/actor";
import { getLatestCheck } from "@/lib/certificates/queries/get-latest-check";
import { listCertificates, REGISTER_PAGE } from "@/lib/certificates/queries/list-certificates";
import { certificateStandings } from "@/lib/certificates/rules/standing";
import { certificateFilter } from "@/lib/lists/rules/export-filters";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("certificates.register");
  return { title: t("title") };
}

export default async function CertificatesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const acting = await requireActor("certification.view");
  const t = await getTranslations("certificates");
  const params = await searchParams;
  const page = pageParam(params);
  const asked = { q: firstParam(params, "q"), standing: firstParam(params, "standing") };
  const now = new Date();
  const [{ rows, total }, check] = await Promise.all([
    listCertificates(acting, { ...certificateFilter(asked), page }, now),
    getLatestCheck(acting),
  ]);
  return (
    <>
      <PageHeader title={t("register.title")} lead={t("register.lead")} actions={<RegisterLinks />} />
      {check && check.wrong > 0 ? (
        <div className="mb-6">
          <CheckSummary check={check} now={now} />
        </div>
      ) : null}
      <FilterBar
        path="/certify/certificates"
        params={params}
        label={t("register.search")}
        filters={[
          { name: "q", label: t("register.search"), kind: "search" },
          {
            name: "standing",
            label: t("register.standing"),
            kind: "choice",
            all: t("register.all"),
            options: certificateStandings.map((value) => ({ value, label: t(`standing.${value}`) })),
          },
        ]}
      />
      <ExportLinks list="certificates" filter={asked} />
      <RegisterTable rows={rows} />
      <Pagination
        path="/certify/certificates"
        params={params}
        page={page}
        pageSize={REGISTER_PAGE}
        total={total}
      />
    </>
  );
}
