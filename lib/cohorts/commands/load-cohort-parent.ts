import "server-only";
import { visibleProgrammes } from "@/lib/auth/scope";
import type { Work } from "@/lib/auth/work";
import { lockRow } from "@/lib/db/lock-row";
import type { CohortParent } from "./create-cohort";

/** Locks and reads the version a cohort is to be made of, so that it is not retired meanwhile; null where it is not theirs. */
export async function loadCohortParent(work: Work, programmeVersionId: string): Promise<CohortParent | null> {
  if (!(await lockRow(work.tx, "programme_version", programmeVersionId))) return null;
  const version = await work.tx.programmeVersion.findFirst({
    where: { AND: [{ id: programmeVersionId }, { programme: visibleProgrammes(work.acting) }] },
    select: { state: true, programme: { select: { providerId: true } } },
  });
  return (
    version && {
      programmeVersionId,
      versionState: version.state,
      providerId: version.programme.providerId,
    }
  );
}
