import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RelationForm } from "@/components/assess/relation-form";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { isId } from "@/lib/core/ids";
import { getAssessedParticipant } from "@/lib/observations/queries/get-assessed-participant";

type Props = { params: Promise<{ enrolmentId: string }> };

async function load({ params }: Props) {
  const acting = await requireActor("conflict.declare");
  const { enrolmentId } = await params;
  if (!isId(enrolmentId)) notFound();
  return (await getAssessedParticipant(acting, enrolmentId, new Date())) ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations("assess.relation");
  const participant = await load(props);
  return { title: t("title", { name: participant.name }) };
}

export default async function Page(props: Props) {
  const participant = await load(props);
  const path = `/assess/participants/${participant.enrolmentId}`;

  const t = await getTranslations("assess.relation");
  return (
    <>
      <PageHeader
        crumbs={[{ label: participant.name, href: path }]}
        title={t("title", { name: participant.name })}
        lead={t("lead")}
      />
      <RelationForm enrolmentId={participant.enrolmentId} />
    </>
  );
}
