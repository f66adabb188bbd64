import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { DrawRecord } from "@/components/sampling/draw-record";
import { ReviewList } from "@/components/sampling/review-list";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { requireActor } from "@/lib/auth/actor";
import { isId } from "@/lib/core/ids";
import { formatDate } from "@/lib/i18n/format";
import { getSample } from "@/lib/sampling/queries/get-sample";

type Props = { params: Promise<{ sampleId: string }> };

async function load({ params }: Props) {
  const acting = await requireActor("case.sample");
  const { sampleId } = await params;
  const sample = (isId(sampleId) ? await getSample(acting, sampleId, new Date()) : null) ?? notFound();
  const [t, locale] = [await getTranslations("sampling"), await getLocale()];
  const day = (text: string) => formatDate(new Date(`${text}T12:00:00Z`), locale);
  const title = t("of", { from: day(sample.fromDay), to: day(sample.toDay) });
  return { acting, sample, title, t };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await load(props)).title };
}

export default async function SamplePage(props: Props) {
  const { acting, sample, title, t } = await load(props);
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[{ label: t("title"), href: "/certify/samples" }]}
        lead={t("oneLead")}
      />
      <ReviewList reviews={sample.reviews} personId={acting.personId ?? ""} />
      <Section title={t("record.title")} lead={t("record.lead")}>
        <DrawRecord sample={sample} />
      </Section>
    </>
  );
}
