import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ExportLinks } from "@/components/lists/export-links";
import { RoomPanel } from "@/components/sessions/room-panel";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { listOwnProviders } from "@/lib/programmes/queries/list-own-providers";
import { listRooms } from "@/lib/sessions/queries/list-rooms";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cohorts"))("rooms.title") };
}

export default async function RoomsPage() {
  const acting = await requireActor("session.manage");
  const t = await getTranslations("cohorts");
  const providers = await listOwnProviders(acting, new Date());
  const venues = await listRooms(
    acting,
    providers.map(({ id }) => id),
  );
  return (
    <>
      <PageHeader title={t("rooms.title")} lead={t("rooms.lead")} />
      <ExportLinks list="rooms" />
      {providers.map((provider) => (
        <RoomPanel
          key={provider.id}
          provider={provider}
          venues={venues.filter(({ providerId }) => providerId === provider.id)}
        />
      ))}
    </>
  );
}
