import { requireActor } from "@/lib/auth/actor";
import { getIssuer } from "@/lib/badges/queries/get-issuer";
import { issuerDid } from "@/lib/badges/rules/addresses";
import { issuerProfileOf } from "@/lib/badges/rules/issuer";
import { settings } from "@/lib/core/env";
import { noData, publicJson } from "@/lib/signing/json-response";

/** The profile of a certifying body as an issuer of credentials, with the name that it bears today. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const acting = await requireActor("certificate.verify");
  const issuer = await getIssuer(acting, (await params).id, new Date());
  if (!issuer) return noData();
  const { publicUrl } = settings();
  const profile = issuerProfileOf(publicUrl, { ...issuer, did: issuerDid(publicUrl, issuer) });
  return publicJson(request, profile, "fresh", "application/ld+json");
}
