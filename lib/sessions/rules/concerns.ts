import type { SessionState } from "@/lib/db/generated/enums";
import { countryOfZone, holidayOn } from "@/lib/holidays/rules/public-holidays";
import { type Absence, overlaps } from "./collisions";

/** What might go wrong with a session. */
export type Concern =
  | "noFacilitator"
  | "unavailable"
  | "noPlace"
  | "unconfirmed"
  | "tightTravel"
  | "onHoliday"
  | "outsideCohort";

/** A session to come, as the plan shows it. */
export type PlannedSession = {
  readonly id: string;
  readonly state: SessionState;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly facilitatorIds: readonly string[];
  readonly hasPlace: boolean;
  readonly city: string;
  /** The day it is on, as clocks in its zone show it. */
  readonly day: string;
  readonly timeZone: string;
  readonly cohortStartsOn: string;
  readonly cohortEndsOn: string;
};

const DAY_MS = 86_400_000;
const CONFIRM_BEFORE_MS = 14 * DAY_MS;
const TRAVEL_MS = 2 * 3_600_000;

/** Whether a day is before a cohort's first or after its last. */
export const isOutside = (day: string, startsOn: string, endsOn: string) => day < startsOn || day > endsOn;

/** Whether somebody has to be in two towns with less than two hours between. At the same time nobody can be (constraint). */
function isTight(session: PlannedSession, other: PlannedSession): boolean {
  if (other.id === session.id || other.city === session.city) return false;
  if (!session.facilitatorIds.some((id) => other.facilitatorIds.includes(id))) return false;
  const gap = Math.max(
    other.startsAt.getTime() - session.endsAt.getTime(),
    session.startsAt.getTime() - other.endsAt.getTime(),
  );
  return gap < TRAVEL_MS;
}

/** What staff should look after on a session, given the others of the plan and when
 * people cannot; nothing for what is held or cancelled. */
export function sessionConcerns(
  session: PlannedSession,
  plan: readonly PlannedSession[],
  absences: readonly Absence[],
  now: Date,
): Concern[] {
  if (session.state !== "planned" && session.state !== "confirmed") return [];
  const concerns: Concern[] = [];
  if (session.facilitatorIds.length === 0) concerns.push("noFacilitator");
  if (absences.some((each) => session.facilitatorIds.includes(each.personId) && overlaps(session, each)))
    concerns.push("unavailable");
  if (!session.hasPlace) concerns.push("noPlace");
  const near = session.startsAt.getTime() - now.getTime() < CONFIRM_BEFORE_MS;
  if (session.state === "planned" && near) concerns.push("unconfirmed");
  if (plan.some((other) => isTight(session, other))) concerns.push("tightTravel");
  if (holidayOn(session.day, countryOfZone(session.timeZone))) concerns.push("onHoliday");
  if (isOutside(session.day, session.cohortStartsOn, session.cohortEndsOn)) concerns.push("outsideCohort");
  return concerns;
}
