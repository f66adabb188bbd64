import "server-only";
import type { Work } from "@/lib/auth/work";
import { RefusalError, refuse } from "@/lib/core/decision";
import { stateByEvidence } from "../rules/readiness";
import { evaluateRequirements, unmetRequirements } from "../rules/requirements";
import { gatherEvidence } from "./gather-evidence";

/**
 * Weighs the evidence of an enrolment's case again and moves it between `collecting` and `ready`. To be called, in the same
 * transaction, by whatever changes evidence: an observation that locks, attendance, a project that is concluded, an
 * exception. Locks the case first. Does nothing where there is no case, or where it is past being ready.
 */
export async function refreshCase(work: Work, enrolmentId: string): Promise<void> {
  // Somebody may be recommending at this moment: whoever comes second sees what the first has left.
  const [row] = await work.tx.$queryRaw<{ id: string; state: string; version: number }[]>`
    SELECT id, state::text, version FROM certification_case WHERE enrolment_id = ${enrolmentId}::uuid FOR UPDATE`;
  if (!row || (row.state !== "collecting" && row.state !== "ready")) return;
  const facts = await gatherEvidence(work.tx, row.id, work.now);
  const evaluation = evaluateRequirements(facts, work.now);
  const state = stateByEvidence(row.state, evaluation);
  if (state === row.state) return;
  const { count } = await work.tx.certificationCase.updateMany({
    where: { id: row.id, version: row.version, state: row.state },
    data: { state, version: { increment: 1 } },
  });
  if (count === 0) throw new RefusalError(refuse("conflict").refusal);
  await work.audit({
    stream: `case:${row.id}`,
    action: state === "ready" ? "case.becameReady" : "case.wentBack",
    entity: "certificationCase",
    entityId: row.id,
    detail: { before: row.state, after: state, unmet: unmetRequirements(evaluation) },
  });
}
