import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EnquiryPage } from "@/components/enquiries/enquiry-page";
import { requireActor } from "@/lib/auth/actor";
import { isId } from "@/lib/core/ids";
import { getEnquiry } from "@/lib/enquiries/queries/get-enquiry";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staff"))("enquiries.title") };
}

export default async function Page({ params }: { params: Promise<{ enquiryId: string }> }) {
  const acting = await requireActor("enquiry.answer");
  const { enquiryId } = await params;
  const enquiry = isId(enquiryId) ? await getEnquiry(acting, enquiryId, new Date()) : null;
  if (!enquiry) notFound();
  return <EnquiryPage enquiry={enquiry} personId={acting.personId} listPath="/certify/enquiries" />;
}
