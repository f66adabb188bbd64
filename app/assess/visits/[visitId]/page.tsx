import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { VisitDetails } from "@/components/assess/visit-details";
import { VisitChanges, VisitSteps } from "@/components/assess/visit-steps";
import { Preparation } from "@/components/observations/preparation";
import { VisitStateTag } from "@/components/observations/state-tags";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { requireActor } from "@/lib/auth/actor";
import { isId } from "@/lib/core/ids";
import { getVisit } from "@/lib/observations/queries/get-visit";

type Props = { params: Promise<{ visitId: string }> };

async function load({ params }: Props) {
  const acting = await requireActor("assessment.view");
  const { visitId } = await params;
  const visit = isId(visitId) ? await getVisit(acting, visitId) : null;
  return visit ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations("assess.visit");
  return { title: t("title", { name: (await load(props)).participant }) };
}

export default async function VisitPage(props: Props) {
  const visit = await load(props);
  const now = new Date();
  const t = await getTranslations("assess.visit");
  return (
    <>
      <PageHeader
        title={t("title", { name: visit.participant })}
        crumbs={[{ label: t("listTitle"), href: "/assess/visits" }]}
        meta={<VisitStateTag state={visit.state} over={visit.endsAt <= now && !visit.observation} />}
      />
      <VisitSteps visit={visit} now={now} />
      <div className="mt-10">
        <VisitDetails visit={visit} />
      </div>
      <Section title={t("prepared")}>
        <Preparation visit={visit} />
      </Section>
      <VisitChanges visit={visit} />
    </>
  );
}
