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

const SEATED: readonly EnrolmentState[] = ["reserved", "active", "paused", "completed", "not_completed"];

/** Whether an enrolment in `state` has a seat (a guest never has one). The trigger enrolment_has_seat says the same. */
export function holdsSeat(state: EnrolmentState): boolean {
  return SEATED.includes(state);
}
