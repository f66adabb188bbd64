import { allowed, type Decision, refuse } from "../../core/decision.ts";
import type { VisitState } from "../../db/generated/enums.ts";
import { overlap, type VisitTimes } from "./visit-times.ts";

/** The most times that are offered at once: enough to choose, few enough to keep free. */
export const MOST_SLOTS = 5;

/** A time as it is offered: with the row of the form in which it stands, counted from 0. */
export type OfferedTimes = VisitTimes & { readonly row: number };

/** Whether these times may be offered together: at least one, and none over another. Each is also a possible time of a visit. */
export function decideOffer(slots: readonly OfferedTimes[]): Decision {
  if (slots.length === 0) return refuse("visit.noSlots", undefined, "slots.0.day");
  for (const [index, slot] of slots.entries())
    if (slots.slice(0, index).some((other) => overlap(slot, other)))
      return refuse("visit.slotsOverlap", undefined, `slots.${slot.row}.from`);
  return allowed;
}

/** The time that a participant picks; refused where the visit waits for no choice, or the time is no longer offered. */
export function decidePick<Slot extends { readonly id: string }>(
  visit: { readonly state: VisitState; readonly slots: readonly Slot[] },
  slotId: string,
): Decision<Slot> {
  if (visit.state !== "proposed") return refuse("visit.notOffered");
  const slot = visit.slots.find((each) => each.id === slotId);
  return slot ? { ok: true, value: slot } : refuse("visit.slotGone");
}
