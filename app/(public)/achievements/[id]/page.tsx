import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { AchievementPage } from "@/components/badges/achievement-page";
import { requireActor } from "@/lib/auth/actor";
import { getAchievement } from "@/lib/badges/queries/get-achievement";

type Props = { params: Promise<{ id: string }> };

const load = cache(async (id: string) => {
  const acting = await requireActor("certificate.verify");
  return getAchievement(acting, id, await getLocale(), new Date());
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const achievement = await load(id);
  if (!achievement) return {};
  return {
    title: achievement.title,
    description: achievement.scope,
    alternates: { types: { "application/ld+json": `/api/badges/achievements/${id}` } },
  };
}

export default async function Page({ params }: Props) {
  const achievement = await load((await params).id);
  if (!achievement) notFound();
  return <AchievementPage achievement={achievement} />;
}
