import "server-only";
import { personOf } from "@/lib/auth/acting";
import type { Work } from "@/lib/auth/work";
import { insist } from "@/lib/core/decision";
import { decideRun, type IssuingRunFacts } from "../rules/issuing";

/** Begins a run: everybody of the cohort who is decided to be certified, one after the other, by the job. Returns its id. */
export async function startRun(work: Work, facts: IssuingRunFacts): Promise<string> {
  insist(decideRun(facts));
  const { certifyingBodyId, cohortId, caseIds } = facts;
  const { id } = await work.tx.issuingRun.create({
    data: { certifyingBodyId, cohortId, requestedById: personOf(work.acting), requestedAt: work.now },
    select: { id: true },
  });
  await work.tx.issuingRunItem.createMany({
    data: caseIds.map((caseId, position) => ({ runId: id, caseId, position })),
  });
  await work.audit({
    stream: `organisation:${certifyingBodyId}`,
    action: "issuing.runStarted",
    entity: "issuingRun",
    entityId: id,
    detail: { cohortId, cases: caseIds.length },
  });
  return id;
}
