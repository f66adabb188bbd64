import "server-only";
import type { Work } from "@/lib/auth/work";
import { translatorFor } from "@/lib/i18n/translator";
import { endsWithParticipation } from "../rules/ending-visits";
import { cancelVisit } from "./close-visit";
import { isObserved, loadVisitsToEnd } from "./load-visit";
import { tellOfVisit } from "./tell-of-visit";

/**
 * Cancels the visits ahead of people who leave their cohort, in the transaction in which they do: participant and assessors are told, and
 * their calendars. Whoever acts need not be able to reach the visits. Returns how many were cancelled.
 */
export async function endVisits(work: Work, enrolmentIds: readonly string[]): Promise<number> {
  const visits = await loadVisitsToEnd(work, enrolmentIds);
  const ending = visits.filter((visit) =>
    endsWithParticipation({ ...visit, isObserved: isObserved(visit) }, work.now),
  );
  for (const visit of ending) {
    const { participant } = visit.participation;
    const say = await translatorFor(participant.locale, "enrolments");
    await cancelVisit(work, visit, visit.version, say("visitEnded"), { left: true });
    const told = { ...visit, sequence: visit.sequence + 1, participant };
    await tellOfVisit(work, told, { kind: "cancelled", reason: "", left: true }, visit.assessor);
  }
  return ending.length;
}
