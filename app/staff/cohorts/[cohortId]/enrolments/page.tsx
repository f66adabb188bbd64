import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Participants } from "@/components/enrolments/participants";
import { firstParam, type SearchParams } from "@/components/ui/search-params";
import { requireActor } from "@/lib/auth/actor";
import { isId } from "@/lib/core/ids";
import { getCohortSeats } from "@/lib/enrolments/queries/get-cohort-seats";
import { listCohortEnrolments } from "@/lib/enrolments/queries/list-cohort-enrolments";
import { listTransferTargets } from "@/lib/enrolments/queries/list-transfer-targets";

type Props = { params: Promise<{ cohortId: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("enrolments");
  return { title: t("list.pageTitle") };
}

export default async function Page({ params, searchParams }: Props) {
  const acting = await requireActor("enrolment.manage");
  const { cohortId } = await params;
  const seats = isId(cohortId) ? await getCohortSeats(acting, cohortId, new Date()) : null;
  if (!seats) notFound();
  const openId = firstParam(await searchParams, "open") ?? null;
  const [enrolments, targets] = await Promise.all([
    listCohortEnrolments(acting, cohortId, new Date()),
    openId ? listTransferTargets(acting, cohortId, new Date()) : [],
  ]);
  return <Participants seats={seats} enrolments={enrolments} targets={targets} openId={openId} />;
}
