import "server-only";
import { type Acting, organisationsAs } from "@/lib/auth/acting";
import { database } from "@/lib/db/client";
import { type PairAgreement, pairAgreement } from "../rules/register";

/** What an assessor of the body has done since a moment, and how often they agreed with the other of a pair. */
export type AssessorLoad = {
  readonly personId: string;
  readonly name: string;
  readonly observations: number;
  /** Different participants. */
  readonly participants: number;
  readonly lastObservedOn: Date | null;
  readonly recommendations: number;
  readonly agreement: PairAgreement;
};

type Counted = {
  readonly personId: string;
  readonly name: string;
  readonly observations: number;
  readonly participants: number;
  readonly lastObservedOn: Date | null;
  readonly recommendations: number;
  readonly compared: number;
  readonly equal: number;
};

/**
 * The load of everybody who is an assessor of the body now or observed for it since then (null: ever), by name; counted by the
 * database. Agreement is over criteria that both of a pair rated blind.
 */
export async function listAssessorLoad(
  acting: Acting,
  since: Date | null,
  now: Date,
): Promise<AssessorLoad[]> {
  const bodies = organisationsAs(acting, "certifier");
  const rows = await database().$queryRaw<Counted[]>`
    WITH written AS (
      SELECT o.id, o.assessor_id, o.enrolment_id, o.observed_on, o.pair_id
      FROM observation o JOIN enrolment e ON e.id = o.enrolment_id JOIN cohort k ON k.id = e.cohort_id
        JOIN programme_version v ON v.id = k.programme_version_id
      WHERE v.certifying_body_id = ANY (${bodies}::uuid[]) AND o.state NOT IN ('draft', 'returned')
        AND (${since}::timestamptz IS NULL OR o.observed_on >= ${since}::timestamptz)),
    pairs AS (
      SELECT mine.assessor_id, count(*) AS compared, count(*) FILTER (WHERE r.rating = s.rating) AS equal
      FROM written mine JOIN written theirs ON theirs.pair_id = mine.pair_id AND theirs.assessor_id <> mine.assessor_id
        JOIN criterion_rating r ON r.observation_id = mine.id
        JOIN criterion_rating s ON s.observation_id = theirs.id AND s.criterion_id = r.criterion_id
      GROUP BY mine.assessor_id)
    SELECT p.id AS "personId", p.name, count(w.id)::int AS observations, count(DISTINCT w.enrolment_id)::int AS participants,
      max(w.observed_on) AS "lastObservedOn",
      (SELECT count(*)::int FROM case_recommendation m JOIN certification_case c ON c.id = m.case_id
        WHERE m.recommender_id = p.id AND c.certifying_body_id = ANY (${bodies}::uuid[])
          AND (${since}::timestamptz IS NULL OR m.recommended_at >= ${since})) AS recommendations,
      coalesce((SELECT compared FROM pairs WHERE assessor_id = p.id), 0)::int AS compared,
      coalesce((SELECT equal FROM pairs WHERE assessor_id = p.id), 0)::int AS equal
    FROM person p LEFT JOIN written w ON w.assessor_id = p.id
    WHERE w.id IS NOT NULL OR EXISTS (SELECT 1 FROM role_grant g WHERE g.person_id = p.id AND g.role = 'assessor'
      AND g.organisation_id = ANY (${bodies}::uuid[]) AND g.valid_from <= ${now} AND (g.valid_to IS NULL OR g.valid_to > ${now}))
    GROUP BY p.id, p.name ORDER BY p.name, p.id`;
  return rows.map(({ compared, equal, ...row }) => ({ ...row, agreement: pairAgreement(compared, equal) }));
}
