import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AddSessionForm, AddSessionRowForm } from "@/components/sessions/session-forms";
import { firstParam, type SearchParams } from "@/components/ui/search-params";
import { Section } from "@/components/ui/section";
import { listRooms } from "@/lib/sessions/queries/list-rooms";
import { loadBoard } from "../../load-board";
import { rowPreview } from "./row-preview";

type Props = { params: Promise<{ cohortId: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("cohorts");
  const { cohort } = await loadBoard((await params).cohortId);
  return { title: `${t("sessions.addOne")}, ${cohort.name}` };
}

export default async function NewSessionPage({ params, searchParams }: Props) {
  const t = await getTranslations("cohorts");
  const { acting, cohort } = await loadBoard((await params).cohortId);
  const venues = await listRooms(acting, [cohort.providerId]);
  const several = firstParam(await searchParams, "several") === "1";
  return (
    <>
      {several ? (
        <Section title={t("sessions.addRow")} lead={t("row.lead")}>
          <AddSessionRowForm
            cohort={cohort}
            venues={venues}
            preview={await rowPreview(acting, cohort, venues)}
          />
        </Section>
      ) : (
        <Section title={t("sessions.addOne")}>
          <AddSessionForm cohort={cohort} venues={venues} />
        </Section>
      )}
    </>
  );
}
