import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleCohorts } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import { type Week, weeksOf } from "../rules/figures";

export type CohortFigures = NonNullable<Awaited<ReturnType<typeof getCohortFigures>>>;

type Funnel = {
  readonly begun: number;
  readonly submitted: number;
  readonly decided: number;
  readonly seated: number;
  readonly seatedNow: number;
};
type Times = {
  readonly decision: number | null;
  readonly slowest: number | null;
  readonly manager: number | null;
};
type Showing = {
  readonly id: string;
  readonly theme: string;
  readonly startsAt: Date;
  readonly present: number;
  readonly excused: number;
  readonly absent: number;
};

function readFunnel(cohortId: string) {
  return database().$queryRaw<Funnel[]>`
    SELECT count(*)::int AS begun,
           count(*) FILTER (WHERE a.submitted_at IS NOT NULL)::int AS submitted,
           count(*) FILTER (WHERE a.state IN ('admitted', 'waitlisted', 'declined'))::int AS decided,
           count(e.id)::int AS seated,
           count(e.id) FILTER (WHERE e.state IN ('reserved', 'active', 'paused', 'completed', 'not_completed'))::int AS "seatedNow"
    FROM application a LEFT JOIN enrolment e ON e.application_id = a.id
    WHERE a.cohort_id = ${cohortId}::uuid`;
}

/** Days, as numbers with a fraction: the median and the longest to a decision, the median to a manager's answer. */
function readTimes(cohortId: string) {
  return database().$queryRaw<Times[]>`
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM a.decided_at - a.submitted_at)::float8 / 86400) AS decision,
           max(extract(epoch FROM a.decided_at - a.submitted_at)::float8) / 86400 AS slowest,
           percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM m.answered_at - m.asked_at)::float8 / 86400) AS manager
    FROM application a LEFT JOIN manager_approval m ON m.application_id = a.id
    WHERE a.cohort_id = ${cohortId}::uuid`;
}

function readWeeks(cohortId: string, timeZone: string) {
  return database().$queryRaw<Week[]>`
    SELECT to_char(week, 'YYYY-MM-DD') AS week, sum(applied)::int AS applied, sum(seated)::int AS seated FROM (
      SELECT date_trunc('week', submitted_at AT TIME ZONE ${timeZone}) AS week, 1 AS applied, 0 AS seated
      FROM application WHERE cohort_id = ${cohortId}::uuid AND submitted_at IS NOT NULL
      UNION ALL
      SELECT date_trunc('week', created_at AT TIME ZONE ${timeZone}), 0, 1
      FROM enrolment WHERE cohort_id = ${cohortId}::uuid AND participant_role <> 'guest' AND replaces_id IS NULL
      UNION ALL
      SELECT date_trunc('week', ended_at AT TIME ZONE ${timeZone}), 0, -1
      FROM enrolment WHERE cohort_id = ${cohortId}::uuid AND participant_role <> 'guest'
        AND state IN ('withdrawn', 'transferred') AND ended_at IS NOT NULL
    ) changes
    GROUP BY week ORDER BY week`;
}

/** Who came to each session that was held, by the latest entry of each participant. */
function readShowings(cohortId: string) {
  return database().$queryRaw<Showing[]>`
    SELECT s.id, s.theme, s.starts_at AS "startsAt",
           count(*) FILTER (WHERE l.status IN ('present', 'partial', 'made_up'))::int AS present,
           count(*) FILTER (WHERE l.status = 'apology')::int AS excused,
           count(*) FILTER (WHERE l.status = 'absent')::int AS absent
    FROM session s
    LEFT JOIN (SELECT DISTINCT ON (session_id, enrolment_id) session_id, status
               FROM attendance WHERE session_id IN (SELECT id FROM session WHERE cohort_id = ${cohortId}::uuid)
               ORDER BY session_id, enrolment_id, entry DESC) l ON l.session_id = s.id
    WHERE s.cohort_id = ${cohortId}::uuid AND s.state = 'held'
    GROUP BY s.id ORDER BY s.starts_at`;
}

/**
 * How people got into a cohort and whether they came: the way from a begun application to a seat, how it filled week by week, how long
 * decisions took, and who stayed away. Five statements, however many people there are; null where it is not a cohort of theirs.
 */
export async function getCohortFigures(acting: Acting, cohortId: string) {
  const cohort = await database().cohort.findFirst({
    where: { AND: [{ id: cohortId }, visibleCohorts(acting)] },
    select: { id: true, capacity: true, timeZone: true },
  });
  if (!cohort) return null;
  const [[funnel], [times], weeks, showings] = await Promise.all([
    readFunnel(cohortId),
    readTimes(cohortId),
    readWeeks(cohortId, cohort.timeZone),
    readShowings(cohortId),
  ]);
  return {
    ...cohort,
    funnel: funnel ?? { begun: 0, submitted: 0, decided: 0, seated: 0, seatedNow: 0 },
    times: times ?? { decision: null, slowest: null, manager: null },
    weeks: weeksOf(weeks),
    showings,
  };
}
