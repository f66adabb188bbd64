import type { Transitions } from "../../core/transitions.ts";
import type { ObservationState, VisitState } from "../../db/generated/enums.ts";

/** The moves of a visit (design/domain.md "Being observed and certified"). */
export const visitTransitions: Transitions<VisitState> = {
  requested: ["proposed", "cancelled"],
  proposed: ["booked", "cancelled"],
  booked: ["done", "missed", "cancelled"],
  done: [],
  missed: [],
  cancelled: [],
};

/** The moves of an observation: it goes back to its assessor only before it is shared, and ends locked. */
export const observationTransitions: Transitions<ObservationState> = {
  draft: ["submitted"],
  submitted: ["returned", "shared"],
  returned: ["draft"],
  shared: ["responded", "response_lapsed"],
  responded: ["locked"],
  response_lapsed: ["locked"],
  locked: [],
};
