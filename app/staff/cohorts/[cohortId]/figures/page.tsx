import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Figures } from "@/components/applications/figures";
import { getCohortFigures } from "@/lib/applications/queries/get-cohort-figures";
import { requireActor } from "@/lib/auth/actor";
import { isId } from "@/lib/core/ids";
import { getCohortSeats } from "@/lib/enrolments/queries/get-cohort-seats";

type Props = { params: Promise<{ cohortId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("applications");
  return { title: t("figures.pageTitle") };
}

export default async function Page({ params }: Props) {
  const acting = await requireActor("application.decide");
  const { cohortId } = await params;
  if (!isId(cohortId)) notFound();
  const [figures, seats] = await Promise.all([
    getCohortFigures(acting, cohortId),
    getCohortSeats(acting, cohortId, new Date()),
  ]);
  if (!figures || !seats) notFound();
  return <Figures figures={figures} roles={seats.roles} />;
}
