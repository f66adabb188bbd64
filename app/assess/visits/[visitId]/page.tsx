import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PairSection } from "@/components/assess/pair-section";
import { SlotSection } from "@/components/assess/slot-section";
import { VisitDetails } from "@/components/assess/visit-details";
import { VisitChanges, VisitSteps } from "@/components/assess/visit-steps";
import { Preparation } from "@/components/observations/preparation";
import { VisitStateTag } from "@/components/observations/state-tags";
import { VisitCalendarLink } from "@/components/observations/visit-calendar-link";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { requireActor } from "@/lib/auth/actor";
import { isId } from "@/lib/core/ids";
import { getVisit } from "@/lib/observations/queries/get-visit";
import { listFreeAssessors } from "@/lib/observations/queries/list-free-assessors";

type Props = { params: Promise<{ visitId: string }> };

async function load({ params }: Props) {
  const acting = await requireActor("assessment.view");
  const { visitId } = await params;
  const visit = isId(visitId) ? await getVisit(acting, visitId) : null;
  return { acting, visit: visit ?? notFound() };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations("assess.visit");
  return { title: t("title", { name: (await load(props)).visit.participant }) };
}

export default async function VisitPage(props: Props) {
  const { acting, visit } = await load(props);
  const now = new Date();
  const others = await listFreeAssessors(acting, visit.enrolmentId, now, visit);
  const t = await getTranslations("assess.visit");
  return (
    <>
      <PageHeader
        title={t("title", { name: visit.participant })}
        actions={<VisitCalendarLink visit={visit} />}
        crumbs={[{ label: t("listTitle"), href: "/assess/visits" }]}
        meta={<VisitStateTag state={visit.state} over={visit.endsAt <= now && !visit.observation} />}
      />
      {visit.state === "proposed" && visit.slots.length > 0 ? (
        <SlotSection visit={visit} />
      ) : (
        <VisitSteps visit={visit} now={now} />
      )}
      <div className="mt-10">
        <VisitDetails visit={visit} />
      </div>
      <Section title={t("prepared")}>
        <Preparation visit={visit} />
      </Section>
      <PairSection visit={visit} others={others} />
      {visit.own ? <VisitChanges visit={visit} others={others} /> : null}
    </>
  );
}
