import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist, refuse } from "@/lib/core/decision";
import { putFrameworkInUse } from "@/lib/frameworks/commands/put-framework-in-use";
import type { LoadedVersion } from "../facts/load-version";
import { decidePublishing, decideRetiring } from "../rules/publishing";

/**
 * Publishes a draft that meets the checklist. The version published until now is retired in the same transaction, since a
 * programme has one published version at a time (constraint programme_version_one_published); its cohorts go on. A scheme
 * certified by for the first time is in use from now on, and unchangeable.
 */
export async function publishVersion(work: Work, loaded: LoadedVersion, version: number): Promise<void> {
  insist(decidePublishing(loaded));
  const published = await work.tx.programmeVersion.findFirst({
    where: { programmeId: loaded.programmeId, state: "published" },
    select: { id: true, version: true },
  });
  if (published)
    await retireVersion(work, { ...loaded, ...published, state: "published" }, published.version);
  const { count } = await work.tx.programmeVersion.updateMany({
    where: { id: loaded.id, version, state: "draft" },
    data: { state: "published", publishedAt: work.now, version: { increment: 1 } },
  });
  if (count === 0) insist(refuse("conflict"));
  if (loaded.frameworkVersionId) await putFrameworkInUse(work, loaded.frameworkVersionId);
  await work.audit({
    stream: `programme:${loaded.programmeId}`,
    action: "programmeVersion.published",
    entity: "programme_version",
    entityId: loaded.id,
    detail: { number: loaded.number, retired: published?.id ?? null },
  });
}

/** Retires a published version: no new cohort is made of it, those there are go on. */
export async function retireVersion(
  work: Work,
  loaded: Pick<LoadedVersion, "id" | "programmeId" | "state">,
  version: number,
): Promise<void> {
  insist(decideRetiring(loaded.state));
  const { count } = await work.tx.programmeVersion.updateMany({
    where: { id: loaded.id, version, state: "published" },
    data: { state: "retired", retiredAt: work.now, version: { increment: 1 } },
  });
  if (count === 0) insist(refuse("conflict"));
  await work.audit({
    stream: `programme:${loaded.programmeId}`,
    action: "programmeVersion.retired",
    entity: "programme_version",
    entityId: loaded.id,
  });
}
