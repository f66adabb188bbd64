import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist, refuse } from "@/lib/core/decision";
import type { LoadedVersion } from "@/lib/programmes/facts/load-version";
import { type MaterialContent, MOST_MATERIALS, materialColumns } from "./hand-out";

function insistDraft(loaded: LoadedVersion): void {
  if (loaded.state !== "draft") insist(refuse("programme.versionFrozen"));
}

/** Adds a material to a draft, as its last. */
export async function addMaterial(
  work: Work,
  loaded: LoadedVersion,
  content: MaterialContent,
): Promise<void> {
  insistDraft(loaded);
  const last = await work.tx.programmeMaterial.aggregate({
    where: { programmeVersionId: loaded.id },
    _max: { position: true },
    _count: { _all: true },
  });
  if (last._count._all >= MOST_MATERIALS) insist(refuse("material.tooMany", { count: MOST_MATERIALS }));
  const { id } = await work.tx.programmeMaterial.create({
    data: {
      programmeVersionId: loaded.id,
      position: (last._max.position ?? 0) + 1,
      ...(await materialColumns(work, content)),
    },
    select: { id: true },
  });
  await work.audit({
    stream: `programme:${loaded.programmeId}`,
    action: "material.added",
    entity: "programme_material",
    entityId: id,
    detail: { versionId: loaded.id },
  });
}

/** Takes a material out of a draft; an earlier version that has it keeps it, with its file. */
export async function removeMaterial(work: Work, loaded: LoadedVersion, materialId: string): Promise<void> {
  insistDraft(loaded);
  const { count } = await work.tx.programmeMaterial.deleteMany({
    where: { id: materialId, programmeVersionId: loaded.id },
  });
  if (count === 0) insist(refuse("notFound"));
  await work.audit({
    stream: `programme:${loaded.programmeId}`,
    action: "material.removed",
    entity: "programme_material",
    entityId: materialId,
    detail: { versionId: loaded.id },
  });
}
