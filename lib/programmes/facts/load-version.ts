import "server-only";
import { visibleProgrammes } from "@/lib/auth/scope";
import type { Work } from "@/lib/auth/work";
import type { ProgrammeVersionState } from "@/lib/db/generated/enums";
import { lockRow } from "@/lib/db/lock-row";
import type { VersionFacts } from "../rules/publishing";

/** A locked programme version, as actions on it know it. */
export type LoadedVersion = VersionFacts & {
  readonly id: string;
  readonly programmeId: string;
  readonly providerId: string;
  readonly number: number;
  readonly version: number;
  readonly state: ProgrammeVersionState;
  readonly frameworkVersionId: string | null;
};

/** Locks and reads a version of the acting person's programmes; null where there is none for them. */
export async function loadVersion(work: Work, versionId: string): Promise<LoadedVersion | null> {
  if (!(await lockRow(work.tx, "programme_version", versionId))) return null;
  const row = await work.tx.programmeVersion.findFirst({
    where: { AND: [{ id: versionId }, { programme: visibleProgrammes(work.acting) }] },
    select: {
      id: true,
      programmeId: true,
      number: true,
      version: true,
      state: true,
      title: true,
      summary: true,
      audience: true,
      aims: true,
      description: true,
      certifyingBodyId: true,
      frameworkVersionId: true,
      frameworkVersion: { select: { state: true, framework: { select: { certifyingBodyId: true } } } },
      programme: { select: { providerId: true } },
      _count: { select: { tracks: true } },
    },
  });
  if (!row) return null;
  const { programme, frameworkVersion, _count, ...version } = row;
  return {
    ...version,
    providerId: programme.providerId,
    tracks: _count.tracks,
    framework: frameworkVersion && {
      state: frameworkVersion.state,
      certifyingBodyId: frameworkVersion.framework.certifyingBodyId,
    },
  };
}
