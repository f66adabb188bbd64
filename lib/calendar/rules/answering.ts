import { allowed, type Decision, refuse } from "@/lib/core/decision";

/** What an answer is about, as far as whether it can still be answered. */
export type Answerable = { readonly cancelled: boolean; readonly endsAt: Date };

/** Whether an invitation can be answered: until the session or visit is over, and not once it is cancelled. */
export function decideAnswering(thing: Answerable, now: Date): Decision {
  if (thing.cancelled) return refuse("invitation.cancelled");
  return thing.endsAt <= now ? refuse("invitation.over") : allowed;
}

/** An answer that is there already. */
type Earlier = { readonly sequence: number; readonly answeredAt: Date };

/**
 * Whether an answer that comes in now counts against the one there is: not one to an older state of the plan (RFC 5546 2.1.5), which
 * a mail program may have kept back.
 */
export function supersedes(answer: { readonly sequence: number }, earlier: Earlier | null): boolean {
  return earlier === null || answer.sequence >= earlier.sequence;
}

/**
 * Whether an answer was given before time or place were last changed, at SEQUENCE `placed`: then it says nothing of how things stand. That
 * others were asked to come or no longer are raises SEQUENCE too, and leaves answers as they are.
 */
export function isOutdated(answer: { readonly sequence: number }, placed: number): boolean {
  return answer.sequence < placed;
}
