import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist, RefusalError } from "@/lib/core/decision";
import type { EnrolmentState } from "@/lib/db/generated/enums";
import { decideCompleting, decidePausing } from "../rules/lifecycle";
import type { LoadedEnrolment } from "./load-enrolment";

async function moveEnrolment(
  work: Work,
  enrolment: LoadedEnrolment,
  to: EnrolmentState,
  end: { readonly endedAt?: Date; readonly endReason?: string | null } = {},
): Promise<void> {
  const { count } = await work.tx.enrolment.updateMany({
    where: { id: enrolment.id, version: enrolment.version, state: enrolment.state },
    data: { state: to, version: { increment: 1 }, ...end },
  });
  if (count === 0) throw new RefusalError({ code: "conflict" });
  await work.audit({
    stream: `cohort:${enrolment.cohortId}`,
    action: `enrolment.${to}`,
    entity: "enrolment",
    entityId: enrolment.id,
    detail: { from: enrolment.state, to },
  });
}

const asFacts = (enrolment: LoadedEnrolment) => ({
  state: enrolment.state,
  cohortState: enrolment.cohort.state,
});

/** Begins a pause, or ends it; the seat is kept. Returns the state that follows. */
export async function pauseEnrolment(work: Work, enrolment: LoadedEnrolment): Promise<EnrolmentState> {
  const next = insist(decidePausing(asFacts(enrolment)));
  await moveEnrolment(work, enrolment, next);
  return next;
}

/** Writes down that a participant completed the programme, or did not and why; the seat is kept. */
export async function completeEnrolment(
  work: Work,
  enrolment: LoadedEnrolment,
  outcome: "completed" | "not_completed",
  reason: string,
): Promise<void> {
  insist(decideCompleting(asFacts(enrolment), outcome, reason));
  await moveEnrolment(work, enrolment, outcome, { endedAt: work.now, endReason: reason || null });
}
