import { requireActor } from "@/lib/auth/actor";
import { formatFor, mediaTypes } from "@/lib/badges/rules/media-type";
import { noData, publicData } from "@/lib/signing/json-response";
import { signedStatusList } from "@/lib/signing/signed-status-list";

/** A Bitstring status list as a credential, in the same two forms as a badge, as the certificates' states make it now. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const acting = await requireActor("certificate.verify");
  const format = formatFor(request.headers.get("accept"));
  const list = await signedStatusList(acting, (await params).id, format, new Date());
  if (!list) return noData();
  return publicData(request, list.content, mediaTypes[format], { keeping: "fresh", etag: list.etag });
}
