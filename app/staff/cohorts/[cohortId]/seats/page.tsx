import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { KeptSeats } from "@/components/enrolments/kept-seats";
import { firstParam, type SearchParams } from "@/components/ui/search-params";
import { requireActor } from "@/lib/auth/actor";
import { isId } from "@/lib/core/ids";
import { getCohortSeats } from "@/lib/enrolments/queries/get-cohort-seats";
import { listSeatClasses } from "@/lib/enrolments/queries/list-seat-classes";

type Props = { params: Promise<{ cohortId: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("enrolments");
  return { title: t("classes.pageTitle") };
}

export default async function Page({ params, searchParams }: Props) {
  const acting = await requireActor("waitlist.manage");
  const { cohortId } = await params;
  if (!isId(cohortId)) notFound();
  const [seats, classes] = await Promise.all([
    getCohortSeats(acting, cohortId, new Date()),
    listSeatClasses(acting, cohortId, new Date()),
  ]);
  if (!seats || !classes) notFound();
  const openId = firstParam(await searchParams, "open") ?? null;
  return <KeptSeats seats={seats} classes={classes} openId={openId} />;
}
