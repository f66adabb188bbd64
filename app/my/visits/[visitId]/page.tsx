import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PickTime } from "@/components/observations/pick-time";
import { Preparation } from "@/components/observations/preparation";
import { PrepareForm } from "@/components/observations/prepare-form";
import { SelfAssessment } from "@/components/observations/self-assessment";
import { VisitStateTag } from "@/components/observations/state-tags";
import { VisitCalendarLink } from "@/components/observations/visit-calendar-link";
import { VisitFacts } from "@/components/observations/visit-facts";
import { Callout } from "@/components/ui/callout";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { requireActor } from "@/lib/auth/actor";
import { isId } from "@/lib/core/ids";
import { formatDate } from "@/lib/i18n/format";
import { getSelfAssessment } from "@/lib/observations/queries/get-self-assessment";
import { getVisit } from "@/lib/observations/queries/get-visit";

type Props = { params: Promise<{ visitId: string }> };

async function load({ params }: Props) {
  const acting = await requireActor("my.view");
  const { visitId } = await params;
  const visit = (isId(visitId) ? await getVisit(acting, visitId) : null) ?? notFound();
  const t = await getTranslations("observations.prepare");
  return {
    acting,
    visit,
    title: t("title", { date: formatDate(visit.startsAt, await getLocale(), visit.timeZone) }),
  };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await load(props)).title };
}

export default async function MyVisitPage(props: Props) {
  const { acting, visit, title } = await load(props);
  const t = await getTranslations("observations");
  const open = visit.state === "booked";
  const waiting = visit.state === "requested" || visit.state === "proposed";
  const offered = visit.state === "proposed" && visit.slots.length > 0;
  const own = await getSelfAssessment(acting, visit.id, await getLocale(), new Date());
  return (
    <>
      <PageHeader
        crumbs={[{ label: t("my.back"), href: "/my/observations" }]}
        title={title}
        actions={<VisitCalendarLink visit={visit} />}
        meta={<VisitStateTag state={visit.state} />}
      />
      <VisitFacts visit={visit} withoutTime={offered} />
      {offered ? (
        <Section title={t("slots.title")} lead={t("slots.lead", { name: visit.assessor })}>
          <PickTime visit={visit} />
        </Section>
      ) : (
        <Section title={t("prepare.heading")} lead={open ? t("prepare.lead") : undefined}>
          {open ? (
            <PrepareForm visit={visit} />
          ) : (
            <Callout tone="neutral">
              {visit.cancelReason ?? t(waiting ? "prepare.waiting" : "prepare.over")}
            </Callout>
          )}
          {open || !visit.situation ? null : <Preparation visit={visit} />}
        </Section>
      )}
      {own && (own.open || own.writtenAt) ? (
        <Section title={t("self.title")} lead={t("self.lead")} id="self">
          <SelfAssessment visitId={visit.id} view={own} />
        </Section>
      ) : null}
    </>
  );
}
