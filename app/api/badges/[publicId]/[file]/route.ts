import { requireActor } from "@/lib/auth/actor";
import { getInclusion } from "@/lib/badges/queries/get-inclusion";
import { allowCheck, MISS } from "@/lib/certificates/queries/allow-check";
import { badgeFile } from "@/lib/signing/badge-file";
import { noData, publicJson, tooMany } from "@/lib/signing/json-response";

type Params = { publicId: string; file: string };

/**
 * A credential as a file to keep: `credential.json`, `credential.jwt`, `baked.png`, `baked.svg`; and `inclusion`, the proofs that it is in
 * the published Merkle trees.
 */
export async function GET(request: Request, { params }: { params: Promise<Params> }) {
  const acting = await requireActor("certificate.verify");
  const wait = await allowCheck(acting);
  if (wait !== null) return tooMany(wait);
  const { publicId, file } = await params;
  if (file !== "inclusion") {
    const response = await badgeFile(acting, publicId, file, new Date());
    if (response.status === 404) await allowCheck(acting, MISS);
    return response;
  }
  const inclusion = await getInclusion(acting, publicId);
  if (inclusion) return publicJson(request, inclusion.document, inclusion.isPrivate ? "never" : "fresh");
  await allowCheck(acting, MISS);
  return noData();
}
