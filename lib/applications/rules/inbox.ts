import type { ApplicationState } from "@/lib/db/generated/enums";

/** The trays of the staff's inbox: what to decide, what waits for a manager, who is queued, what is done. */
export const trays = {
  todo: ["submitted", "manager_approved", "under_review"],
  manager: ["manager_pending"],
  queued: ["waitlisted"],
  decided: ["admitted", "declined", "manager_declined", "withdrawn"],
} as const satisfies Record<string, readonly ApplicationState[]>;

export type Tray = keyof typeof trays;

/** The tray that an address names; the first where it names none. */
export function trayOf(text: string | undefined): Tray {
  return text !== undefined && Object.hasOwn(trays, text) ? (text as Tray) : "todo";
}
