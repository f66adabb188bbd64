import "server-only";
import type { Transaction } from "@/lib/db/client";
import { countingObservations } from "@/lib/observations/rules/amendment";
import { keptHash } from "@/lib/storage/file-store";
import type { Evidence } from "../rules/evidence";

/**
 * The names of the files beside the observations that count whose bytes are not what was attached, or are gone: the hash of the evidence
 * is over what the rows say of them. One after the other, in pieces: a case has some ten observations with at most twelve files of ten
 * megabytes, most of them one photo.
 */
export async function spoiltFiles(tx: Transaction, evidence: Evidence): Promise<string[]> {
  const ids = countingObservations(evidence.observations).map(({ id }) => id);
  const files = await tx.storedFile.findMany({
    where: { observations: { some: { observationId: { in: ids } } } },
    select: { id: true, name: true, sha256: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  const spoilt: string[] = [];
  for (const { id, name, sha256 } of files) if ((await keptHash(id)) !== sha256) spoilt.push(name);
  return spoilt;
}
