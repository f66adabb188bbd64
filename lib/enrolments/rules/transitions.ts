import type { Transitions } from "@/lib/core/transitions";
import type { EnrolmentState, WaitlistState } from "@/lib/db/generated/enums";

/** How an enrolment moves (design/domain.md, "Getting in"). The database holds the same table. */
export const enrolmentTransitions: Transitions<EnrolmentState> = {
  reserved: ["active", "withdrawn", "substituted", "transferred"],
  active: ["completed", "not_completed", "withdrawn", "substituted", "transferred", "paused"],
  paused: ["active"],
  completed: [],
  not_completed: [],
  withdrawn: [],
  substituted: [],
  transferred: [],
};

/** How a place in the queue moves. The database holds the same table. */
export const waitlistTransitions: Transitions<WaitlistState> = {
  waiting: ["offered", "withdrawn"],
  offered: ["accepted", "expired", "refused", "withdrawn"],
  accepted: [],
  expired: [],
  refused: [],
  withdrawn: [],
};

/** Is expected at the sessions, and told what changes. Whoever pauses is not. */
export const EXPECTED: readonly EnrolmentState[] = ["reserved", "active"];

/** On the cohort, and not at the end of it. */
export const UNDER_WAY: readonly EnrolmentState[] = [...EXPECTED, "paused"];

/** On the cohort, or through with it: neither applies for it again nor teaches on it. */
export const UNDER_WAY_OR_COMPLETED: readonly EnrolmentState[] = [...UNDER_WAY, "completed"];

/** Has a seat, with or without having completed: everybody but those who left. */
export const SEATED: readonly EnrolmentState[] = [...UNDER_WAY_OR_COMPLETED, "not_completed"];

/** Left before the end, and gave up the seat. */
export const LEFT: readonly EnrolmentState[] = ["withdrawn", "substituted", "transferred"];

/** Whether an enrolment in `state` has a seat (a guest never has one). The trigger enrolment_has_seat says the same. */
export function holdsSeat(state: EnrolmentState): boolean {
  return SEATED.includes(state);
}
