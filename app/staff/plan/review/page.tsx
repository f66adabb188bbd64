import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReviewPage } from "@/components/sessions/review-page";
import type { SearchParams } from "@/components/ui/search-params";
import { requireActor } from "@/lib/auth/actor";
import { sentence } from "@/lib/i18n/sentence";
import { parsePlan } from "@/lib/sessions/plan-schema";
import { previewMoves } from "@/lib/sessions/queries/preview-moves";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("planning"))("review.title") };
}

export default async function StaffPlanReviewPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const acting = await requireActor("session.manage");
  const now = new Date();
  const state = parsePlan(await searchParams, now);
  const preview = await previewMoves(acting, state.moves, now);
  const reasons = new Map<string, string>();
  for (const { sessionId, refusal } of preview.moves)
    if (refusal) reasons.set(sessionId, await sentence(`refusals.${refusal.code}`, refusal.params));
  return <ReviewPage preview={preview} reasons={reasons} state={state} />;
}
