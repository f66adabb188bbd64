import { rows } from "./database.ts";

/** What an event or a mail was, and whose: `case.decided certifier@copi.example`. */
export type Trace = { readonly what: string; readonly who: string };

/** The streams of everything that belongs to a cohort: itself, its programme, sessions, applications, enrolments, observations, cases. */
const STREAMS = `
  WITH hold AS (SELECT c.id, v.programme_id FROM cohort c JOIN programme_version v ON v.id = c.programme_version_id WHERE c.name = $1)
  SELECT 'cohort:' || id AS stream FROM hold
  UNION SELECT 'programme:' || programme_id FROM hold
  UNION SELECT 'session:' || s.id FROM session s JOIN hold ON s.cohort_id = hold.id
  UNION SELECT 'application:' || a.id FROM application a JOIN hold ON a.cohort_id = hold.id
  UNION SELECT 'enrolment:' || e.id FROM enrolment e JOIN hold ON e.cohort_id = hold.id
  UNION SELECT 'observation:' || o.id FROM observation o JOIN enrolment e ON e.id = o.enrolment_id JOIN hold ON e.cohort_id = hold.id
  UNION SELECT 'case:' || k.id FROM certification_case k JOIN enrolment e ON e.id = k.enrolment_id JOIN hold ON e.cohort_id = hold.id`;

/** Every event about a cohort and what hangs on it, with the address of who did it (empty: nobody signed in, or a job). */
export function trailOf(cohort: string): Promise<Trace[]> {
  return rows<Trace>(
    `SELECT a.action AS what, coalesce(p.email, '') AS who FROM audit_event a LEFT JOIN person p ON p.id = a.actor_id
     WHERE a.stream IN (${STREAMS}) ORDER BY a.id`,
    [cohort],
  );
}

/** The mails to some addresses that wait in the outbox or were sent from there since a moment. */
export function outboxTo(addresses: readonly string[], since: Date): Promise<Trace[]> {
  return rows<Trace>(
    "SELECT template AS what, to_email AS who FROM outbox_mail WHERE to_email = ANY($1) AND created_at >= $2 ORDER BY id",
    [[...addresses], since],
  );
}
