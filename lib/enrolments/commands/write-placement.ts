import "server-only";
import type { Work } from "@/lib/auth/work";
import { casesInsert, type NewCase } from "@/lib/certification/commands/open-case";
import { civilDay } from "@/lib/core/dates";
import { Prisma } from "@/lib/db/generated/client";
import type { ClosingWrite } from "@/lib/db/traces";

/** Where one application goes: onto a seat (null for a guest) with an enrolment, or to a position in the queue. */
export type PlacementRow = {
  readonly applicationId: string;
  readonly version: number;
  readonly enrolmentId: string | null;
  readonly seat: number | null;
  readonly entryId: string | null;
  readonly position: number | null;
};

/**
 * What both ways into a cohort have in common: enrolments with a snapshot of the affiliation, taken from the applications that were
 * just admitted. The organisation is called what it is called today, as `nameAt` has it. `admitted` gives the applications' columns
 * and `enrolment_id`.
 */
function enrolled(work: Work): Prisma.Sql {
  const today = civilDay(work.now);
  return Prisma.sql`
    INSERT INTO enrolment (id, cohort_id, person_id, application_id, participant_role, track_id, organisation_id,
                           organisation_name, title, payer, payer_gln, payer_reference, created_at)
    SELECT a.enrolment_id, a.cohort_id, a.person_id, a.id, a.participant_role, a.track_id, a.organisation_id,
           coalesce((SELECT n.name FROM organisation_name n WHERE n.organisation_id = a.organisation_id
                     ORDER BY n.valid_from <= ${today}::date DESC, abs(n.valid_from - ${today}::date) LIMIT 1),
                    a.organisation_other),
           a.title, a.payer, a.payer_gln, a.payer_reference, ${work.now}::timestamptz
    FROM admitted a WHERE a.enrolment_id IS NOT NULL
    RETURNING id, cohort_id`;
}

/**
 * The write that gives applications under review their seats and places in the queue, whose last position was `lastPosition`; with
 * the cases of those whose programme certifies. Whoever was changed in between is missing in what it wrote; a seat that is taken, or
 * beyond the capacity, the database refuses as `cohort.full`.
 */
export function placementWrite(
  work: Work,
  rows: readonly PlacementRow[],
  cases: readonly NewCase[],
  lastPosition: number,
): ClosingWrite {
  const queued = rows.flatMap((row) => (row.position === null ? [] : [row.position]));
  const queries = Prisma.sql`
    placed AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS p("applicationId" uuid, version int, "enrolmentId" uuid, seat int, "entryId" uuid, position int)
    ), admitted AS (
      UPDATE application a
      SET state = (CASE WHEN p."entryId" IS NULL THEN 'admitted' ELSE 'waitlisted' END)::application_state,
          version = a.version + 1, decided_at = ${work.now}::timestamptz, decided_by_id = ${work.acting.personId}::uuid,
          updated_at = ${work.now}::timestamptz
      FROM placed p
      WHERE a.id = p."applicationId" AND a.version = p.version AND a.state = 'under_review'
      RETURNING a.*, p."enrolmentId" AS enrolment_id, p.seat, p."entryId" AS entry_id, p.position
    ), enrolled AS (${enrolled(work)}), seated AS (
      INSERT INTO seat (cohort_id, number, enrolment_id)
      SELECT e.cohort_id, a.seat, e.id FROM enrolled e JOIN admitted a ON a.enrolment_id = e.id WHERE a.seat IS NOT NULL
    ), opened AS (${casesInsert(work, cases, Prisma.sql`enrolled`)}), numbered AS (
      UPDATE cohort c SET last_queue_position = ${Math.max(lastPosition, ...queued)}
      FROM (SELECT DISTINCT cohort_id FROM admitted WHERE entry_id IS NOT NULL) q
      WHERE c.id = q.cohort_id AND c.last_queue_position = ${lastPosition}
      RETURNING c.id
    ), queued AS (
      INSERT INTO waitlist_entry (id, cohort_id, application_id, position, joined_at)
      SELECT a.entry_id, a.cohort_id, a.id, a.position, ${work.now}::timestamptz
      FROM admitted a JOIN numbered n ON n.id = a.cohort_id WHERE a.entry_id IS NOT NULL
      RETURNING id
    )`;
  return {
    queries,
    written: Prisma.sql`(SELECT count(*) FROM enrolled) + (SELECT count(*) FROM queued)`,
    expected: rows.length,
  };
}

/**
 * The write that turns a live offer into an enrolment on the seat that it held. Where entry or application was changed in between, it
 * writes nothing.
 */
export function acceptanceWrite(
  work: Work,
  entry: { readonly id: string; readonly version: number },
  application: { readonly id: string; readonly version: number },
  enrolmentId: string,
  cases: readonly NewCase[],
): ClosingWrite {
  const queries = Prisma.sql`
    accepted AS (
      UPDATE waitlist_entry SET state = 'accepted', version = version + 1, answered_at = ${work.now}::timestamptz
      WHERE id = ${entry.id}::uuid AND version = ${entry.version} AND state = 'offered'
      RETURNING application_id
    ), admitted AS (
      UPDATE application
      SET state = 'admitted', version = version + 1, updated_at = ${work.now}::timestamptz
      WHERE id = (SELECT application_id FROM accepted) AND id = ${application.id}::uuid
        AND version = ${application.version} AND state = 'waitlisted'
      RETURNING *, ${enrolmentId}::uuid AS enrolment_id
    ), enrolled AS (${enrolled(work)}), seated AS (
      UPDATE seat SET waitlist_entry_id = NULL, enrolment_id = e.id FROM enrolled e WHERE waitlist_entry_id = ${entry.id}::uuid
      RETURNING number
    ), opened AS (${casesInsert(work, cases, Prisma.sql`enrolled`)})`;
  return {
    queries,
    written: Prisma.sql`(SELECT count(*) FROM enrolled) * (SELECT count(*) FROM seated)`,
    expected: 1,
  };
}
