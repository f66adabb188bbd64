import { requireActor } from "@/lib/auth/actor";
import { formatFor, mediaTypes } from "@/lib/badges/rules/media-type";
import { allowCheck, MISS } from "@/lib/certificates/queries/allow-check";
import { noData, publicData, tooMany } from "@/lib/signing/json-response";
import { signedBadge } from "@/lib/signing/signed-badge";

/** A certificate as a verifiable credential: with an embedded proof, or as a JWT where `Accept` prefers `application/vc+jwt`. */
export async function GET(request: Request, { params }: { params: Promise<{ publicId: string }> }) {
  const acting = await requireActor("certificate.verify");
  const wait = await allowCheck(acting);
  if (wait !== null) return tooMany(wait);
  const format = formatFor(request.headers.get("accept"));
  const badge = await signedBadge(acting, (await params).publicId, format, new Date());
  // Not for long even where everybody may read it: its holder may keep it to themself from the next moment on.
  const keeping = badge?.isPrivate ? "never" : "fresh";
  if (badge) return publicData(request, badge.content, mediaTypes[format], { keeping });
  await allowCheck(acting, MISS);
  return noData();
}
