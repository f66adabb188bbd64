import "server-only";
import { type Acting, personOf } from "@/lib/auth/acting";
import { visibleEnrolments } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";

/** Another assessor of the body who could observe a participant. */
export type FreeAssessor = {
  readonly id: string;
  readonly name: string;
  /** They have a visit at the time that was asked about. */
  readonly busy: boolean;
  /** Booked visits ahead of them: whom to ask first. */
  readonly visitsAhead: number;
};

/** A time that is asked about; null where only the persons matter. */
export type Window = { readonly startsAt: Date; readonly endsAt: Date };

/**
 * The other assessors of the certifying body who are authorised for a participant's framework and not barred from them, the free ones
 * first and of these those with the fewest visits ahead. Nobody where the reader reaches no such participant. Who is barred is decided by
 * the same conditions as everywhere (`assessor_barred` in the database repeats rules/assessor-eligibility.ts).
 */
export async function listFreeAssessors(
  acting: Acting,
  enrolmentId: string,
  now: Date,
  window: Window | null = null,
): Promise<FreeAssessor[]> {
  const enrolment = await database().enrolment.findFirst({
    where: { AND: [{ id: enrolmentId }, visibleEnrolments(acting)] },
    select: { cohort: { select: { programmeVersion: { select: { certifyingBodyId: true } } } } },
  });
  const bodyId = enrolment?.cohort.programmeVersion.certifyingBodyId;
  if (!bodyId) return [];
  const from = window?.startsAt ?? now;
  const to = window?.endsAt ?? now;
  const rows = await database().$queryRaw<FreeAssessor[]>`
    SELECT p.id, p.name,
      EXISTS (SELECT 1 FROM observation_visit v LEFT JOIN observation_pair q ON q.visit_id = v.id
              WHERE v.state = 'booked' AND (v.assessor_id = p.id OR q.second_id = p.id)
                AND tstzrange(v.starts_at, v.ends_at) && tstzrange(${from}::timestamptz, ${to}::timestamptz)) AS busy,
      (SELECT count(*)::int FROM observation_visit v WHERE v.assessor_id = p.id AND v.state = 'booked' AND v.starts_at > ${now}) AS "visitsAhead"
    FROM person p
    WHERE p.id <> ${personOf(acting)}::uuid AND p.closed_at IS NULL
      AND EXISTS (SELECT 1 FROM role_grant g WHERE g.person_id = p.id AND g.role = 'assessor' AND g.organisation_id = ${bodyId}::uuid
                  AND g.valid_from <= ${now} AND (g.valid_to IS NULL OR g.valid_to > ${now}))
      AND assessor_authorised(p.id, ${enrolmentId}::uuid, ${from}) AND NOT assessor_barred(p.id, ${enrolmentId}::uuid, ${now})
    ORDER BY busy, "visitsAhead", p.name LIMIT 100`;
  return rows;
}
