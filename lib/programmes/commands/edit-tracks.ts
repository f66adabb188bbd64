import "server-only";
import type { DoneTo } from "@/lib/audit/rules/events";
import type { Work } from "@/lib/auth/work";
import { insist, refuse } from "@/lib/core/decision";
import { moveInOrder } from "@/lib/core/move-in-order";
import type { Audience } from "@/lib/db/generated/enums";
import type { LoadedVersion } from "../facts/load-version";

/** What a track says. */
export type TrackContent = {
  readonly audience: Audience;
  readonly name: string;
  readonly description: string;
};

const MOST_TRACKS = 20;

function insistDraft(loaded: LoadedVersion): void {
  if (loaded.state !== "draft") insist(refuse("programme.versionFrozen"));
}

async function record(
  work: Work,
  loaded: LoadedVersion,
  action: DoneTo<"track">,
  trackId: string,
): Promise<void> {
  await work.audit({
    stream: `programme:${loaded.programmeId}`,
    action: `track.${action}`,
    entity: "track",
    entityId: trackId,
    detail: { versionId: loaded.id },
  });
}

async function orderedTracks(work: Work, versionId: string): Promise<{ id: string; position: number }[]> {
  return work.tx.track.findMany({
    where: { programmeVersionId: versionId },
    orderBy: { position: "asc" },
    select: { id: true, position: true },
  });
}

/** Adds a track to a draft, as its last. */
export async function addTrack(work: Work, loaded: LoadedVersion, content: TrackContent): Promise<void> {
  insistDraft(loaded);
  const tracks = await orderedTracks(work, loaded.id);
  if (tracks.length >= MOST_TRACKS) insist(refuse("programme.tooManyTracks", { count: MOST_TRACKS }));
  const position = (tracks.at(-1)?.position ?? 0) + 1;
  const { id } = await work.tx.track.create({
    data: { programmeVersionId: loaded.id, position, ...content },
    select: { id: true },
  });
  await record(work, loaded, "added", id);
}

/** Changes a track of a draft. */
export async function editTrack(
  work: Work,
  loaded: LoadedVersion,
  trackId: string,
  content: TrackContent,
): Promise<void> {
  insistDraft(loaded);
  const { count } = await work.tx.track.updateMany({
    where: { id: trackId, programmeVersionId: loaded.id },
    data: content,
  });
  if (count === 0) insist(refuse("notFound"));
  await record(work, loaded, "edited", trackId);
}

/** Takes a track out of a draft, which nobody has applied to yet. */
export async function removeTrack(work: Work, loaded: LoadedVersion, trackId: string): Promise<void> {
  insistDraft(loaded);
  const { count } = await work.tx.track.deleteMany({
    where: { id: trackId, programmeVersionId: loaded.id },
  });
  if (count === 0) insist(refuse("notFound"));
  await record(work, loaded, "removed", trackId);
}

/** Moves a track one place up or down. */
export async function moveTrack(
  work: Work,
  loaded: LoadedVersion,
  trackId: string,
  direction: "up" | "down",
): Promise<void> {
  insistDraft(loaded);
  const tracks = await orderedTracks(work, loaded.id);
  if (!tracks.some((track) => track.id === trackId)) insist(refuse("notFound"));
  const order = moveInOrder(
    tracks.map((track) => track.id),
    trackId,
    direction,
  );
  // Positions are unique per version: everything steps aside first.
  const highest = tracks.at(-1)?.position ?? 0;
  await work.tx.track.updateMany({
    where: { programmeVersionId: loaded.id },
    data: { position: { increment: highest + order.length } },
  });
  for (const [index, id] of order.entries())
    await work.tx.track.update({ where: { id }, data: { position: index + 1 }, select: { id: true } });
  await record(work, loaded, "moved", trackId);
}
