import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { database } from "@/lib/db/client";

const SHA256 = /^[0-9a-f]{64}$/;

/**
 * The public id of the certificate whose document has exactly these bytes (by their SHA-256); null where we have handed out no such
 * document. Anybody may ask: whoever has the bytes has the certificate before them.
 */
export async function findByDocument(_acting: Acting, sha256: string): Promise<string | null> {
  if (!SHA256.test(sha256)) return null;
  const row = await database().certificateDocument.findFirst({
    where: { sha256 },
    select: { certificate: { select: { publicId: true } } },
  });
  return row?.certificate.publicId ?? null;
}
