import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { CohortSessions } from "@/components/facilitate/cohort-sessions";
import { PeopleTable } from "@/components/facilitate/people-table";
import { MaterialList } from "@/components/materials/material-list";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { getFacilitatedCohort } from "@/lib/attendance/queries/get-facilitated-cohort";
import { requireActor } from "@/lib/auth/actor";
import { isId } from "@/lib/core/ids";
import { formatDateRange } from "@/lib/i18n/format";

type Props = { params: Promise<{ cohortId: string }> };

async function load({ params }: Props) {
  const acting = await requireActor("facilitation.view");
  const { cohortId } = await params;
  return (isId(cohortId) ? await getFacilitatedCohort(acting, cohortId, new Date()) : null) ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await load(props)).name };
}

export default async function CohortPage(props: Props) {
  const cohort = await load(props);
  const t = await getTranslations("facilitate.cohort");
  const planning = await getTranslations("planning");
  return (
    <>
      <PageHeader
        crumbs={[{ label: t("listTitle"), href: "/facilitate/cohorts" }]}
        title={cohort.name}
        lead={cohort.programme}
        meta={
          <>
            <span>{formatDateRange(cohort.startsOn, cohort.endsOn, await getLocale(), "UTC")}</span>
            <span>{cohort.city}</span>
          </>
        }
      />
      <Section title={t("people")}>
        <PeopleTable cohort={cohort} />
      </Section>
      <Section title={t("sessions")}>
        <CohortSessions cohort={cohort} />
      </Section>
      {cohort.materials.length > 0 ? (
        <Section title={planning("material.heading")} lead={planning("material.general")}>
          <MaterialList materials={cohort.materials} />
        </Section>
      ) : null}
    </>
  );
}
