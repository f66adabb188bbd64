import type { ApplicationState, ParticipantRole } from "@/lib/db/generated/enums";
import { type SeatFacts, seatForNewcomer } from "@/lib/enrolments/rules/capacity";
import type { Belonging } from "@/lib/enrolments/rules/seat-class";

/** The trays of the staff's inbox: what to decide, what waits for a manager, who is queued, what is done. */
export const trays = {
  todo: ["submitted", "manager_approved", "under_review"],
  manager: ["manager_pending"],
  queued: ["waitlisted"],
  decided: ["admitted", "declined", "manager_declined", "withdrawn"],
} as const satisfies Record<string, readonly ApplicationState[]>;

export type Tray = keyof typeof trays;

/** How many applications the inbox shows at once: as many as are decided in one go. */
export const INBOX_PAGE = 25;

/** What the inbox may be ordered by. */
export const inboxOrders = ["submitted", "name", "role"] as const;

/** Which part of a cohort's applications is looked at. */
export type InboxView = {
  readonly tray: Tray;
  /** Part of a name, an address or an organisation's name; empty for all. */
  readonly search: string;
  readonly role: ParticipantRole | null;
  readonly trackId: string | null;
  readonly order: (typeof inboxOrders)[number];
  readonly descending: boolean;
  /** Counted from 1. */
  readonly page: number;
};

/** The tray that an address names; the first where it names none. */
export function trayOf(text: string | undefined): Tray {
  return text !== undefined && Object.hasOwn(trays, text) ? (text as Tray) : "todo";
}

/** The page that is there: the last one where the address asks for a later one. */
export function pageThatIs(page: number, total: number): number {
  return Math.min(Math.max(1, page), Math.max(1, Math.ceil(total / INBOX_PAGE)));
}

/**
 * Where an applicant would probably go who is admitted now: null for a seat, one that is kept for them or one for everybody, else the
 * place in the queue, counted from 1. By the rule that decides it when they are admitted.
 */
export function expectedPlace(
  seats: SeatFacts,
  who: Belonging & { readonly participantRole: ParticipantRole | null },
): number | null {
  if (who.participantRole === "guest") return null;
  return seatForNewcomer(seats, who) === null ? seats.waiting + 1 : null;
}

/** The inbox as it opens: what is to be decided, the oldest first. */
export const firstView: InboxView = {
  tray: "todo",
  search: "",
  role: null,
  trackId: null,
  order: "submitted",
  descending: false,
  page: 1,
};
