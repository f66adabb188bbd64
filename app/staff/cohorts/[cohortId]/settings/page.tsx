import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CapacityForm, EditCohortForm } from "@/components/cohorts/edit-cohort-form";
import { Callout } from "@/components/ui/callout";
import { Section } from "@/components/ui/section";
import { decideEditing } from "@/lib/cohorts/rules/planning";
import { loadBoard } from "../load-board";

type Props = { params: Promise<{ cohortId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("cohorts");
  const { cohort } = await loadBoard((await params).cohortId);
  return { title: `${t("tabs.settings")}, ${cohort.name}` };
}

export default async function CohortSettingsPage({ params }: Props) {
  const t = await getTranslations("cohorts");
  const { cohort } = await loadBoard((await params).cohortId);
  const editable = decideEditing(cohort.state).ok;
  return (
    <>
      {editable ? (
        <>
          <Section title={t("capacity.heading")}>
            <CapacityForm cohort={cohort} />
          </Section>
          <Section title={t("edit.heading")}>
            <EditCohortForm cohort={cohort} />
          </Section>
        </>
      ) : (
        <Callout title={t("board.over")} />
      )}
    </>
  );
}
