"use server";
import { personOf } from "@/lib/auth/acting";
import { action } from "@/lib/auth/action";
import { mayChangeOwnTime } from "@/lib/auth/policy/unavailability";
import { loadUnavailability, sayUnavailable, takeBack } from "./commands/say-unavailability";
import { addUnavailabilityInput, removeUnavailabilityInput } from "./schema";

/** A facilitator says when they cannot. */
export const addUnavailabilityAction = action({
  name: "unavailability.add",
  permission: "unavailability.manage",
  input: addUnavailabilityInput,
  load: async ({ acting }) => ({ personId: personOf(acting) }),
  policy: mayChangeOwnTime,
  run: async (work, _, said) => {
    await sayUnavailable(work, said);
    return { message: "planning.unavailability.added" };
  },
});

/** A facilitator takes back that they cannot. */
export const removeUnavailabilityAction = action({
  name: "unavailability.remove",
  permission: "unavailability.manage",
  input: removeUnavailabilityInput,
  load: (work, { unavailabilityId }) => loadUnavailability(work, unavailabilityId),
  policy: mayChangeOwnTime,
  run: async (work, period) => {
    await takeBack(work, period);
    return { message: "planning.unavailability.removed" };
  },
});
