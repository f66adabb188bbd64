import type { Transitions } from "@/lib/core/transitions";
import type { SessionState } from "@/lib/db/generated/enums";

/** The life of a session (domain.md, "What is offered"). */
export const sessionTransitions: Transitions<SessionState> = {
  planned: ["confirmed", "cancelled"],
  confirmed: ["held", "cancelled"],
  held: [],
  cancelled: [],
};
