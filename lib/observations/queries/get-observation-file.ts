import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleObservationFiles } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";

/** A file beside an observation, for whoever may read the observation; null for everybody else. */
export function getObservationFile(acting: Acting, id: string) {
  return database().storedFile.findFirst({
    where: { id, observations: { some: visibleObservationFiles(acting) } },
    select: { id: true, name: true, mediaType: true, size: true, sha256: true },
  });
}
