import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ParticipantRelation } from "@/components/assess/participant-relation";
import { ParticipantSummary } from "@/components/assess/participant-summary";
import { RecommendForm } from "@/components/certify/recommend-form";
import { EvidenceMatrix } from "@/components/observations/evidence-matrix";
import { ObservationTable } from "@/components/observations/observation-table";
import { VisitList } from "@/components/observations/visit-list";
import { Section } from "@/components/ui/section";
import { requireActor } from "@/lib/auth/actor";
import { getRecommendable } from "@/lib/certification/queries/get-recommendable";
import { isId } from "@/lib/core/ids";
import { sentence } from "@/lib/i18n/sentence";
import { getAssessedParticipant } from "@/lib/observations/queries/get-assessed-participant";
import { getEvidence } from "@/lib/observations/queries/get-evidence";
import { listFreeAssessors } from "@/lib/observations/queries/list-free-assessors";
import { listObservations } from "@/lib/observations/queries/list-observations";
import { listVisits } from "@/lib/observations/queries/list-visits";

type Props = { params: Promise<{ enrolmentId: string }> };

async function load({ params }: Props) {
  const acting = await requireActor("assessment.view");
  const { enrolmentId } = await params;
  if (!isId(enrolmentId)) notFound();
  const participant = await getAssessedParticipant(acting, enrolmentId, new Date());
  return { acting, participant: participant ?? notFound() };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await load(props)).participant.name };
}

export default async function ParticipantPage(props: Props) {
  const { acting, participant } = await load(props);
  const { enrolmentId } = participant;
  const now = new Date();
  const t = await getTranslations("assess.participant");
  const evidence = (await getEvidence(acting, enrolmentId, await getLocale(), now)) ?? notFound();
  const visits = await listVisits(acting, { enrolmentId });
  const observations = await listObservations(acting, { enrolmentId });
  const recommendable = await getRecommendable(await requireActor("case.recommend"), enrolmentId, now);
  const refusal = participant.barred ?? participant.closed;
  const others = participant.barred ? await listFreeAssessors(acting, enrolmentId, now) : [];
  const reason = refusal && (await sentence(`refusals.${refusal.code}`, refusal.params));
  return (
    <>
      <ParticipantSummary
        participant={participant}
        forecast={evidence.forecast}
        reason={reason}
        others={others.map(({ name }) => name)}
      />
      <Section title={t("visits")}>
        {visits.length > 0 ? (
          <VisitList visits={visits} basePath="/assess/visits" lead="participant" now={now} />
        ) : (
          <p className="text-muted">{t("noVisits")}</p>
        )}
      </Section>
      <Section title={t("observations")} lead={observations.length > 0 ? t("matrixLead") : undefined}>
        {observations.length > 0 ? (
          <EvidenceMatrix matrix={evidence.matrix} basePath="/assess/observations" withoutStanding />
        ) : null}
        <ObservationTable
          observations={observations}
          caption={t("observations")}
          basePath="/assess/observations"
          empty={<p className="text-muted">{t("noObservations")}</p>}
        />
      </Section>
      {recommendable ? (
        <Section title={(await getTranslations("certify.recommend"))("title")}>
          <RecommendForm {...recommendable} />
        </Section>
      ) : null}
      <ParticipantRelation participant={participant} />
    </>
  );
}
