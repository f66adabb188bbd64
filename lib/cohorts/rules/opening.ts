import { allowed, type Decision, refuse } from "@/lib/core/decision";
import type { AgreementState, CohortState, ProgrammeVersionState } from "@/lib/db/generated/enums";

/** What opening a cohort looks at. Days are `YYYY-MM-DD` in the cohort's own zone. */
export type OpeningFacts = {
  readonly state: CohortState;
  readonly versionState: ProgrammeVersionState;
  readonly applicationDeadline: Date;
  readonly startsOn: string;
  readonly endsOn: string;
  /** Sessions that are not cancelled. */
  readonly sessions: readonly { readonly day: string; readonly startsAt: Date }[];
  readonly facilitators: number;
  readonly hasLead: boolean;
  /** Null where there is no agreement: anybody may apply. */
  readonly agreement: { readonly state: AgreementState } | null;
};

/** The checklist to opening, in the order in which it is worked through. */
export const openingPoints = [
  "version",
  "sessions",
  "sessionDays",
  "deadlineAhead",
  "deadlineBeforeStart",
  "team",
  "lead",
  "agreement",
] as const;
export type OpeningPoint = (typeof openingPoints)[number];

function sessionsInPeriod({ sessions, startsOn, endsOn }: OpeningFacts): boolean {
  return sessions.every((session) => session.day >= startsOn && session.day <= endsOn);
}

function deadlineBeforeFirst({ sessions, applicationDeadline }: OpeningFacts): boolean {
  return sessions.every((session) => session.startsAt > applicationDeadline);
}

/** Every point with whether it is met at `now`. */
export function openingChecklist(facts: OpeningFacts, now: Date): { point: OpeningPoint; met: boolean }[] {
  const met: Record<OpeningPoint, boolean> = {
    version: facts.versionState === "published",
    sessions: facts.sessions.length > 0,
    sessionDays: sessionsInPeriod(facts),
    deadlineAhead: facts.applicationDeadline > now,
    deadlineBeforeStart: deadlineBeforeFirst(facts),
    team: facts.facilitators > 0,
    lead: facts.hasLead,
    agreement: facts.agreement === null || facts.agreement.state === "active",
  };
  return openingPoints.map((point) => ({ point, met: met[point] }));
}

/** Whether the cohort may be opened for applications; refused by the first point that is not met. */
export function decideOpening(facts: OpeningFacts, now: Date): Decision {
  const missing = openingChecklist(facts, now).find((item) => !item.met);
  return missing ? refuse(`cohort.opening.${missing.point}`) : allowed;
}
