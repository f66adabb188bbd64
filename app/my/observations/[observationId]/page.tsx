import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AmendmentNotes } from "@/components/observations/amendment-notes";
import { MyObservationStatus } from "@/components/observations/my-observation-status";
import { ObservationFacts } from "@/components/observations/observation-facts";
import { ObservationText } from "@/components/observations/observation-text";
import { ParticipantResponse } from "@/components/observations/participant-response";
import { RespondForm } from "@/components/observations/respond-form";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { requireActor } from "@/lib/auth/actor";
import { isId } from "@/lib/core/ids";
import { formatDate } from "@/lib/i18n/format";
import { getObservation } from "@/lib/observations/queries/get-observation";
import { decideResponse } from "@/lib/observations/rules/response";

type Props = { params: Promise<{ observationId: string }> };

async function load({ params }: Props) {
  const acting = await requireActor("my.view");
  const { observationId } = await params;
  if (!isId(observationId)) notFound();
  const locale = await getLocale();
  const observation = (await getObservation(acting, observationId, locale, new Date())) ?? notFound();
  const t = await getTranslations("observations.my");
  const date = formatDate(new Date(`${observation.observedOn}T12:00:00Z`), locale, "UTC");
  return { observation, title: t("detail", { date }) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await load(props)).title };
}

export default async function MyObservationPage(props: Props) {
  const { observation, title } = await load(props);
  const t = await getTranslations("observations");
  const now = new Date();
  return (
    <>
      <PageHeader crumbs={[{ label: t("my.back"), href: "/my/observations" }]} title={title} />
      <div className="mb-10 grid gap-6">
        <MyObservationStatus observation={observation} now={now} />
        <AmendmentNotes observation={observation} basePath="/my/observations" />
        <ObservationFacts observation={observation} />
      </div>
      <ObservationText observation={observation} />
      <ParticipantResponse observation={observation} />
      {decideResponse(observation, now).ok ? (
        <Section title={t("response.title")} id="response">
          <RespondForm observationId={observation.id} version={observation.version} />
        </Section>
      ) : null}
    </>
  );
}
