import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleCohorts, visibleProgrammes, visibleSessions } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";

/**
 * A file that is handed out as a material, for those who hand it out: the provider's staff, and whoever teaches a cohort that gets it.
 * Null for everybody else; participants have a query of their own (`get-my-material-file.ts`).
 */
export function getMaterialFile(acting: Acting, id: string) {
  return database().storedFile.findFirst({
    where: {
      id,
      OR: [
        { sessionMaterials: { some: { session: visibleSessions(acting) } } },
        {
          programmeMaterials: {
            some: {
              programmeVersion: {
                OR: [{ programme: visibleProgrammes(acting) }, { cohorts: { some: visibleCohorts(acting) } }],
              },
            },
          },
        },
      ],
    },
    select: { id: true, name: true, mediaType: true, size: true, sha256: true },
  });
}
