import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { CaseText } from "@/components/calibration/case-text";
import { RateCaseForm } from "@/components/calibration/rate-case-form";
import { RoundResult } from "@/components/calibration/round-result";
import { Callout } from "@/components/ui/callout";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { requireActor } from "@/lib/auth/actor";
import { getRound } from "@/lib/calibration/queries/get-round";
import { isId } from "@/lib/core/ids";

type Props = { params: Promise<{ roundId: string }> };

async function load({ params }: Props) {
  const acting = await requireActor("calibration.rate");
  const { roundId } = await params;
  return (isId(roundId) ? await getRound(acting, roundId, await getLocale()) : null) ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await load(props)).title };
}

export default async function RoundPage(props: Props) {
  const round = await load(props);
  const t = await getTranslations("calibration");
  const mayRate = round.state === "open" && !round.answered && !round.own;
  return (
    <>
      <PageHeader title={round.title} crumbs={[{ label: t("title"), href: "/assess/calibration" }]} />
      {round.state === "open" && !mayRate ? (
        <Callout tone="success" title={t(round.own ? "ownCase" : "ratedWaits")} />
      ) : null}
      <RoundResult round={round} />
      <CaseText round={round} />
      {mayRate ? (
        <Section title={t("rateTitle")} lead={t("rateLead")}>
          <RateCaseForm round={round} />
        </Section>
      ) : null}
    </>
  );
}
