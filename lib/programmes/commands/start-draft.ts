import "server-only";
import { visibleProgrammes } from "@/lib/auth/scope";
import type { Work } from "@/lib/auth/work";
import { insist, refuse } from "@/lib/core/decision";
import { lockRow } from "@/lib/db/lock-row";
import { asDraft, versionContent } from "../facts/version-content";

/** A programme whose next version is to be drafted, as loaded by the action. */
export type LoadedProgramme = { readonly id: string; readonly providerId: string };

/** Reads a programme of the acting person's and locks its newest version, which is copied; null where there is none for them. */
export async function loadProgramme(work: Work, programmeId: string): Promise<LoadedProgramme | null> {
  const programme = await work.tx.programme.findFirst({
    where: { AND: [{ id: programmeId }, visibleProgrammes(work.acting)] },
    select: {
      id: true,
      providerId: true,
      versions: { select: { id: true }, orderBy: { number: "desc" }, take: 1 },
    },
  });
  const newest = programme?.versions[0];
  if (!programme || !newest) return null;
  await lockRow(work.tx, "programme_version", newest.id);
  return { id: programme.id, providerId: programme.providerId };
}

/**
 * Makes the next version's draft out of the newest one, tracks and materials included; returns its id. Refused as
 * `programme.draftExists` where there is one (two at once: the database keeps one, constraint programme_version_one_draft).
 */
export async function startDraft(work: Work, programme: LoadedProgramme): Promise<string> {
  const newest = await work.tx.programmeVersion.findFirst({
    where: { programmeId: programme.id },
    orderBy: { number: "desc" },
    select: {
      number: true,
      state: true,
      ...versionContent,
    },
  });
  if (!newest) return insist(refuse("notFound"));
  if (newest.state === "draft") return insist(refuse("programme.draftExists"));
  const { state: _, number, ...content } = newest;
  const draft = await work.tx.programmeVersion.create({
    data: { ...asDraft(content), programmeId: programme.id, number: number + 1 },
    select: { id: true },
  });
  await work.audit({
    stream: `programme:${programme.id}`,
    action: "programmeVersion.drafted",
    entity: "programme_version",
    entityId: draft.id,
    detail: { number: number + 1, from: number },
  });
  return draft.id;
}
