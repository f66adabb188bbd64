import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { CohortPage } from "@/components/programmes/cohort-page";
import { ProgrammePage } from "@/components/programmes/programme-page";
import { requireActor } from "@/lib/auth/actor";
import { getPublicCohort } from "@/lib/cohorts/queries/get-public-cohort";
import { settings } from "@/lib/core/env";
import { getPublicProgramme } from "@/lib/programmes/queries/get-public-programme";

type Props = { params: Promise<{ slug: string }> };

/** A cohort's address comes first; a programme's shows its cohorts. No two have the same (see createCohort). */
const load = cache(async (slug: string) => {
  const acting = await requireActor("catalogue.view");
  const now = new Date();
  const cohort = await getPublicCohort(acting, slug, await getLocale(), now);
  return cohort ? { cohort } : { programme: await getPublicProgramme(acting, slug, now) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { cohort, programme } = await load((await params).slug);
  if (cohort) return { title: `${cohort.title}, ${cohort.name}`, description: cohort.summary };
  return programme ? { title: programme.title, description: programme.summary } : {};
}

export default async function ProgrammeOrCohortPage({ params }: Props) {
  const { cohort, programme } = await load((await params).slug);
  if (cohort) return <CohortPage cohort={cohort} publicUrl={settings().publicUrl} />;
  if (!programme) notFound();
  return <ProgrammePage programme={programme} />;
}
