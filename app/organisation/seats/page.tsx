import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OwnSeats } from "@/components/group-entries/own-seats";
import { SeatUsage } from "@/components/organisation/seat-usage";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { requireActor } from "@/lib/auth/actor";
import { listSeatUsage } from "@/lib/enrolments/queries/list-seat-usage";
import { listOwnSeats } from "@/lib/group-entries/queries/list-own-seats";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("group-entries");
  return { title: t("seat.title") };
}

export default async function Page() {
  const acting = await requireActor("organisation.enrol");
  const viewing = await requireActor("organisation.view");
  const t = await getTranslations("group-entries");
  const tOrganisation = await getTranslations("organisation");
  const [seats, usage] = await Promise.all([listOwnSeats(acting, new Date()), listSeatUsage(viewing)]);
  return (
    <>
      <PageHeader title={t("seat.title")} lead={t("seat.lead")} />
      <OwnSeats seats={seats} />
      <Section title={tOrganisation("seats.title")} lead={tOrganisation("seats.lead")}>
        <SeatUsage usage={usage} />
      </Section>
    </>
  );
}
