import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleProgrammes } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";

/** Versions that a cohort can be made of: the published ones of the own provider, by title. */
export async function listPublishedVersions(
  acting: Acting,
): Promise<{ id: string; title: string; number: number }[]> {
  return database().programmeVersion.findMany({
    where: { state: "published", programme: visibleProgrammes(acting) },
    select: { id: true, title: true, number: true },
    orderBy: { title: "asc" },
  });
}
