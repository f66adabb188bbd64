import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import { WriteContext } from "@/components/assess/write-context";
import { AmendmentNotes } from "@/components/observations/amendment-notes";
import { ObservationForm } from "@/components/observations/write/observation-form";
import { PageHeader } from "@/components/ui/page-header";
import { personOf } from "@/lib/auth/acting";
import { requireActor } from "@/lib/auth/actor";
import { isId } from "@/lib/core/ids";
import { clientMessages } from "@/lib/i18n/client-messages";
import { getObservation } from "@/lib/observations/queries/get-observation";

type Props = { params: Promise<{ observationId: string }> };

async function load({ params }: Props) {
  const acting = await requireActor("observation.write");
  const { observationId } = await params;
  if (!isId(observationId)) notFound();
  const observation = await getObservation(acting, observationId, await getLocale(), new Date());
  return { person: personOf(acting), observation: observation ?? notFound() };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations("observations.write");
  return { title: t("title", { name: (await load(props)).observation.participant }) };
}

export default async function WritePage(props: Props) {
  const { person, observation } = await load(props);
  const path = `/assess/observations/${observation.id}`;
  if (observation.state !== "draft") redirect(path);
  const t = await getTranslations("observations.write");
  return (
    <>
      <PageHeader kicker={t("kicker")} title={t("title", { name: observation.participant })} />
      <div className="mb-8 grid gap-6">
        <AmendmentNotes observation={observation} basePath="/assess/observations" />
        <WriteContext observation={observation} />
      </div>
      <NextIntlClientProvider messages={await clientMessages("observations")}>
        <ObservationForm observation={observation} person={person} />
      </NextIntlClientProvider>
    </>
  );
}
