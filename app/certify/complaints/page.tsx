import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ComplaintTable } from "@/components/certify/complaint-table";
import { ExportLinks } from "@/components/lists/export-links";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { firstParam, pageParam, type SearchParams } from "@/components/ui/search-params";
import { TabLinks } from "@/components/ui/tab-links";
import { requireActor } from "@/lib/auth/actor";
import { COMPLAINTS_PAGE, listComplaints } from "@/lib/certification/queries/list-complaints";

const PATH = "/certify/complaints";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("certify.complaint");
  return { title: t("title") };
}

export default async function ComplaintsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const acting = await requireActor("certification.view");
  const t = await getTranslations("certify.complaint");
  const params = await searchParams;
  const page = pageParam(params);
  const show = firstParam(params, "show") === "ended" ? "ended" : "open";
  const { rows, total } = await listComplaints(acting, show, page, new Date());
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="mb-6">
        <TabLinks
          label={t("title")}
          tabs={[
            { label: t("open"), href: PATH, current: show === "open" },
            { label: t("ended"), href: `${PATH}?show=ended`, current: show === "ended" },
          ]}
        />
      </div>
      <ExportLinks list="complaints" />
      <ComplaintTable rows={rows} />
      <Pagination path={PATH} params={params} page={page} pageSize={COMPLAINTS_PAGE} total={total} />
    </>
  );
}
