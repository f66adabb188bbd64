import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ContactForm } from "@/components/enquiries/contact-form";
import { Callout } from "@/components/ui/callout";
import { PageHeader } from "@/components/ui/page-header";
import { firstParam, type SearchParams } from "@/components/ui/search-params";
import { currentActor, requireActor } from "@/lib/auth/actor";
import { listAddressees } from "@/lib/enquiries/queries/list-addressees";
import { ANSWER_WORKING_DAYS } from "@/lib/enquiries/rules/answer-clock";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("public");
  return { title: t("contact.title"), description: t("contact.lead", { days: ANSWER_WORKING_DAYS }) };
}

export default async function ContactPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const acting = await requireActor("enquiry.send");
  const t = await getTranslations("public");
  const { name, email } = await currentActor();
  const addressees = await listAddressees(acting, new Date());
  return (
    <>
      <PageHeader title={t("contact.title")} lead={t("contact.lead", { days: ANSWER_WORKING_DAYS })} />
      {firstParam(await searchParams, "sent") ? (
        <Callout tone="success" title={t("contact.done")} className="max-w-form">
          {t("contact.doneLead", { days: ANSWER_WORKING_DAYS })}
        </Callout>
      ) : (
        <ContactForm addressees={addressees} sender={{ name, email }} />
      )}
    </>
  );
}
