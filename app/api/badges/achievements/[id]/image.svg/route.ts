import { getLocale } from "next-intl/server";
import { requireActor } from "@/lib/auth/actor";
import { getAchievement } from "@/lib/badges/queries/get-achievement";
import { pictureOfAchievement } from "@/lib/signing/badge-picture";
import { noData, publicData } from "@/lib/signing/json-response";

/** The picture of an achievement. It holds no credential: nobody has earned it. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const acting = await requireActor("certificate.verify");
  const achievement = await getAchievement(acting, (await params).id, await getLocale(), new Date());
  if (!achievement) return noData();
  return publicData(request, await pictureOfAchievement(achievement), "image/svg+xml", {
    keeping: "never",
  });
}
