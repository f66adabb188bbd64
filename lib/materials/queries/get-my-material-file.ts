import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { database } from "@/lib/db/client";
import { listMyMaterials } from "./list-my-materials";

/** A file that the acting person is shown among their own materials at `now`, and nothing besides; null for everybody else. */
export async function getMyMaterialFile(acting: Acting, id: string, now: Date) {
  const cohorts = await listMyMaterials(acting, now);
  const shown = cohorts.flatMap(({ general, sessions }) => [
    ...general,
    ...sessions.flatMap(({ materials }) => materials),
  ]);
  if (!shown.some(({ file }) => file?.id === id)) return null;
  return database().storedFile.findUnique({
    where: { id },
    select: { id: true, name: true, mediaType: true, size: true, sha256: true },
  });
}
