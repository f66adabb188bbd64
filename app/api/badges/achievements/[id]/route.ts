import { getLocale } from "next-intl/server";
import { requireActor } from "@/lib/auth/actor";
import { getAchievement } from "@/lib/badges/queries/get-achievement";
import { achievementDocumentOf } from "@/lib/badges/rules/achievement";
import { noData, publicJson } from "@/lib/signing/json-response";

/** An achievement for machines: what `/achievements/<id>` answers to whoever accepts JSON and no HTML (next.config.ts). */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const acting = await requireActor("certificate.verify");
  const achievement = await getAchievement(acting, (await params).id, await getLocale(), new Date());
  if (!achievement) return noData();
  return publicJson(request, achievementDocumentOf(achievement), "never", "application/ld+json");
}
