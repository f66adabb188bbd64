import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { UnavailabilityPage } from "@/components/unavailability/unavailability-page";
import { requireActor } from "@/lib/auth/actor";
import { listOwnUnavailability } from "@/lib/unavailability/queries/list-own-unavailability";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("planning"))("unavailability.title") };
}

export default async function Page() {
  const acting = await requireActor("unavailability.manage");
  const t = await getTranslations("planning");
  return (
    <>
      <PageHeader title={t("unavailability.title")} lead={t("unavailability.lead")} />
      <UnavailabilityPage periods={await listOwnUnavailability(acting, new Date())} />
    </>
  );
}
