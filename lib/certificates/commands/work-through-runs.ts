import "server-only";
import type { Work } from "@/lib/auth/work";
import { loadCase } from "@/lib/certification/commands/load-case";
import { releaseCase } from "@/lib/certification/commands/release-case";
import { RefusalError } from "@/lib/core/decision";

/** The next thing to do of a run. */
export type NextItem = { readonly runId: string; readonly caseId: string; readonly requestedById: string };

/**
 * An item that waits and that nobody works on, the oldest run first; null where there is none, or where issuing is stopped. It is locked
 * until the end of the transaction: another worker passes it over, a killed one's comes back at once.
 */
export async function nextItem(
  { tx }: Pick<Work, "tx">,
  passOver: readonly string[],
): Promise<NextItem | null> {
  const [row] = await tx.$queryRaw<NextItem[]>`
    SELECT i.run_id AS "runId", i.case_id AS "caseId", r.requested_by_id AS "requestedById"
    FROM issuing_run_item i JOIN issuing_run r ON r.id = i.run_id
    WHERE i.state = 'waiting' AND r.finished_at IS NULL AND NOT i.case_id = ANY (${passOver}::uuid[])
      AND NOT EXISTS (SELECT 1 FROM issuing_stop s WHERE s.certifying_body_id = r.certifying_body_id AND s.lifted_at IS NULL)
    ORDER BY r.requested_at, r.id, i.position
    LIMIT 1 FOR UPDATE OF i SKIP LOCKED`;
  return row ?? null;
}

/**
 * Releases one case of a run and so issues its certificate, in the name of whoever asked, by the same command as the button on the case;
 * the item says so in the same transaction. False where another worker has it or it is done. Every precondition is asked here again.
 */
export async function issueItem(work: Work, { runId, caseId }: NextItem): Promise<boolean> {
  const [mine] = await work.tx.$queryRaw<unknown[]>`
    SELECT 1 FROM issuing_run_item WHERE run_id = ${runId}::uuid AND case_id = ${caseId}::uuid AND state = 'waiting'
    FOR UPDATE SKIP LOCKED`;
  if (!mine) return false;
  const facts = await loadCase(work, caseId);
  if (!facts) throw new RefusalError({ code: "notFound" });
  if (facts.decision?.outcome !== "certified") throw new RefusalError({ code: "case.notDecided" });
  const { certificateId } = await releaseCase(work, facts, { version: facts.version });
  await work.tx.issuingRunItem.update({
    where: { runId_caseId: { runId, caseId } },
    data: { state: "issued", certificateId, doneAt: work.now },
    select: { caseId: true },
  });
  return true;
}

/** Notes why an item was not issued; it stays that way, and somebody looks at the case. */
export async function refuseItem(
  { tx, now }: Work,
  { runId, caseId }: NextItem,
  code: string,
): Promise<void> {
  await tx.issuingRunItem.updateMany({
    where: { runId, caseId, state: "waiting" },
    data: { state: "refused", refusal: code, doneAt: now },
  });
}

/** Ends every run that has nothing left to do; returns how many. */
export async function finishRuns(work: Work): Promise<number> {
  const done = await work.tx.$queryRaw<{ id: string; body: string }[]>`
    UPDATE issuing_run r SET finished_at = ${work.now}::timestamptz
    WHERE r.finished_at IS NULL AND NOT EXISTS (SELECT 1 FROM issuing_run_item i WHERE i.run_id = r.id AND i.state = 'waiting')
    RETURNING r.id, r.certifying_body_id AS body`;
  for (const { id, body } of done)
    await work.audit({
      stream: `organisation:${body}`,
      action: "issuing.runFinished",
      entity: "issuingRun",
      entityId: id,
      detail: {},
    });
  return done.length;
}
