import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EnquiryInbox } from "@/components/enquiries/enquiry-inbox";
import { firstParam, pageParam, type SearchParams } from "@/components/ui/search-params";
import { requireActor } from "@/lib/auth/actor";
import { ENQUIRY_PAGE_SIZE, listEnquiries } from "@/lib/enquiries/queries/list-enquiries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staff"))("enquiries.title") };
}

export default async function EnquiriesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const acting = await requireActor("enquiry.answer");
  const params = await searchParams;
  const page = pageParam(params);
  const show = firstParam(params, "show") === "ended" ? "ended" : "open";
  const list = await listEnquiries(acting, show, page, new Date());
  return (
    <EnquiryInbox
      path="/certify/enquiries"
      params={params}
      show={show}
      page={page}
      pageSize={ENQUIRY_PAGE_SIZE}
      {...list}
    />
  );
}
