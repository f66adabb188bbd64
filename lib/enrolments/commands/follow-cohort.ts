import "server-only";
import type { Work } from "@/lib/auth/work";
import { discontinueCases } from "@/lib/certification/commands/discontinue-cases";
import { insist } from "@/lib/core/decision";
import { translatorFor } from "@/lib/i18n/translator";
import { recipientOf } from "@/lib/mail/recipient-of";
import { endVisits } from "@/lib/observations/commands/end-visits";
import { decideLeaving } from "../rules/lifecycle";
import { leaveQueue } from "./leave-queue";
import { type LockedCohort, lockCohort } from "./lock-cohort";

function liveQueue(work: Work, cohortId: string) {
  return work.tx.waitlistEntry.findMany({
    where: { cohortId, state: { in: ["waiting", "offered"] } },
    orderBy: { position: "asc" },
    select: {
      id: true,
      version: true,
      state: true,
      cohortId: true,
      application: { select: { id: true, person: { select: { name: true, email: true, locale: true } } } },
    },
  });
}

/** Ends the queue: whoever still waits, or has not answered an offer, is declined and told why. */
async function closeQueue(work: Work, cohort: LockedCohort, why: "started" | "cancelled"): Promise<void> {
  for (const entry of await liveQueue(work, cohort.id)) {
    const { person, id } = entry.application;
    const say = await translatorFor(person.locale, "enrolments");
    const reason = say(`queueClosed.${why}`);
    await leaveQueue(work, entry);
    await work.tx.application.updateMany({
      where: { id, state: "waitlisted" },
      data: { state: "declined", version: { increment: 1 }, decidedAt: work.now, decisionReason: reason },
    });
    const to = recipientOf(person);
    if (!to) continue;
    await work.mail({
      template: "application-declined",
      to,
      params: { programme: cohort.programme, cohort: cohort.name, reason, path: `/my/applications/${id}` },
    });
  }
}

/**
 * What the beginning of a cohort means for its people, in the transaction of the change: reserved seats become active, and the
 * queue is closed, because the first session cannot be made up by an offer. Returns how many became active.
 */
export async function beginEnrolments(work: Work, cohortId: string): Promise<number> {
  const cohort = await lockCohort(work, cohortId);
  await closeQueue(work, cohort, "started");
  const { count } = await work.tx.enrolment.updateMany({
    where: { cohortId, state: "reserved" },
    data: { state: "active", version: { increment: 1 } },
  });
  await work.audit({
    stream: `cohort:${cohortId}`,
    action: "enrolment.begun",
    entity: "cohort",
    entityId: cohortId,
    detail: { active: count },
  });
  return count;
}

/**
 * What a cancelled cohort means for its people, in the transaction of the change: everybody's seat is given back, the queue is
 * closed. `reason` is what the participants are told. Returns how many lost their seat.
 */
export async function cancelEnrolments(work: Work, cohortId: string, reason: string): Promise<number> {
  const cohort = await lockCohort(work, cohortId);
  await closeQueue(work, cohort, "cancelled");
  // A pause ends first: from there nobody leaves (rules/transitions.ts).
  await work.tx.enrolment.updateMany({
    where: { cohortId, state: "paused" },
    data: { state: "active", version: { increment: 1 }, pausedAt: null, returnsOn: null, pauseReason: "" },
  });
  const leaving = await work.tx.enrolment.findMany({
    where: { cohortId, state: { in: ["reserved", "active"] } },
    select: { id: true, state: true },
  });
  for (const { state } of leaving) insist(decideLeaving({ state, cohortState: cohort.cohortState }));
  const ids = leaving.map((enrolment) => enrolment.id);
  await work.tx.seat.deleteMany({ where: { enrolmentId: { in: ids } } });
  await work.tx.enrolment.updateMany({
    where: { id: { in: ids } },
    data: {
      state: "withdrawn",
      version: { increment: 1 },
      endedAt: work.now,
      endReason: reason,
      owedPercent: 0,
    },
  });
  await endVisits(work, ids);
  await discontinueCases(work, ids);
  await work.audit({
    stream: `cohort:${cohortId}`,
    action: "enrolment.cancelled",
    entity: "cohort",
    entityId: cohortId,
    detail: { enrolmentIds: ids },
  });
  return ids.length;
}
