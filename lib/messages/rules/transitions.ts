import type { Transitions } from "@/lib/core/transitions";
import type { MessageState } from "@/lib/db/generated/enums";

/** The life of a message: it waits for its time, and is sent or called off. */
export const messageTransitions: Transitions<MessageState> = {
  scheduled: ["sent", "cancelled"],
  sent: [],
  cancelled: [],
};
