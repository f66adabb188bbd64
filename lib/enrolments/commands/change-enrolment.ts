import "server-only";
import type { Work } from "@/lib/auth/work";
import { dateColumn } from "@/lib/core/dates";
import { insist, RefusalError } from "@/lib/core/decision";
import type { EnrolmentState } from "@/lib/db/generated/enums";
import { decideCompleting, decidePausing } from "../rules/lifecycle";
import type { LoadedEnrolment } from "./load-enrolment";
import { tellPlaceChanged } from "./tell-place-changed";

async function moveEnrolment(
  work: Work,
  enrolment: LoadedEnrolment,
  to: EnrolmentState,
  more: {
    readonly endedAt?: Date;
    readonly endReason?: string | null;
    readonly pausedAt?: Date | null;
    readonly returnsOn?: Date | null;
    readonly pauseReason?: string;
  } = {},
): Promise<void> {
  const { count } = await work.tx.enrolment.updateMany({
    where: { id: enrolment.id, version: enrolment.version, state: enrolment.state },
    data: { state: to, version: { increment: 1 }, ...more },
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

/**
 * Begins a pause, with the day of return as agreed, or ends it; the seat is kept, and the participant is told. Returns the state that
 * follows.
 */
export async function pauseEnrolment(
  work: Work,
  enrolment: LoadedEnrolment,
  { returnsOn, reason }: { readonly returnsOn: string | null; readonly reason: string },
): Promise<EnrolmentState> {
  const next = insist(decidePausing(asFacts(enrolment)));
  const begins = next === "paused";
  await moveEnrolment(work, enrolment, next, {
    pausedAt: begins ? work.now : null,
    returnsOn: begins && returnsOn !== null ? dateColumn(returnsOn) : null,
    pauseReason: begins ? reason : "",
  });
  await tellPlaceChanged(work, enrolment.person, enrolment.cohort, begins ? "paused" : "resumed", {
    reason: begins ? reason : "",
  });
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
