import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PairCompare } from "@/components/assess/pair-compare";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { isId } from "@/lib/core/ids";
import { getPair } from "@/lib/observations/queries/get-pair";

type Props = { params: Promise<{ pairId: string }> };

async function load({ params }: Props) {
  const acting = await requireActor("assessment.view");
  const { pairId } = await params;
  return (isId(pairId) ? await getPair(acting, pairId, await getLocale()) : null) ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations("assess.pair");
  return { title: t("title", { name: (await load(props)).participant }) };
}

export default async function PairPage(props: Props) {
  const pair = await load(props);
  const t = await getTranslations("assess");
  return (
    <>
      <PageHeader
        title={t("pair.title", { name: pair.participant })}
        crumbs={[
          { label: t("visit.title", { name: pair.participant }), href: `/assess/visits/${pair.visitId}` },
        ]}
        lead={t("pair.with", { lead: pair.lead.name, second: pair.second.name })}
      />
      <PairCompare pair={pair} />
    </>
  );
}
