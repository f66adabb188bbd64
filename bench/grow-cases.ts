/** Cases that are decided to certify, thousands of them, with the evidence that a certificate tells of. */
import pg from "pg";

/** What was grown: a run for each cohort, asked for by a certifier of the demo. */
export type GrownCases = { cases: number; runs: number };

const COHORT = `
  INSERT INTO cohort (id, slug, programme_version_id, name, state, capacity, application_deadline, time_zone, city, starts_on, ends_on)
  SELECT gen_random_uuid(), 'issuing-' || n, m.programme_version_id, 'Udstedelse ' || n, 'running', $2::int,
         m.application_deadline, m.time_zone, m.city, m.starts_on, m.ends_on
  FROM cohort m, generate_series(1, $1::int) n WHERE m.slug = 'odense-igangvaerende'`;

const PEOPLE = `
  INSERT INTO person (id, name, email)
  SELECT gen_random_uuid(), 'Deltager ' || c.slug || ' ' || n, c.slug || '-' || n || '@issuing.example'
  FROM cohort c, generate_series(1, $1::int) n WHERE c.slug LIKE 'issuing-%'`;

const ENROLMENTS = `
  INSERT INTO enrolment (id, cohort_id, person_id, state, participant_role)
  SELECT gen_random_uuid(), c.id, p.id, 'active', 'manager'
  FROM person p JOIN cohort c ON p.email LIKE c.slug || '-%@issuing.example' AND split_part(p.email, '@', 1) = c.slug || '-' || split_part(split_part(p.email, '@', 1), '-', 3)
  WHERE c.slug LIKE 'issuing-%'`;

const CASES = `
  INSERT INTO certification_case (id, enrolment_id, certifying_body_id, framework_version_id, state)
  SELECT gen_random_uuid(), e.id, v.certifying_body_id, v.framework_version_id, 'decided'
  FROM enrolment e JOIN cohort c ON c.id = e.cohort_id JOIN programme_version v ON v.id = c.programme_version_id
  WHERE c.slug LIKE 'issuing-%'`;

const DECISIONS = `
  INSERT INTO case_decision (id, case_id, round, decider_id, outcome, reason_main, evidence_hash, decided_at)
  SELECT gen_random_uuid(), k.id, 1, (SELECT id FROM person WHERE email = 'certifier3@copi.example'), 'certified', 'Alt er set.', repeat('0', 64), now()
  FROM certification_case k JOIN enrolment e ON e.id = k.enrolment_id JOIN cohort c ON c.id = e.cohort_id WHERE c.slug LIKE 'issuing-%'`;

const OBSERVATIONS = `
  INSERT INTO observation (id, enrolment_id, assessor_id, state, observed_on, situation, seen, interpreted, submitted_at, content_hash, shared_at, response_due_at, locked_at)
  SELECT gen_random_uuid(), e.id, (SELECT id FROM person WHERE email = 'assessor@copi.example'), 'locked', current_date - 20,
         'Et møde', 'Det skete', 'Det betyder', now(), repeat('0', 64), now(), now(), now()
  FROM enrolment e JOIN cohort c ON c.id = e.cohort_id, generate_series(1, 2) WHERE c.slug LIKE 'issuing-%'`;

const RATINGS = `
  INSERT INTO criterion_rating (observation_id, criterion_id, rating, evidence)
  SELECT o.id, r.id, 'reached', 'Set' FROM observation o JOIN enrolment e ON e.id = o.enrolment_id JOIN cohort c ON c.id = e.cohort_id
  JOIN programme_version v ON v.id = c.programme_version_id JOIN criterion r ON r.framework_version_id = v.framework_version_id
  WHERE c.slug LIKE 'issuing-%'`;

const RUNS = `
  INSERT INTO issuing_run (id, certifying_body_id, cohort_id, requested_by_id, requested_at)
  SELECT gen_random_uuid(), v.certifying_body_id, c.id, (SELECT id FROM person WHERE email = 'certifier@copi.example'), now()
  FROM cohort c JOIN programme_version v ON v.id = c.programme_version_id WHERE c.slug LIKE 'issuing-%'`;

const ITEMS = `
  INSERT INTO issuing_run_item (run_id, case_id, position)
  SELECT r.id, k.id, row_number() OVER (PARTITION BY r.id ORDER BY k.id) FROM issuing_run r
  JOIN enrolment e ON e.cohort_id = r.cohort_id JOIN certification_case k ON k.enrolment_id = e.id
  WHERE r.finished_at IS NULL`;

/**
 * Grows `cohorts` cohorts of `each` people, decided to be certified, with a run for each cohort. What leads to a decision is left out, so the
 * triggers that ask for it are off meanwhile; those that guard issuing are on again when it begins.
 */
export async function growCases(url: string, cohorts: number, each: number): Promise<GrownCases> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("SET session_replication_role = replica");
    await client.query(COHORT, [cohorts, each]);
    await client.query(PEOPLE, [each]);
    for (const statement of [ENROLMENTS, CASES, DECISIONS, OBSERVATIONS, RATINGS, RUNS, ITEMS])
      await client.query(statement);
    await client.query("ANALYZE");
    const { rows } = await client.query<{ n: number }>(
      "SELECT count(*)::int AS n FROM issuing_run_item WHERE state = 'waiting'",
    );
    return { cases: rows[0]?.n ?? 0, runs: cohorts };
  } finally {
    await client.end();
  }
}
