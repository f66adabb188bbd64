import "server-only";
import type { Work } from "@/lib/auth/work";
import { RefusalError } from "@/lib/core/decision";
import type { CohortState } from "@/lib/db/generated/enums";
import { lockRow } from "@/lib/db/lock-row";
import type { CapacityFacts } from "../rules/capacity";

/** A cohort whose row this transaction holds, with its seats and queue as they are now. */
export type LockedCohort = CapacityFacts & {
  readonly id: string;
  readonly name: string;
  readonly programme: string;
  readonly startsOn: Date;
  readonly timeZone: string;
  readonly offerHours: number;
};

type Row = {
  readonly id: string;
  readonly name: string;
  readonly programme: string;
  readonly state: CohortState;
  readonly capacity: number;
  readonly starts_on: Date;
  readonly ends_on: Date;
  readonly time_zone: string;
  readonly offer_hours: number;
  readonly last_queue_position: number;
  readonly taken: number[];
  readonly waiting: number;
};

/**
 * Locks the cohort and reads its seats. The two statements are one too many on purpose: what is counted beside a
 * `FOR UPDATE` is counted before the lock is there (READ COMMITTED takes its snapshot first), and would let two in.
 * Throws the refusal `notFound` where there is no such cohort.
 */
export async function lockCohort(work: Work, cohortId: string): Promise<LockedCohort> {
  await lockRow(work.tx, "cohort", cohortId);
  const [row] = await work.tx.$queryRaw<Row[]>`
    SELECT c.id, c.name, v.title AS programme, c.state, c.capacity, c.starts_on, c.ends_on, c.time_zone, c.offer_hours,
           c.last_queue_position,
           ARRAY(SELECT s.number FROM seat s WHERE s.cohort_id = c.id) AS taken,
           (SELECT count(*)::int FROM waitlist_entry w WHERE w.cohort_id = c.id AND w.state = 'waiting') AS waiting
    FROM cohort c JOIN programme_version v ON v.id = c.programme_version_id
    WHERE c.id = ${cohortId}::uuid`;
  if (!row) throw new RefusalError({ code: "notFound" });
  return {
    id: row.id,
    name: row.name,
    programme: row.programme,
    cohortState: row.state,
    capacity: row.capacity,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    timeZone: row.time_zone,
    offerHours: row.offer_hours,
    lastQueuePosition: row.last_queue_position,
    takenSeats: row.taken,
    waiting: row.waiting,
  };
}
