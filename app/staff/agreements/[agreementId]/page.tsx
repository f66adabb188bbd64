import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { AgreementPage } from "@/components/agreements/agreement-page";
import { getAgreement } from "@/lib/agreements/queries/get-agreement";
import { listAgreementParties } from "@/lib/agreements/queries/list-agreement-parties";
import { listOwnTracks } from "@/lib/agreements/queries/list-own-tracks";
import { requireActor } from "@/lib/auth/actor";
import { isId } from "@/lib/core/ids";

type Props = { params: Promise<{ agreementId: string }> };

const load = cache(async (agreementId: string) => {
  const acting = await requireActor("agreement.manage");
  const now = new Date();
  return { acting, now, agreement: isId(agreementId) ? await getAgreement(acting, agreementId, now) : null };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { agreement } = await load((await params).agreementId);
  return agreement ? { title: agreement.title } : {};
}

export default async function Page({ params }: Props) {
  const { acting, now, agreement } = await load((await params).agreementId);
  if (!agreement) notFound();
  const [parties, tracks] = await Promise.all([listAgreementParties(acting, now), listOwnTracks(acting)]);
  return <AgreementPage agreement={agreement} parties={parties} tracks={tracks} />;
}
