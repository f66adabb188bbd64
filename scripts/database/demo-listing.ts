/** What an outside check needs to know of the demo's data, read with plain SQL. */
import type { Client } from "pg";

export type DemoListing = {
  accounts: { email: string; name: string; locale: string; roles: string[] }[];
  certificates: { publicId: string; status: string }[];
  openCohorts: { slug: string; programme: string; name: string }[];
};

/** Roles in force now. `participant` is nobody's grant: it comes from an enrolment. */
const ACCOUNTS = `
  SELECT p.email, p.name, p.locale::text,
         ARRAY(SELECT g.role::text FROM role_grant g
               WHERE g.person_id = p.id AND g.valid_from <= now() AND (g.valid_to IS NULL OR g.valid_to > now())
               UNION
               SELECT 'participant' FROM enrolment e
               WHERE e.person_id = p.id AND e.state IN ('reserved', 'active', 'paused', 'completed')
               ORDER BY 1) AS roles
  FROM person p
  WHERE p.email IS NOT NULL AND p.closed_at IS NULL
  ORDER BY p.email`;

const CERTIFICATES = `
  SELECT public_id AS "publicId",
         CASE WHEN state = 'issued' AND valid_until < now() THEN 'expired' ELSE state::text END AS status
  FROM certificate ORDER BY issued_at, serial_number`;

const OPEN_COHORTS = `
  SELECT c.slug, p.slug AS programme, c.name
  FROM cohort c
  JOIN programme_version v ON v.id = c.programme_version_id
  JOIN programme p ON p.id = v.programme_id
  WHERE c.state = 'open' ORDER BY c.starts_on, c.slug`;

/** Accounts with their roles, certificates with their status, and cohorts that are open for applications. */
export async function readDemoListing(client: Client): Promise<DemoListing> {
  const accounts = await client.query(ACCOUNTS);
  const certificates = await client.query(CERTIFICATES);
  const openCohorts = await client.query(OPEN_COHORTS);
  return { accounts: accounts.rows, certificates: certificates.rows, openCohorts: openCohorts.rows };
}
