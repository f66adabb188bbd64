import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CopyCohortPage } from "@/components/cohorts/copy-cohort-page";
import type { SearchParams } from "@/components/ui/search-params";
import { previewCopy } from "@/lib/cohorts/queries/preview-copy";
import { weeksLater } from "@/lib/cohorts/rules/copying";
import { copyDay } from "@/lib/cohorts/schema";
import { listSchoolHolidays } from "@/lib/holidays/queries/list-school-holidays";
import { loadBoard } from "../load-board";

type Props = { params: Promise<{ cohortId: string }>; searchParams: Promise<SearchParams> };

const A_YEAR = 52;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { cohort } = await loadBoard((await params).cohortId);
  return { title: (await getTranslations("planning"))("copy.title", { name: cohort.name }) };
}

export default async function CopyPage({ params, searchParams }: Props) {
  const { acting, cohort, now } = await loadBoard((await params).cohortId);
  const firstDay = copyDay((await searchParams).from, weeksLater(cohort.startsOn, A_YEAR));
  const plan = await previewCopy(acting, cohort.id, firstDay, now);
  if (!plan) notFound();
  const schoolHolidays = await listSchoolHolidays(acting, plan.startsOn, plan.endsOn);
  return <CopyCohortPage plan={plan} firstDay={firstDay} schoolHolidays={schoolHolidays} />;
}
