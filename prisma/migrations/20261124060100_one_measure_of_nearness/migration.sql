-- Who is near a participant is measured alike for those who observe and those who take part in the case (lib/observations/rules/
-- assessor-eligibility.ts, lib/certification/rules/involvement-rows.ts). Before, the employer somebody was enrolled from counted
-- for the one alone, a manager's question that was passed on named each time one of the two, and a cohort left halfway counted for neither
-- as far as it went.

-- Whether somebody was asked as the manager of a participant: in any application of theirs, also where the question was passed on.
CREATE FUNCTION asked_as_manager(who uuid, the_participant uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT 1 FROM application a JOIN person p ON p.id = who
    WHERE a.person_id = the_participant AND (
      (a.state <> 'draft' AND lower(a.manager_email) = p.email)
      OR EXISTS (SELECT 1 FROM manager_approval m WHERE m.application_id = a.id AND lower(m.manager_email) = p.email)
      OR EXISTS (SELECT 1 FROM approval_forward f WHERE f.application_id = a.id AND lower(f.from_email) = p.email)))
$$;

-- Whether somebody works, or within two years worked, for an employer of a participant's: one that is registered, or the one they were
-- enrolled from where the register knows nothing of it.
CREATE FUNCTION shares_employer(who uuid, the_enrolment uuid, at timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT 1 FROM affiliation mine JOIN enrolment e ON e.id = the_enrolment
    WHERE mine.person_id = who AND mine.valid_from <= at::date
      AND (mine.valid_to IS NULL OR mine.valid_to > (at - interval '2 years')::date)
      AND ((mine.organisation_id = e.organisation_id
            AND NOT EXISTS (SELECT 1 FROM affiliation theirs
                            WHERE theirs.person_id = e.person_id AND theirs.organisation_id = e.organisation_id))
        OR EXISTS (SELECT 1 FROM affiliation theirs
                   WHERE theirs.person_id = e.person_id AND theirs.organisation_id = mine.organisation_id
                     AND theirs.valid_from <= at::date
                     AND (theirs.valid_to IS NULL OR theirs.valid_to > (at - interval '2 years')::date))))
$$;

CREATE OR REPLACE FUNCTION assessor_barred(who uuid, the_enrolment uuid, at timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT 1 FROM enrolment e WHERE e.id = the_enrolment AND (
      e.person_id = who
      OR coalesce((SELECT d.outcome = 'bar' FROM conflict_declaration d
          WHERE d.assessor_id = who AND d.participant_id = e.person_id AND d.declared_at <= at
          ORDER BY d.declared_at DESC, d.id DESC LIMIT 1), false)
      OR EXISTS (SELECT 1 FROM cohort_facilitator f WHERE f.cohort_id = e.cohort_id AND f.person_id = who)
      OR EXISTS (SELECT 1 FROM session_facilitator f JOIN session s ON s.id = f.session_id
                 WHERE s.cohort_id = e.cohort_id AND f.person_id = who AND f.is_live)
      OR EXISTS (
        SELECT 1 FROM enrolment x JOIN session s ON s.cohort_id = x.cohort_id AND s.state <> 'cancelled'
        WHERE x.person_id = e.person_id AND x.cohort_id <> e.cohort_id
          AND (x.state NOT IN ('withdrawn', 'substituted', 'transferred') OR x.ended_at IS NULL OR s.starts_at < x.ended_at)
          AND s.ends_at > at - interval '2 years' AND s.starts_at <= at
          AND (EXISTS (SELECT 1 FROM cohort_facilitator f WHERE f.cohort_id = x.cohort_id AND f.person_id = who)
            OR EXISTS (SELECT 1 FROM session_facilitator f WHERE f.session_id = s.id AND f.person_id = who AND f.is_live)))
      OR asked_as_manager(who, e.person_id)
      OR shares_employer(who, e.id, at)))
$$;

CREATE OR REPLACE FUNCTION barred_from_case(who uuid, the_case uuid, at timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT 1 FROM certification_case c JOIN enrolment e ON e.id = c.enrolment_id
    WHERE c.id = the_case AND (
      e.person_id = who
      OR (SELECT d.outcome = 'bar' FROM conflict_declaration d
          WHERE d.assessor_id = who AND d.participant_id = e.person_id
          ORDER BY d.declared_at DESC, d.id DESC LIMIT 1)
      OR EXISTS (
        -- Whoever left was on the cohort until then: not at all, where that was before it began.
        SELECT 1 FROM enrolment x JOIN cohort k ON k.id = x.cohort_id,
          LATERAL (SELECT CASE WHEN x.state IN ('withdrawn', 'substituted', 'transferred')
                               THEN least(x.ended_at, k.ends_on) ELSE k.ends_on END AS until) AS there
        WHERE x.person_id = e.person_id
          AND (k.id = e.cohort_id
            OR (k.starts_on <= at::date AND there.until >= k.starts_on AND there.until >= (at - interval '2 years')::date))
          AND (EXISTS (SELECT 1 FROM cohort_facilitator f WHERE f.cohort_id = k.id AND f.person_id = who)
            OR EXISTS (SELECT 1 FROM session_facilitator f JOIN session s ON s.id = f.session_id
                       WHERE s.cohort_id = k.id AND f.person_id = who AND f.is_live)))
      OR asked_as_manager(who, e.person_id)
      OR shares_employer(who, e.id, at)))
$$;
