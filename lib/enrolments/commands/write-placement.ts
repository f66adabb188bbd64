import "server-only";
import { randomUUID } from "node:crypto";
import type { Work } from "@/lib/auth/work";
import { RefusalError } from "@/lib/core/decision";
import { Prisma } from "@/lib/db/generated/client";

/** The application a placement is written for, as it was read under the cohort's lock. */
export type PlacedApplication = { readonly id: string; readonly version: number };

const conflict = () => new RefusalError({ code: "conflict" });

/**
 * The part that both ways into a cohort have in common: the enrolment with a snapshot of the affiliation, taken from the
 * application that was just admitted. The organisation is called what it is called today, as `nameAt` has it.
 */
function enrolled(work: Work, id: string): Prisma.Sql {
  const today = work.now.toISOString().slice(0, 10);
  return Prisma.sql`
    INSERT INTO enrolment (id, cohort_id, person_id, application_id, participant_role, track_id, organisation_id,
                           organisation_name, title, payer, payer_gln, payer_reference, created_at)
    SELECT ${id}::uuid, a.cohort_id, a.person_id, a.id, a.participant_role, a.track_id, a.organisation_id,
           coalesce((SELECT n.name FROM organisation_name n WHERE n.organisation_id = a.organisation_id
                     ORDER BY n.valid_from <= ${today}::date DESC, abs(n.valid_from - ${today}::date) LIMIT 1),
                    a.organisation_other),
           a.title, a.payer, a.payer_gln, a.payer_reference, ${work.now}::timestamptz
    FROM admitted a
    RETURNING id, cohort_id`;
}

/**
 * Admits an application that is under review onto seat `number` (null for a guest), in one statement; returns the enrolment's
 * id. Throws the refusal `conflict` where the application was changed in between, and `cohort.full`, by the database, where
 * the seat is taken.
 */
export async function writeSeat(
  work: Work,
  application: PlacedApplication,
  number: number | null,
): Promise<string> {
  const id = randomUUID();
  const rows = await work.tx.$queryRaw<{ id: string }[]>`
    WITH admitted AS (
      UPDATE application
      SET state = 'admitted', version = version + 1, decided_at = ${work.now}::timestamptz,
          decided_by_id = ${work.acting.personId}::uuid, updated_at = ${work.now}::timestamptz
      WHERE id = ${application.id}::uuid AND version = ${application.version} AND state = 'under_review'
      RETURNING *
    ), enrolled AS (${enrolled(work, id)}), seated AS (
      INSERT INTO seat (cohort_id, number, enrolment_id)
      SELECT cohort_id, ${number}::int, id FROM enrolled WHERE ${number}::int IS NOT NULL
    )
    SELECT id FROM enrolled`;
  if (rows.length === 0) throw conflict();
  return id;
}

/**
 * Turns a live offer into an enrolment on the seat that it held, in one statement; returns the enrolment's id. Throws the refusal
 * `conflict` where entry or application was changed in between.
 */
export async function writeAcceptedOffer(
  work: Work,
  entry: { readonly id: string; readonly version: number },
  application: PlacedApplication,
): Promise<string> {
  const id = randomUUID();
  const rows = await work.tx.$queryRaw<{ id: string }[]>`
    WITH accepted AS (
      UPDATE waitlist_entry SET state = 'accepted', version = version + 1, answered_at = ${work.now}::timestamptz
      WHERE id = ${entry.id}::uuid AND version = ${entry.version} AND state = 'offered'
      RETURNING application_id
    ), admitted AS (
      UPDATE application
      SET state = 'admitted', version = version + 1, updated_at = ${work.now}::timestamptz
      WHERE id = (SELECT application_id FROM accepted) AND id = ${application.id}::uuid
        AND version = ${application.version} AND state = 'waitlisted'
      RETURNING *
    ), enrolled AS (${enrolled(work, id)}), seated AS (
      UPDATE seat SET waitlist_entry_id = NULL, enrolment_id = e.id FROM enrolled e WHERE waitlist_entry_id = ${entry.id}::uuid
      RETURNING number
    )
    SELECT e.id FROM enrolled e, seated`;
  if (rows.length === 0) throw conflict();
  return id;
}

/**
 * Queues an application that is under review at `position`, in one statement; returns the entry's id. Throws the refusal
 * `conflict` where the application or the end of the queue has moved in between.
 */
export async function writeQueuePlace(
  work: Work,
  application: PlacedApplication,
  position: number,
): Promise<string> {
  const id = randomUUID();
  const rows = await work.tx.$queryRaw<{ id: string }[]>`
    WITH queued AS (
      UPDATE application
      SET state = 'waitlisted', version = version + 1, decided_at = ${work.now}::timestamptz,
          decided_by_id = ${work.acting.personId}::uuid, updated_at = ${work.now}::timestamptz
      WHERE id = ${application.id}::uuid AND version = ${application.version} AND state = 'under_review'
      RETURNING id, cohort_id
    ), numbered AS (
      UPDATE cohort SET last_queue_position = ${position}
      WHERE id = (SELECT cohort_id FROM queued) AND last_queue_position = ${position - 1}
      RETURNING id
    )
    INSERT INTO waitlist_entry (id, cohort_id, application_id, position, joined_at)
    SELECT ${id}::uuid, q.cohort_id, q.id, ${position}, ${work.now}::timestamptz
    FROM queued q JOIN numbered n ON n.id = q.cohort_id
    RETURNING id`;
  if (rows.length === 0) throw conflict();
  return id;
}
