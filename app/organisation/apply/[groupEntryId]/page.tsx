import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { GroupEntryPage } from "@/components/group-entries/group-entry-page";
import { firstParam, type SearchParams } from "@/components/ui/search-params";
import { requireActor } from "@/lib/auth/actor";
import { isId } from "@/lib/core/ids";
import { getGroupEntry } from "@/lib/group-entries/queries/get-group-entry";

type Props = { params: Promise<{ groupEntryId: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("group-entries");
  return { title: t("title") };
}

export default async function Page({ params, searchParams }: Props) {
  const acting = await requireActor("organisation.enrol");
  const { groupEntryId } = await params;
  const list = isId(groupEntryId) ? await getGroupEntry(acting, groupEntryId, new Date()) : null;
  if (!list) notFound();
  return <GroupEntryPage list={list} openId={firstParam(await searchParams, "row") ?? null} />;
}
