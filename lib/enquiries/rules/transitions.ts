import type { Transitions } from "@/lib/core/transitions";
import type { EnquiryState } from "@/lib/db/generated/enums";

/** The life of a request for sparring (domain.md). */
export const enquiryTransitions: Transitions<EnquiryState> = {
  new: ["assigned", "closed"],
  assigned: ["answered", "closed"],
  answered: ["closed"],
  closed: [],
};
