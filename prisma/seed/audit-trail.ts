import type { Seed } from "./base.ts";

/**
 * Writes the trail that the demo's past would have left, in the order in which it happened: read from the rows themselves,
 * with the names that lib/<area>/commands give to what they do. The database numbers and chains the events as always.
 */
export async function seedAuditTrail(seed: Seed): Promise<void> {
  await writeGettingIn(seed);
  await writeCertification(seed);
}

/** Streams of people, cohorts and applications. */
async function writeGettingIn({ db }: Seed): Promise<void> {
  await db.$executeRaw`
    INSERT INTO audit_event (stream, action, actor_id, acting_role, entity, entity_id, detail, at)
    SELECT stream, action, actor_id, acting_role, entity, entity_id, detail, date_trunc('milliseconds', at)
    FROM (
      SELECT 'person:' || person_id AS stream, 'role.granted' AS action, granted_by_id AS actor_id,
             CASE WHEN granted_by_id IS NULL THEN 'system' ELSE 'admin' END AS acting_role, 'person' AS entity,
             person_id::text AS entity_id,
             jsonb_build_object('role', role, 'organisationId', organisation_id) AS detail, valid_from AS at, 0 AS step
      FROM role_grant
      UNION ALL
      SELECT 'cohort:' || id, 'cohort.created', NULL, 'staff', 'cohort', id::text, '{}', created_at, 1 FROM cohort
      UNION ALL
      SELECT 'application:' || id, 'application.submitted', person_id, 'person', 'application', id::text,
             jsonb_build_object('cohortId', cohort_id), submitted_at, 2
      FROM application WHERE submitted_at IS NOT NULL
      UNION ALL
      SELECT 'application:' || id, 'application.' || state, decided_by_id, 'staff', 'application', id::text,
             jsonb_build_object('cohortId', cohort_id), decided_at, 3
      FROM application WHERE decided_at IS NOT NULL AND state IN ('admitted', 'waitlisted', 'declined')
      UNION ALL
      SELECT 'cohort:' || e.cohort_id, 'enrolment.created', a.decided_by_id,
             CASE WHEN a.id IS NULL THEN 'system' ELSE 'staff' END, 'enrolment', e.id::text, '{}', e.created_at, 4
      FROM enrolment e LEFT JOIN application a ON a.id = e.application_id
    ) AS past
    ORDER BY at, step, entity_id`;
}

/** Streams of observations and cases: none that writeGettingIn writes to. */
async function writeCertification({ db }: Seed): Promise<void> {
  await db.$executeRaw`
    INSERT INTO audit_event (stream, action, actor_id, acting_role, entity, entity_id, detail, at)
    SELECT stream, action, actor_id, acting_role, entity, entity_id, detail, date_trunc('milliseconds', at)
    FROM (
      SELECT 'case:' || id AS stream, 'case.opened' AS action, NULL::uuid AS actor_id, 'system' AS acting_role,
             'certificationCase' AS entity, id::text AS entity_id,
             jsonb_build_object('enrolmentId', enrolment_id) AS detail, created_at AS at, 5 AS step
      FROM certification_case
      UNION ALL
      SELECT 'observation:' || id, 'observation.submitted', assessor_id, 'assessor', 'observation', id::text,
             jsonb_build_object('contentHash', content_hash), submitted_at, 6
      FROM observation WHERE submitted_at IS NOT NULL
      UNION ALL
      SELECT 'observation:' || id, 'observation.shared', assessor_id, 'assessor', 'observation', id::text, '{}', shared_at, 7
      FROM observation WHERE shared_at IS NOT NULL
      UNION ALL
      SELECT 'observation:' || id, 'observation.locked', NULL, 'system', 'observation', id::text, '{}', locked_at, 8
      FROM observation WHERE locked_at IS NOT NULL
      UNION ALL
      SELECT 'case:' || case_id, 'case.recommended', recommender_id, 'assessor', 'certificationCase', case_id::text,
             jsonb_build_object('round', round, 'outcome', outcome, 'evidenceHash', evidence_hash), recommended_at, 9
      FROM case_recommendation
      UNION ALL
      SELECT 'case:' || case_id, 'case.hearingOpened', opened_by_id, 'certifier', 'certificationCase', case_id::text,
             jsonb_build_object('round', round), opened_at, 10
      FROM case_hearing
      UNION ALL
      SELECT 'case:' || case_id, 'case.decided', decider_id, 'certifier', 'certificationCase', case_id::text,
             jsonb_build_object('round', round, 'outcome', outcome), decided_at, 11
      FROM case_decision
      UNION ALL
      SELECT 'case:' || case_id, 'case.released', taken_by_id, 'certifier', 'certificationCase', case_id::text,
             jsonb_build_object('round', round), taken_at, 12
      FROM case_step WHERE kind = 'released'
      UNION ALL
      SELECT 'case:' || case_id, 'case.roundStarted', taken_by_id, 'certifier', 'certificationCase', case_id::text,
             jsonb_build_object('round', round, 'nextRound', round + 1), taken_at, 12
      FROM case_step WHERE kind = 'recertification_begun'
      UNION ALL
      SELECT 'case:' || case_id, 'certificate.issued', NULL, 'system', 'certificate', id::text,
             jsonb_build_object('serialNumber', serial_number, 'payloadHash', payload_hash), issued_at, 13
      FROM certificate
      UNION ALL
      SELECT 'case:' || c.case_id, 'certificate.revoked', r.confirmed_by_id, 'certifier', 'certificate', c.id::text,
             jsonb_build_object('revocationId', r.id), r.confirmed_at, 14
      FROM certificate_revocation r JOIN certificate c ON c.id = r.certificate_id WHERE r.confirmed_at IS NOT NULL
    ) AS past
    ORDER BY at, step, entity_id`;
}
