import { randomUUID } from "node:crypto";
import { row, rows } from "./database.ts";

/** A cohort of the certified programme of a test's own. `state` open takes applications; running has three sessions behind it. */
export async function ownCohort(state: "open" | "running", name: string): Promise<string> {
  const starts = state === "open" ? "60 days" : "-40 days";
  const { id } = await row<{ id: string }>(
    `INSERT INTO cohort (id, slug, programme_version_id, name, state, capacity, application_deadline, city, starts_on, ends_on)
     SELECT gen_random_uuid(), 'test-' || replace(gen_random_uuid()::text, '-', ''), programme_version_id, $1, $2::cohort_state, 20,
            now() + interval '${starts}' - interval '5 days', 'Odense', (now() + interval '${starts}')::date, (now() + interval '200 days')::date
     FROM cohort WHERE slug = 'odense-foraar' RETURNING id`,
    [name, state],
  );
  return id;
}

/** Three sessions that were held on a cohort, with a participant of a municipality who was at each. */
export async function participantAfterThreeSessions(
  cohortId: string,
  coordinator: string,
): Promise<{ enrolmentId: string; name: string }> {
  const letters = Array.from({ length: 6 }, () =>
    String.fromCharCode(97 + Math.floor(Math.random() * 26)),
  ).join("");
  const name = `Gamle ${letters[0]?.toUpperCase()}${letters.slice(1)}`;
  const { id } = await row<{ id: string }>(
    `WITH p AS (INSERT INTO person (id, name, email) VALUES (gen_random_uuid(), $1, $2) RETURNING id),
          o AS (SELECT g.organisation_id FROM role_grant g JOIN person c ON c.id = g.person_id WHERE c.email = $3 AND g.role = 'coordinator'),
          e AS (INSERT INTO enrolment (id, cohort_id, person_id, state, participant_role, organisation_id, organisation_name, title)
                SELECT gen_random_uuid(), $4::uuid, p.id, 'active', 'manager', o.organisation_id, 'Fjordby Kommune', 'Leder' FROM p, o RETURNING id, cohort_id),
          s AS (INSERT INTO seat (cohort_id, number, enrolment_id) SELECT cohort_id, 1, id FROM e)
     SELECT id FROM e`,
    [name, `gammel.${letters}@fjordby.example`, coordinator, cohortId],
  );
  await rows(
    `WITH s AS (
       INSERT INTO session (id, cohort_id, position, theme, format, state, starts_at, ends_at, starts_local, ends_local, time_zone, ical_uid)
       SELECT gen_random_uuid(), $1::uuid, n, 'Tema ' || n, 'seminar', 'held', t, t + interval '6 hours',
              t AT TIME ZONE 'Europe/Copenhagen', (t + interval '6 hours') AT TIME ZONE 'Europe/Copenhagen', 'Europe/Copenhagen', gen_random_uuid()::text
       FROM generate_series(1, 3) n, LATERAL (SELECT date_trunc('hour', now()) - (40 - 10 * n) * interval '1 day' AS t) at
       RETURNING id)
     INSERT INTO attendance (id, session_id, enrolment_id, status, recorded_by_id, recorded_at, entry)
     SELECT gen_random_uuid(), s.id, $2::uuid, 'present', (SELECT id FROM person WHERE email = 'staff@komponent.example'), now(), 1 FROM s`,
    [cohortId, id],
  );
  return { enrolmentId: id, name };
}

/** Somebody new with a seat on a cohort, in a role and on a track by its name; resolves to their address. */
export async function seatOn(cohortId: string, role: string, track: string, number = 1): Promise<string> {
  const email = `${randomUUID().slice(0, 12)}@fjordby.example`;
  await row(
    `WITH p AS (INSERT INTO person (id, name, email) VALUES (gen_random_uuid(), 'Ny Deltager', $1) RETURNING id),
          o AS (SELECT organisation_id FROM organisation_name WHERE name = 'Fjordby Kommune' LIMIT 1),
          t AS (SELECT t.id FROM track t JOIN cohort c ON c.programme_version_id = t.programme_version_id WHERE c.id = $2::uuid AND t.name = $4),
          e AS (INSERT INTO enrolment (id, cohort_id, person_id, state, participant_role, track_id, organisation_id, organisation_name, title)
                SELECT gen_random_uuid(), $2::uuid, p.id, 'reserved', $3::participant_role, t.id, o.organisation_id, 'Fjordby Kommune', 'Leder'
                FROM p, o, t RETURNING id, cohort_id)
     INSERT INTO seat (cohort_id, number, enrolment_id) SELECT cohort_id, $5, id FROM e RETURNING enrolment_id`,
    [email, cohortId, role, track, number],
  );
  return email;
}
