import { requireActor } from "@/lib/auth/actor";
import { listMerkleRoots } from "@/lib/badges/queries/list-merkle-roots";
import { publicJson } from "@/lib/signing/json-response";

/** Every published Merkle root, the newest first, each with the proof that it holds the one before it. */
export async function GET(request: Request) {
  const acting = await requireActor("certificate.verify");
  const { rows } = await listMerkleRoots(acting, null);
  const roots = rows.map(({ sealedAt, previousRoot, previousPath, ...root }) => ({
    ...root,
    sealedAt: sealedAt.toISOString(),
    ...(previousRoot ? { previousRoot, previousPath } : {}),
  }));
  return publicJson(request, { format: "praksis.roots/1", roots }, "fresh");
}
