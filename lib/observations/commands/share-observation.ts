import "server-only";
import type { Work } from "@/lib/auth/work";
import { RefusalError, refuse } from "@/lib/core/decision";
import { responseDeadline } from "../rules/response";
import type { ObservationFacts } from "./load-observation";
import { moveObservation } from "./move-observation";

/** Shares a submitted observation with the participant, who has the framework's number of days to respond, and tells them. */
export async function shareObservation(
  work: Work,
  observation: ObservationFacts,
  version: number,
): Promise<void> {
  if (observation.pairId !== null) throw new RefusalError(refuse("pair.notAlone").refusal);
  const { participation, content } = observation;
  const { participant, timeZone } = participation;
  const responseDueAt = responseDeadline(work.now, participation.responseDays, timeZone);
  await moveObservation(
    work,
    { ...observation, version },
    "shared",
    { sharedAt: work.now, responseDueAt },
    { responseDueAt: responseDueAt.toISOString() },
  );
  if (participant.email === null) return;
  await work.mail({
    template: "observation-shared",
    to: { email: participant.email, name: participant.name, locale: participant.locale },
    params: {
      assessor: observation.assessor.name,
      observedOn: content.observedOn,
      respondByAt: responseDueAt.toISOString(),
      zone: timeZone,
      path: `/my/observations/${observation.id}`,
    },
  });
}
