import "server-only";
import type { Work } from "@/lib/auth/work";
import { refreshCase } from "@/lib/certification/commands/refresh-case";
import { insist } from "@/lib/core/decision";
import { decideLapse, decideResponse } from "../rules/response";
import { lockObservation, type ObservationFacts, readObservation } from "./load-observation";
import { type MovableObservation, moveObservation } from "./move-observation";

/** Locks what was answered or has lapsed, weighs the case again, and tells the participant. */
async function lock(
  work: Work,
  observation: ObservationFacts,
  answered: MovableObservation,
  ending: "responded" | "lapsed",
): Promise<void> {
  const { participation, content } = observation;
  await moveObservation(work, answered, "locked", { lockedAt: work.now });
  await refreshCase(work, participation.enrolmentId);
  const { email, name, locale } = participation.participant;
  if (email === null) return;
  await work.mail({
    template: "observation-locked",
    to: { email, name, locale },
    params: {
      ending,
      assessor: observation.assessor.name,
      observedOn: content.observedOn,
      path: `/my/observations/${observation.id}`,
    },
  });
}

/**
 * Takes the participant's response, once and within the deadline. Nothing can change after it, so the observation locks in the
 * same transaction, by way of `responded`.
 */
export async function respondToObservation(
  work: Work,
  observation: ObservationFacts,
  version: number,
  response: string,
): Promise<void> {
  insist(decideResponse(observation, work.now));
  const responded = await moveObservation(work, { ...observation, version }, "responded", {
    response,
    respondedAt: work.now,
  });
  await lock(work, observation, responded, "responded");
}

/**
 * Closes one observation that waits for nobody: shared, with its deadline passed, it lapses and locks; answered or lapsed
 * already, it locks. Does nothing, and says false, where it is closed or still open: a job may run twice.
 */
export async function closeObservation(work: Work, observationId: string): Promise<boolean> {
  if (!(await lockObservation(work.tx, observationId))) return false;
  const observation = await readObservation(work.tx, observationId);
  if (!observation) return false;
  if (observation.state === "responded")
    return lock(work, observation, observation, "responded").then(() => true);
  if (observation.state === "response_lapsed")
    return lock(work, observation, observation, "lapsed").then(() => true);
  if (!decideLapse(observation, work.now).ok) return false;
  const lapsed = await moveObservation(work, observation, "response_lapsed");
  await lock(work, observation, lapsed, "lapsed");
  return true;
}
