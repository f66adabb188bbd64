import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleApplications } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";

/**
 * A file that was handed in with an application, for whoever may read the application's answers: the applicant and the provider's
 * staff, not the manager or the coordinator. Null for everybody else.
 */
export function getFile(acting: Acting, id: string) {
  return database().storedFile.findFirst({
    where: { id, answer: { application: visibleApplications(acting) } },
    select: { id: true, name: true, mediaType: true, size: true, sha256: true },
  });
}
