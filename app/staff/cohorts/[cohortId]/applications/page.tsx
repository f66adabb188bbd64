import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Inbox } from "@/components/applications/inbox";
import { firstParam, type SearchParams } from "@/components/ui/search-params";
import { getCohortApplication } from "@/lib/applications/queries/get-cohort-application";
import { listCohortApplications } from "@/lib/applications/queries/list-cohort-applications";
import { trayOf } from "@/lib/applications/rules/inbox";
import { requireActor } from "@/lib/auth/actor";
import { isId } from "@/lib/core/ids";
import { getCohortSeats } from "@/lib/enrolments/queries/get-cohort-seats";

type Props = { params: Promise<{ cohortId: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("applications");
  return { title: t("inbox.pageTitle") };
}

export default async function Page({ params, searchParams }: Props) {
  const acting = await requireActor("application.decide");
  const { cohortId } = await params;
  const query = await searchParams;
  const now = new Date();
  const seats = isId(cohortId) ? await getCohortSeats(acting, cohortId) : null;
  if (!seats) notFound();
  const tray = trayOf(firstParam(query, "tray"));
  const openId = firstParam(query, "open") ?? "";
  const [inbox, open] = await Promise.all([
    listCohortApplications(acting, cohortId, tray, now),
    isId(openId) ? getCohortApplication(acting, cohortId, openId, now) : null,
  ]);
  return <Inbox seats={seats} tray={tray} inbox={inbox} open={open} />;
}
