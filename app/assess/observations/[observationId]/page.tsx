import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import { missingFields } from "@/components/assess/missing-fields";
import { ObservationSteps } from "@/components/assess/observation-steps";
import { AmendmentNotes } from "@/components/observations/amendment-notes";
import { ObservationFacts } from "@/components/observations/observation-facts";
import { ObservationText } from "@/components/observations/observation-text";
import { ParticipantResponse } from "@/components/observations/participant-response";
import { ObservationStateTag } from "@/components/observations/state-tags";
import { LeftOnDevice } from "@/components/observations/write/waiting-files";
import { PageHeader } from "@/components/ui/page-header";
import { personOf } from "@/lib/auth/acting";
import { requireActor } from "@/lib/auth/actor";
import { isId } from "@/lib/core/ids";
import { clientMessages } from "@/lib/i18n/client-messages";
import { sentence } from "@/lib/i18n/sentence";
import { getObservation } from "@/lib/observations/queries/get-observation";

type Props = { params: Promise<{ observationId: string }> };

async function load({ params }: Props) {
  const acting = await requireActor("assessment.view");
  const { observationId } = await params;
  if (!isId(observationId)) notFound();
  const observation = await getObservation(acting, observationId, await getLocale(), new Date());
  return { person: personOf(acting), observation: observation ?? notFound() };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations("assess.observation");
  return { title: t("title", { name: (await load(props)).observation.participant }) };
}

export default async function ObservationPage(props: Props) {
  const { person, observation } = await load(props);
  const t = await getTranslations("assess.observation");
  const missing = await Promise.all(
    missingFields(observation).map(async ({ href, refusal }) => ({
      href,
      text: await sentence(`refusals.${refusal.code}`, refusal.params),
    })),
  );
  return (
    <>
      <PageHeader
        title={t("title", { name: observation.participant })}
        crumbs={[{ label: t("listTitle"), href: "/assess/observations" }]}
        meta={<ObservationStateTag state={observation.state} />}
      />
      <div className="mb-10 grid gap-6">
        <NextIntlClientProvider messages={await clientMessages("observations")}>
          <LeftOnDevice person={person} observationId={observation.id} />
        </NextIntlClientProvider>
        <ObservationSteps observation={observation} missing={missing} />
        <AmendmentNotes observation={observation} basePath="/assess/observations" />
        <ObservationFacts observation={observation} />
      </div>
      <ObservationText observation={observation} />
      <ParticipantResponse observation={observation} />
    </>
  );
}
