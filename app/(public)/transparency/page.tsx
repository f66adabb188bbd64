import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TransparencyPage } from "@/components/badges/transparency-page";
import { pageParam, type SearchParams } from "@/components/ui/search-params";
import { requireActor } from "@/lib/auth/actor";
import { listMerkleRoots, ROOTS_PAGE } from "@/lib/badges/queries/list-merkle-roots";
import { settings } from "@/lib/core/env";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("badges.transparency");
  return { title: t("title"), description: t("lead") };
}

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const acting = await requireActor("certificate.verify");
  const params = await searchParams;
  const page = pageParam(params);
  const roots = await listMerkleRoots(acting, page);
  const { publicUrl } = settings();
  return (
    <TransparencyPage {...roots} page={page} pageSize={ROOTS_PAGE} params={params} publicUrl={publicUrl} />
  );
}
