import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OfferQuestion } from "@/components/enrolments/offer-question";
import { requireActor } from "@/lib/auth/actor";
import { isId } from "@/lib/core/ids";
import { getOffer } from "@/lib/enrolments/queries/get-offer";

type Props = { params: Promise<{ entryId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("enrolments");
  return { title: t("offer.pageTitle") };
}

export default async function Page({ params }: Props) {
  const acting = await requireActor("offer.answer");
  const { entryId } = await params;
  const offer = isId(entryId) ? await getOffer(acting, entryId, new Date()) : null;
  if (!offer) notFound();
  return <OfferQuestion offer={offer} />;
}
