import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ReturnForm } from "@/components/assess/observation-steps";
import { AmendmentNotes } from "@/components/observations/amendment-notes";
import { ObservationFacts } from "@/components/observations/observation-facts";
import { ObservationText } from "@/components/observations/observation-text";
import { ParticipantResponse } from "@/components/observations/participant-response";
import { ObservationStateTag } from "@/components/observations/state-tags";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { getCase } from "@/lib/certification/queries/get-case";
import { isId } from "@/lib/core/ids";
import { getObservation } from "@/lib/observations/queries/get-observation";

type Props = { params: Promise<{ caseId: string; observationId: string }> };

/** The observation, as part of the case: one of somebody else's case is not found at this address. */
async function load({ params }: Props) {
  const acting = await requireActor("certification.view");
  const { caseId, observationId } = await params;
  if (!isId(caseId) || !isId(observationId)) notFound();
  const [locale, now] = [await getLocale(), new Date()];
  const its = await getCase(acting, caseId, locale, now);
  const observation = await getObservation(acting, observationId, locale, now);
  if (!its || observation?.enrolmentId !== its.enrolmentId) notFound();
  return { its, observation };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations("certify.case");
  return { title: t("observation", { name: (await load(props)).its.participant }) };
}

export default async function CaseObservationPage(props: Props) {
  const { its, observation } = await load(props);
  const t = await getTranslations("certify.case");
  return (
    <>
      <PageHeader
        title={t("observation", { name: its.participant })}
        crumbs={[
          { label: t("crumb"), href: "/certify" },
          { label: its.participant, href: `/certify/cases/${its.id}` },
        ]}
        meta={<ObservationStateTag state={observation.state} />}
      />
      <div className="mb-10 grid gap-6">
        <AmendmentNotes observation={observation} basePath={`/certify/cases/${its.id}/observations`} />
        {observation.state === "submitted" ? <ReturnForm observation={observation} byCertifier /> : null}
        <ObservationFacts observation={observation} />
      </div>
      <ObservationText observation={observation} />
      <ParticipantResponse observation={observation} />
    </>
  );
}
