import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleProgrammes } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";

/** A track that seats can be allocated on, with the programme version it belongs to. */
export type OwnTrack = {
  readonly id: string;
  readonly name: string;
  readonly programme: string;
  readonly number: number;
};

/** The tracks of the own provider's published versions, by programme and order. */
export async function listOwnTracks(acting: Acting): Promise<OwnTrack[]> {
  const rows = await database().track.findMany({
    where: { programmeVersion: { state: "published", programme: visibleProgrammes(acting) } },
    select: { id: true, name: true, programmeVersion: { select: { title: true, number: true } } },
    orderBy: [{ programmeVersion: { title: "asc" } }, { position: "asc" }],
  });
  return rows.map(({ programmeVersion, ...track }) => ({
    ...track,
    programme: programmeVersion.title,
    number: programmeVersion.number,
  }));
}
