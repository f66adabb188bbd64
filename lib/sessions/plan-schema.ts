import { z } from "zod";
import { calendarDay } from "@/lib/core/calendar-day";
import { civilDay } from "@/lib/core/dates";
import { parseLocalDate, parseLocalTime } from "@/lib/i18n/parse-local-date";
import { moveToken, type PendingMove, parseMoves } from "./rules/move-token";
import { type PlanView, planViews } from "./rules/plan-period";

/** What the address of the plan says: the view, the day it is around, what it is narrowed to, and moves that are not saved. */
export type PlanState = {
  readonly view: PlanView;
  readonly day: string;
  readonly cohort: string;
  readonly facilitator: string;
  readonly room: string;
  readonly moves: readonly PendingMove[];
  /** The session whose form for a new time is open; empty where none is. */
  readonly moving: string;
};

const id = z.uuid().catch("");
const planQuery = z.object({
  view: z.enum(planViews).catch("week"),
  day: calendarDay.catch(""),
  cohort: id,
  facilitator: id,
  room: id,
  moving: id,
});

/** The state in an address; what makes no sense is left out. Without a day it is today in Denmark. */
export function parsePlan(
  params: Readonly<Record<string, string | string[] | undefined>>,
  now: Date,
): PlanState {
  const { day, ...rest } = planQuery.parse(params);
  return { ...rest, day: day || civilDay(now), moves: parseMoves(params.move) };
}

/** The address of the plan in a state, or of its page of consequences. */
export function planAddress(
  state: PlanState,
  changes: Partial<PlanState> = {},
  path = "/staff/plan",
): string {
  const { view, day, moves, ...rest } = { ...state, ...changes };
  const query = new URLSearchParams({ view, day });
  for (const [name, value] of Object.entries(rest)) if (value) query.set(name, value);
  for (const move of moves) query.append("move", moveToken(move));
  return `${path}?${query}`;
}

const moveForm = z.object({
  session: z.uuid(),
  toDay: z.string().max(20),
  from: z.string().max(10),
  to: z.string().max(10),
});

/** The move that the plan's form for a new time sends; null where none was sent, "unreadable" where it is no time. */
export function parseMoveForm(
  params: Readonly<Record<string, string | string[] | undefined>>,
): PendingMove | "unreadable" | null {
  if (params.session === undefined) return null;
  const form = moveForm.safeParse(params);
  if (!form.success) return "unreadable";
  const day = parseLocalDate(form.data.toDay);
  const from = parseLocalTime(form.data.from);
  const to = parseLocalTime(form.data.to);
  return day && from && to ? { sessionId: form.data.session, day, from, to } : "unreadable";
}
