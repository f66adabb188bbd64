import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Waitlist } from "@/components/enrolments/waitlist";
import { ExportLinks } from "@/components/lists/export-links";
import { firstParam, type SearchParams } from "@/components/ui/search-params";
import { requireActor } from "@/lib/auth/actor";
import { isId } from "@/lib/core/ids";
import { getCohortSeats } from "@/lib/enrolments/queries/get-cohort-seats";
import { listWaitlist } from "@/lib/enrolments/queries/list-waitlist";

type Props = { params: Promise<{ cohortId: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("enrolments");
  return { title: t("queue.pageTitle") };
}

export default async function Page({ params, searchParams }: Props) {
  const acting = await requireActor("waitlist.manage");
  const { cohortId } = await params;
  const seats = isId(cohortId) ? await getCohortSeats(acting, cohortId, new Date()) : null;
  if (!seats) notFound();
  const openId = firstParam(await searchParams, "open") ?? null;
  return (
    <>
      <div className="mb-6">
        <ExportLinks list="queue" cohortId={cohortId} />
      </div>
      <Waitlist seats={seats} queue={await listWaitlist(acting, cohortId, new Date())} openId={openId} />
    </>
  );
}
