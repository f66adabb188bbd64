import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EventList } from "@/components/library/event-list";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { requireActor } from "@/lib/auth/actor";
import { listEvents } from "@/lib/library/queries/list-events";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("library");
  return { title: t("events.title"), description: t("events.lead") };
}

export default async function EventsPage() {
  const acting = await requireActor("catalogue.view");
  const t = await getTranslations("library");
  const { upcoming, past } = await listEvents(acting, new Date());
  const nothing = (
    <EmptyState
      icon="calendar"
      title={t("events.none")}
      actions={<LinkButton href="/library">{t("events.toLibrary")}</LinkButton>}
    >
      {t("events.noneLead")}
    </EmptyState>
  );
  return (
    <>
      <PageHeader title={t("events.title")} lead={t("events.lead")} />
      {upcoming.length > 0 ? <EventList events={upcoming} level={2} /> : nothing}
      {past.length > 0 ? (
        <Section title={t("events.past")}>
          <EventList events={past} level={3} />
        </Section>
      ) : null}
    </>
  );
}
