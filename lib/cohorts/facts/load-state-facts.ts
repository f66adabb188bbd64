import "server-only";
import { dayOf } from "@/lib/core/dates";
import type { Db, Transaction } from "@/lib/db/client";
import { UNDER_WAY } from "@/lib/enrolments/rules/transitions";
import type { StateChangeFacts } from "../rules/state-change";

/** Applications that somebody still has to decide. */
export const undecidedStates = ["submitted", "manager_pending", "manager_approved", "under_review"] as const;
/** Cases whose outcome is known to the participant, and those that ended without one. */
const closedCases = ["released", "upheld", "changed", "discontinued"] as const;

const factsSelect = {
  state: true,
  applicationDeadline: true,
  startsOn: true,
  endsOn: true,
  timeZone: true,
  programmeVersion: { select: { state: true } },
  agreement: { select: { state: true } },
  facilitators: { select: { isLead: true } },
  sessions: { where: { state: { not: "cancelled" as const } }, select: { state: true, startsAt: true } },
  _count: {
    select: {
      applications: { where: { state: { in: [...undecidedStates] } } },
      enrolments: { where: { state: { in: [...UNDER_WAY] } } },
    },
  },
};

/** What the rules on opening and changing a cohort's state look at; one statement per table. Throws where there is no such cohort. */
export async function loadStateFacts(
  db: Db | Transaction,
  cohortId: string,
  now: Date,
): Promise<StateChangeFacts> {
  const cohort = await db.cohort.findUniqueOrThrow({ where: { id: cohortId }, select: factsSelect });
  const openCases = await db.certificationCase.count({
    where: { enrolment: { cohortId }, state: { notIn: [...closedCases] } },
  });
  const unfinished = cohort.sessions.filter((each) => each.state === "planned" || each.state === "confirmed");
  return {
    state: cohort.state,
    versionState: cohort.programmeVersion.state,
    applicationDeadline: cohort.applicationDeadline,
    startsOn: cohort.startsOn.toISOString().slice(0, 10),
    endsOn: cohort.endsOn.toISOString().slice(0, 10),
    sessions: cohort.sessions.map(({ startsAt }) => ({ day: dayOf(startsAt, cohort.timeZone), startsAt })),
    facilitators: cohort.facilitators.length,
    hasLead: cohort.facilitators.some((each) => each.isLead),
    agreement: cohort.agreement,
    today: dayOf(now, cohort.timeZone),
    undecided: cohort._count.applications,
    unfinishedSessions: unfinished.length,
    liveEnrolments: cohort._count.enrolments,
    openCases,
  };
}
