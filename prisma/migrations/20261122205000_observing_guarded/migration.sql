-- What the rules of lib/observations say about who may observe whom, and what a submitted observation holds, once more in the database.

ALTER TABLE "assessor_authorisation" ADD COLUMN "authorised_by_id" UUID;
ALTER TABLE "assessor_authorisation" ADD CONSTRAINT "assessor_authorisation_authorised_by_id_fkey"
    FOREIGN KEY ("authorised_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "assessor_authorisation_authorised_by_id_idx" ON "assessor_authorisation"("authorised_by_id");
ALTER TABLE assessor_authorisation
  ADD CONSTRAINT assessor_authorisation_by_another CHECK (authorised_by_id <> person_id);

-- Whether an assessor is barred from a participant (ISO/IEC 17024 5.2; design/domain.md "Barred without asking"): themself, the cohort's
-- teacher, who trained them within two years, asked as their manager, of an employer of theirs within two years, or by own declaration.
CREATE FUNCTION assessor_barred(who uuid, the_enrolment uuid, at timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
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
          AND s.ends_at > at - interval '2 years' AND s.starts_at <= at
          AND (EXISTS (SELECT 1 FROM cohort_facilitator f WHERE f.cohort_id = x.cohort_id AND f.person_id = who)
            OR EXISTS (SELECT 1 FROM session_facilitator f WHERE f.session_id = s.id AND f.person_id = who AND f.is_live)))
      OR EXISTS (
        SELECT 1 FROM application a JOIN person p ON p.id = who
        WHERE a.id = e.application_id AND lower(a.manager_email) = p.email)
      OR EXISTS (
        SELECT 1 FROM affiliation mine
        WHERE mine.person_id = who AND mine.valid_from <= at::date
          AND (mine.valid_to IS NULL OR mine.valid_to > (at - interval '2 years')::date)
          AND (mine.organisation_id = e.organisation_id
            OR EXISTS (SELECT 1 FROM affiliation theirs
                       WHERE theirs.person_id = e.person_id AND theirs.organisation_id = mine.organisation_id
                         AND theirs.valid_from <= at::date
                         AND (theirs.valid_to IS NULL OR theirs.valid_to > (at - interval '2 years')::date))))))
$$;

-- Whether somebody is authorised for the framework version of an enrolment's cohort at a time.
CREATE FUNCTION assessor_authorised(who uuid, the_enrolment uuid, at timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT 1 FROM enrolment e JOIN cohort k ON k.id = e.cohort_id JOIN programme_version v ON v.id = k.programme_version_id
      JOIN assessor_authorisation a ON a.framework_version_id = v.framework_version_id
    WHERE e.id = the_enrolment AND a.person_id = who AND a.valid_from <= at AND a.valid_to > at)
$$;

CREATE FUNCTION observation_submission_guarded() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE at timestamptz := CASE WHEN NEW.state = 'submitted' THEN NEW.submitted_at ELSE NEW.shared_at END;
BEGIN
  IF assessor_barred(NEW.assessor_id, NEW.enrolment_id, at) THEN
    RAISE EXCEPTION 'the assessor is barred [observation_assessor_barred]' USING ERRCODE = 'P0001', CONSTRAINT = 'observation_assessor_barred';
  END IF;
  IF NOT assessor_authorised(NEW.assessor_id, NEW.enrolment_id, at) THEN
    RAISE EXCEPTION 'the assessor is not authorised [observation_assessor_unauthorised]' USING ERRCODE = 'P0001', CONSTRAINT = 'observation_assessor_unauthorised';
  END IF;
  IF NEW.state = 'submitted' AND EXISTS (
       SELECT 1 FROM enrolment e JOIN cohort k ON k.id = e.cohort_id JOIN programme_version v ON v.id = k.programme_version_id
         JOIN criterion c ON c.framework_version_id = v.framework_version_id
       WHERE e.id = NEW.enrolment_id
         AND NOT EXISTS (SELECT 1 FROM criterion_rating r WHERE r.observation_id = NEW.id AND r.criterion_id = c.id)) THEN
    RAISE EXCEPTION 'every criterion is rated [observation_all_rated]' USING ERRCODE = 'P0001', CONSTRAINT = 'observation_all_rated';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER observation_submission_guarded BEFORE UPDATE OF state ON observation
  FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state AND NEW.state IN ('submitted', 'shared'))
  EXECUTE FUNCTION observation_submission_guarded();

-- A framework version is approved by certifiers of its body, each once (the key), and before it is approved.
CREATE FUNCTION framework_approval_guarded() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE owner uuid := CASE WHEN TG_OP = 'INSERT' THEN NEW.framework_version_id ELSE OLD.framework_version_id END;
BEGIN
  IF EXISTS (SELECT 1 FROM framework_version WHERE id = owner AND state <> 'draft') THEN
    RAISE EXCEPTION 'an approved framework version is unchangeable [framework_version_frozen]' USING ERRCODE = 'P0001', CONSTRAINT = 'framework_version_frozen';
  END IF;
  IF TG_OP <> 'DELETE' AND NOT EXISTS (
       SELECT 1 FROM framework_version v JOIN framework f ON f.id = v.framework_id
         JOIN role_grant g ON g.organisation_id = f.certifying_body_id
       WHERE v.id = NEW.framework_version_id AND g.person_id = NEW.person_id AND g.role = 'certifier'
         AND g.valid_from <= NEW.approved_at AND (g.valid_to IS NULL OR g.valid_to > NEW.approved_at)) THEN
    RAISE EXCEPTION 'a framework version is approved by its body [framework_approval_of_body]' USING ERRCODE = 'P0001', CONSTRAINT = 'framework_approval_of_body';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER framework_approval_guarded BEFORE INSERT OR UPDATE OR DELETE ON framework_approval
  FOR EACH ROW EXECUTE FUNCTION framework_approval_guarded();
