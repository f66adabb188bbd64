import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OfferTimesForm } from "@/components/assess/slot-section";
import { BookVisitForm } from "@/components/assess/visit-form";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { requireActor } from "@/lib/auth/actor";
import { isId } from "@/lib/core/ids";
import { getAssessedParticipant } from "@/lib/observations/queries/get-assessed-participant";

type Props = { params: Promise<{ enrolmentId: string }> };

async function load({ params }: Props) {
  const acting = await requireActor("visit.book");
  const { enrolmentId } = await params;
  if (!isId(enrolmentId)) notFound();
  return (await getAssessedParticipant(acting, enrolmentId, new Date())) ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations("assess.visit");
  const participant = await load(props);
  return { title: t("bookTitle", { name: participant.name }) };
}

export default async function Page(props: Props) {
  const participant = await load(props);
  const path = `/assess/participants/${participant.enrolmentId}`;
  // The page of the participant says why nothing can be booked.
  if (participant.barred || participant.closed) redirect(path);
  const t = await getTranslations("assess.visit");
  return (
    <>
      <PageHeader
        crumbs={[{ label: participant.name, href: path }]}
        title={t("bookTitle", { name: participant.name })}
        lead={t("bookLead")}
      />
      <Section title={(await getTranslations("assess.slots"))("title")}>
        <OfferTimesForm enrolmentId={participant.enrolmentId} />
      </Section>
      <Section title={t("bookAtOnce")} lead={t("bookAtOnceLead")}>
        <BookVisitForm enrolmentId={participant.enrolmentId} timeZone={participant.timeZone} />
      </Section>
    </>
  );
}
