import type { CaseState } from "../../db/generated/enums.ts";
import { isReleased } from "./transitions.ts";

/** What of a case's history is told to its party, by the audit trail's names. */
export const fileEvents = [
  "case.opened",
  "case.becameReady",
  "case.wentBack",
  "case.takenUp",
  "case.recommended",
  "case.requirementExcepted",
  "case.hearingOpened",
  "case.hearingAnswered",
  "case.decided",
  "case.released",
  "case.roundStarted",
  "case.appealFiled",
  "case.appealDecided",
  "case.discontinued",
  "case.complaintFiled",
  "case.complaintAnswered",
  "case.representativeAppointed",
  "case.representationAccepted",
  "case.representationEnded",
] as const;

export type FileEvent = (typeof fileEvents)[number];

/** Whether an event of the audit trail has a sentence in the file. */
export function isFileEvent(action: string): action is FileEvent {
  return fileEvents.some((each) => each === action);
}

/** Steps that tell of an outcome before it is released. */
const OF_THE_DECISION: readonly string[] = ["case.recommended", "case.requirementExcepted", "case.decided"];

function roundOf(detail: unknown): number | null {
  if (typeof detail !== "object" || detail === null || !("round" in detail)) return null;
  return typeof detail.round === "number" ? detail.round : null;
}

/** The events that the party may know of: what leads to a decision only once that decision was released. */
export function toldEvents<E extends { readonly action: string; readonly detail: unknown }>(
  { state, round }: { readonly state: CaseState; readonly round: number },
  events: readonly E[],
): E[] {
  return events.filter(
    ({ action, detail }) =>
      !OF_THE_DECISION.includes(action) || isReleased(state, round, roundOf(detail) ?? round),
  );
}
