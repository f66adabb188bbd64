import "server-only";
import { withdrawFromCohort } from "@/lib/applications/commands/withdraw-from-cohort";
import type { Work } from "@/lib/auth/work";
import { insist, refuse } from "@/lib/core/decision";
import type { CohortState } from "@/lib/db/generated/enums";
import { concludeEnrolments } from "@/lib/enrolments/commands/conclude-enrolments";
import { beginEnrolments, cancelEnrolments } from "@/lib/enrolments/commands/follow-cohort";
import { cancelSessions } from "@/lib/sessions/commands/cancel-sessions";
import type { LoadedCohort } from "../facts/load-cohort";
import { loadStateFacts } from "../facts/load-state-facts";
import { decideStateChange } from "../rules/state-change";
import { tellCancelled } from "./tell-cancelled";

/**
 * Takes a cohort to another state, with what follows from it: when it starts running, reserved seats become active; when it is
 * completed, everybody has completed or not, by their attendance; when it is cancelled, every session is cancelled, every seat
 * freed, every application and place in the queue withdrawn, and everybody concerned is told why, with what takes its sessions
 * out of their calendar.
 */
export async function changeState(
  work: Work,
  cohort: LoadedCohort,
  change: { readonly version: number; readonly to: CohortState; readonly reason: string },
): Promise<void> {
  const { to, version, reason } = change;
  const facts = await loadStateFacts(work.tx, cohort.id, work.now);
  insist(decideStateChange(facts, to, reason, work.now));
  const { count } = await work.tx.cohort.updateMany({
    where: { id: cohort.id, version, state: cohort.state },
    data: { state: to, version: { increment: 1 }, ...(to === "cancelled" && { cancelReason: reason }) },
  });
  if (count === 0) insist(refuse("conflict"));
  if (to === "running") await beginEnrolments(work, cohort.id);
  if (to === "completed") await concludeEnrolments(work, cohort.id);
  if (to === "cancelled") {
    const lost = await cancelSessions(work, cohort);
    await tellCancelled(work, cohort, reason, lost);
    await cancelEnrolments(work, cohort.id, reason);
    await withdrawFromCohort(work, cohort.id);
  }
  await work.audit({
    stream: `cohort:${cohort.id}`,
    action: `cohort.${to}`,
    entity: "cohort",
    entityId: cohort.id,
    detail: { from: cohort.state, to },
  });
}
