import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MyPlaces } from "@/components/enrolments/my-places";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { listMyPlaces } from "@/lib/enrolments/queries/list-my-places";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("enrolments");
  return { title: t("place.list") };
}

export default async function Page() {
  const acting = await requireActor("enrolment.leave");
  const t = await getTranslations("enrolments");
  return (
    <>
      <PageHeader title={t("place.list")} lead={t("place.listLead")} />
      <MyPlaces places={await listMyPlaces(acting)} />
    </>
  );
}
