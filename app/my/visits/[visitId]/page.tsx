import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Preparation } from "@/components/observations/preparation";
import { PrepareForm } from "@/components/observations/prepare-form";
import { VisitStateTag } from "@/components/observations/state-tags";
import { VisitTime } from "@/components/observations/visit-list";
import { Callout } from "@/components/ui/callout";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { requireActor } from "@/lib/auth/actor";
import { isId } from "@/lib/core/ids";
import { formatDate } from "@/lib/i18n/format";
import { getVisit } from "@/lib/observations/queries/get-visit";

type Props = { params: Promise<{ visitId: string }> };

async function load({ params }: Props) {
  const acting = await requireActor("my.view");
  const { visitId } = await params;
  const visit = (isId(visitId) ? await getVisit(acting, visitId) : null) ?? notFound();
  const t = await getTranslations("observations.prepare");
  return {
    visit,
    title: t("title", { date: formatDate(visit.startsAt, await getLocale(), visit.timeZone) }),
  };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await load(props)).title };
}

export default async function MyVisitPage(props: Props) {
  const { visit, title } = await load(props);
  const t = await getTranslations("observations");
  const open = visit.state === "booked";
  const facts = [
    { term: t("field.assessor"), detail: visit.assessor },
    { term: t("field.when"), detail: <VisitTime visit={visit} /> },
    { term: t("field.where"), detail: visit.place },
  ];
  return (
    <>
      <PageHeader
        crumbs={[{ label: t("my.back"), href: "/my/observations" }]}
        title={title}
        meta={<VisitStateTag state={visit.state} />}
      />
      <DescriptionList items={facts} />
      <Section title={t("prepare.heading")} lead={open ? t("prepare.lead") : undefined}>
        {open ? (
          <PrepareForm visit={visit} />
        ) : (
          <Callout tone="neutral">{visit.cancelReason ?? t("prepare.over")}</Callout>
        )}
        {open ? null : <Preparation visit={visit} />}
      </Section>
    </>
  );
}
