import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EnquiryTable } from "@/components/enquiries/enquiry-table";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { firstParam, pageParam, type SearchParams } from "@/components/ui/search-params";
import { TabLinks } from "@/components/ui/tab-links";
import { requireActor } from "@/lib/auth/actor";
import { ENQUIRY_PAGE_SIZE, listEnquiries } from "@/lib/enquiries/queries/list-enquiries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staff"))("enquiries.title") };
}

const PATH = "/staff/enquiries";

export default async function EnquiriesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const acting = await requireActor("enquiry.answer");
  const t = await getTranslations("staff");
  const params = await searchParams;
  const page = pageParam(params);
  const show = firstParam(params, "show") === "ended" ? "ended" : "open";
  const { rows, total } = await listEnquiries(acting, show, page, new Date());
  return (
    <>
      <PageHeader title={t("enquiries.title")} lead={t("enquiries.lead")} />
      <div className="mb-6">
        <TabLinks
          label={t("enquiries.title")}
          tabs={[
            { label: t("enquiries.open"), href: PATH, current: show === "open" },
            { label: t("enquiries.ended"), href: `${PATH}?show=ended`, current: show === "ended" },
          ]}
        />
      </div>
      <EnquiryTable enquiries={rows} show={show} />
      <Pagination path={PATH} params={params} page={page} pageSize={ENQUIRY_PAGE_SIZE} total={total} />
    </>
  );
}
