import { allowed, type Decision, refuse } from "@/lib/core/decision";
import type { CohortState, MessageState, ReminderKind } from "@/lib/db/generated/enums";

const MOST_AHEAD_MS = 400 * 86_400_000;

/** Whether a message can be sent to a cohort's people at a time: not of a draft, and at most a good year ahead. */
export function decideSchedule(cohort: CohortState, sendAt: Date, now: Date): Decision {
  if (cohort === "draft") return refuse("message.cohortDraft");
  return sendAt.getTime() - now.getTime() > MOST_AHEAD_MS
    ? refuse("message.tooFarAhead", undefined, "sendOn")
    : allowed;
}

/** Whether a message can still be called off: until it is sent. */
export function decideCallingOff(state: MessageState): Decision {
  return state === "scheduled" ? allowed : refuse("message.notScheduled");
}

/** What a reminder is about: a session or the application deadline, at its time. */
export type Occasion = { readonly id: string; readonly at: Date };

/**
 * The occasions for which a reminder is due now, with the key under which each is sent once. A reminder speaks for occasions to come: one
 * made a day before does not tell of what has passed. Where a session is moved after its reminder went out, the move has told of it.
 */
export function dueReminders(
  reminder: { readonly id: string; readonly kind: ReminderKind; readonly hoursBefore: number },
  occasions: readonly Occasion[],
  now: Date,
): { readonly occasion: Occasion; readonly onceKey: string }[] {
  return occasions
    .filter(({ at }) => at > now && at.getTime() - reminder.hoursBefore * 3_600_000 <= now.getTime())
    .map((occasion) => ({ occasion, onceKey: `${reminder.id}:${occasion.id}` }));
}
