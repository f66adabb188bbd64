/** Multiplies the demo data, so that what is measured has the size of a country's provider, in a few set-based statements. */
import pg from "pg";

/** What is grown: open cohorts with their sessions, people with a session each, applications under review. */
export type Size = { cohorts: number; people: number };

export type Grown = {
  /** The cohort that the people may apply to; its capacity is far away. */
  applyTo: { id: string; slug: string; trackId: string };
  /** The cohort whose applications wait for admission. */
  admitTo: { id: string; applications: string[] };
  /** Cookie values of the people: person n has `bench-n`. */
  tokenOf: (n: number) => string;
};

/** A further open cohort per number, like the demo's open one, without its people. */
const COHORTS = `
  WITH model AS (SELECT * FROM cohort WHERE slug = 'odense-foraar')
  INSERT INTO cohort (id, slug, programme_version_id, agreement_id, name, state, capacity, application_deadline, time_zone, city, starts_on, ends_on)
  SELECT gen_random_uuid(), 'bench-' || n, m.programme_version_id, m.agreement_id, 'Hold ' || n, 'open', 1000,
         m.application_deadline, m.time_zone, (ARRAY['Odense', 'Aarhus', 'Vejle', 'Aalborg'])[1 + n % 4], m.starts_on + n, m.ends_on + n
  FROM model m, generate_series(1, $1::int) n`;

const SESSIONS = `
  INSERT INTO session (id, cohort_id, position, theme, format, starts_local, ends_local, time_zone, starts_at, ends_at, place, ical_uid)
  SELECT gen_random_uuid(), c.id, s.position, s.theme, s.format, s.starts_local, s.ends_local, s.time_zone, s.starts_at, s.ends_at,
         c.city, gen_random_uuid() || '@bench.example'
  FROM session s JOIN cohort model ON model.id = s.cohort_id AND model.slug = 'odense-foraar', cohort c
  WHERE c.slug LIKE 'bench-%'`;

const PEOPLE = `
  INSERT INTO person (id, name, email, email_verified_at)
  SELECT gen_random_uuid(), 'Person ' || n, 'bench-' || n || '@bench.example', now() FROM generate_series(1, $1::int) n`;

const SIGNED_IN = `
  INSERT INTO sign_in_session (id, person_id, token_hash, expires_at, ends_at)
  SELECT gen_random_uuid(), p.id, encode(sha256(split_part(p.email, '@', 1)::bytea), 'hex'), now() + interval '12 hours', now() + interval '7 days'
  FROM person p WHERE p.email LIKE 'bench-%'
  UNION ALL
  SELECT gen_random_uuid(), p.id, encode(sha256(('bench-' || split_part(p.email, '@', 1))::bytea), 'hex'), now() + interval '12 hours', now() + interval '7 days'
  FROM person p WHERE p.email IN ('staff@komponent.example', 'participant@fjordby.example')`;

const APPLICATIONS = `
  INSERT INTO application (id, cohort_id, person_id, state, participant_role, organisation_id, title, motivation, payer, submitted_at)
  SELECT gen_random_uuid(), $1::uuid, p.id, 'under_review', 'manager',
         (SELECT id FROM organisation WHERE kind = 'municipality' LIMIT 1), 'Leder', 'Vil lede innovation med sine medarbejdere.', 'self', now()
  FROM person p WHERE p.email LIKE 'bench-%'
  RETURNING id`;

/** Grows the database at `url` and says where to find what was added. */
export async function grow(url: string, { cohorts, people }: Size): Promise<Grown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(COHORTS, [cohorts]);
    await client.query(SESSIONS);
    await client.query(PEOPLE, [people]);
    await client.query(SIGNED_IN);
    const cohort = async (slug: string): Promise<{ id: string; slug: string }> =>
      (await client.query("SELECT id, slug FROM cohort WHERE slug = $1", [slug])).rows[0];
    const admitTo = await cohort("bench-2");
    const applyTo = await cohort("bench-1");
    const tracks = await client.query<{ id: string }>(
      "SELECT t.id FROM track t JOIN cohort c ON c.programme_version_id = t.programme_version_id WHERE c.id = $1 ORDER BY t.position",
      [applyTo.id],
    );
    const { rows } = await client.query<{ id: string }>(APPLICATIONS, [admitTo.id]);
    await client.query("ANALYZE");
    return {
      applyTo: { ...applyTo, trackId: tracks.rows[0]?.id ?? "" },
      admitTo: { id: admitTo.id, applications: rows.map((row) => row.id) },
      tokenOf: (n) => `bench-${n}`,
    };
  } finally {
    await client.end();
  }
}
