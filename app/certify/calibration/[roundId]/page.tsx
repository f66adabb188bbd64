import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { CaseText } from "@/components/calibration/case-text";
import { RoundResult } from "@/components/calibration/round-result";
import { RoundSteps } from "@/components/calibration/round-steps";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { getRound } from "@/lib/calibration/queries/get-round";
import { isId } from "@/lib/core/ids";

type Props = { params: Promise<{ roundId: string }> };

async function load({ params }: Props) {
  const acting = await requireActor("calibration.run");
  const { roundId } = await params;
  return (isId(roundId) ? await getRound(acting, roundId, await getLocale()) : null) ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await load(props)).title };
}

export default async function RoundPage(props: Props) {
  const round = await load(props);
  const t = await getTranslations("calibration");
  return (
    <>
      <PageHeader
        title={round.title}
        crumbs={[{ label: t("title"), href: "/certify/calibration" }]}
        lead={t("by", { name: round.author })}
      />
      <div className="grid gap-6">
        <RoundSteps round={round} />
        <RoundResult round={round} />
      </div>
      <CaseText round={round} />
    </>
  );
}
