import "server-only";
import { personOf } from "@/lib/auth/acting";
import type { Work } from "@/lib/auth/work";
import { insist, RefusalError } from "@/lib/core/decision";
import { decideLifting, decideStopping, type IssuingStopFacts } from "../rules/issuing";

/**
 * Stops all issuing of a body until somebody lifts it. Waits for what is being issued at this moment; nothing is issued after it is done
 * (migration certificate_life). Runs for cohorts wait and go on afterwards.
 */
export async function stopIssuing(work: Work, facts: IssuingStopFacts, reason: string): Promise<void> {
  insist(decideStopping(facts));
  const { certifyingBodyId } = facts;
  const { id } = await work.tx.issuingStop.create({
    data: { certifyingBodyId, reason, stoppedById: personOf(work.acting), stoppedAt: work.now },
    select: { id: true },
  });
  await work.audit({
    stream: `organisation:${certifyingBodyId}`,
    action: "issuing.stopped",
    entity: "issuingStop",
    entityId: id,
    detail: { certifyingBodyId },
  });
}

/** Lifts the stop. */
export async function liftIssuingStop(work: Work, facts: IssuingStopFacts, note: string): Promise<void> {
  insist(decideLifting(facts));
  if (!facts.stop) return;
  const { count } = await work.tx.issuingStop.updateMany({
    where: { id: facts.stop.id, liftedAt: null },
    data: { liftedById: personOf(work.acting), liftedAt: work.now, liftNote: note },
  });
  if (count === 0) throw new RefusalError({ code: "conflict" });
  await work.audit({
    stream: `organisation:${facts.certifyingBodyId}`,
    action: "issuing.resumed",
    entity: "issuingStop",
    entityId: facts.stop.id,
    detail: { certifyingBodyId: facts.certifyingBodyId },
  });
}
