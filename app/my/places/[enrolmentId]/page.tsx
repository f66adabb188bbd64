import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PlacePage } from "@/components/enrolments/place-page";
import { requireActor } from "@/lib/auth/actor";
import { isId } from "@/lib/core/ids";
import { getPlace } from "@/lib/enrolments/queries/get-place";

type Props = { params: Promise<{ enrolmentId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("enrolments");
  return { title: t("place.pageTitle") };
}

export default async function Page({ params }: Props) {
  const acting = await requireActor("enrolment.leave");
  const t = await getTranslations("enrolments");
  const { enrolmentId } = await params;
  const place = isId(enrolmentId) ? await getPlace(acting, enrolmentId, new Date()) : null;
  if (!place) notFound();
  return <PlacePage place={place} crumb={{ label: t("place.list"), href: "/my/places" }} />;
}
