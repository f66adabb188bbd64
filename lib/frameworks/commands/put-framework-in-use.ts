import "server-only";
import type { Work } from "@/lib/auth/work";

/** Marks an approved scheme as in use from now on; leaves one that is in use already as it is. */
export async function putFrameworkInUse(work: Work, frameworkVersionId: string): Promise<void> {
  const { count } = await work.tx.frameworkVersion.updateMany({
    where: { id: frameworkVersionId, state: "approved" },
    data: { state: "in_use", inUseFrom: work.now, version: { increment: 1 } },
  });
  if (count === 0) return;
  await work.audit({
    stream: `framework:${frameworkVersionId}`,
    action: "frameworkVersion.putInUse",
    entity: "framework_version",
    entityId: frameworkVersionId,
  });
}
