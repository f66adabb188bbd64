-- What the rules of lib/certification say about who may take which part in a case, once more in the database: a person
-- with a direct connection, or a fault of ours, is refused too.

-- A recommendation that no longer rests on the evidence sends the case back; an appeal may open a new round.
INSERT INTO state_transition (machine, from_state, to_state) VALUES
  ('certification_case', 'hearing', 'collecting'),
  ('certification_case', 'changed', 'collecting');

-- A round rises by one with a return to gathering evidence, and never otherwise: each has one recommendation and one decision.
CREATE FUNCTION certification_case_round() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE returns boolean := NEW.state = 'collecting' AND OLD.state IN ('recommended', 'hearing', 'released', 'changed');
BEGIN
  IF NEW.round <> OLD.round + returns::int THEN
    RAISE EXCEPTION 'a round belongs to a return to gathering evidence [certification_case_round]' USING ERRCODE = 'P0001', CONSTRAINT = 'certification_case_round';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER certification_case_round BEFORE UPDATE ON certification_case
  FOR EACH ROW EXECUTE FUNCTION certification_case_round();

-- Whether a person held one of the roles in the case's certifying body at a time.
CREATE FUNCTION of_certifying_body(who uuid, the_case uuid, roles role[], at timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT 1 FROM certification_case c JOIN role_grant g ON g.organisation_id = c.certifying_body_id
    WHERE c.id = the_case AND g.person_id = who AND g.role = ANY (roles)
      AND g.valid_from <= at AND (g.valid_to IS NULL OR g.valid_to > at))
$$;

-- Whether a person is biased towards the participant (forvaltningsloven § 3; ISO/IEC 17024 5.2): it is themself, they teach
-- or taught them within two years, were asked as their manager, shared an employer with them within
-- two years, or declared that they are barred.
CREATE FUNCTION barred_from_case(who uuid, the_case uuid, at timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT 1 FROM certification_case c JOIN enrolment e ON e.id = c.enrolment_id
    WHERE c.id = the_case AND (
      e.person_id = who
      OR (SELECT d.outcome = 'bar' FROM conflict_declaration d
          WHERE d.assessor_id = who AND d.participant_id = e.person_id
          ORDER BY d.declared_at DESC, d.id DESC LIMIT 1)
      OR EXISTS (
        SELECT 1 FROM enrolment x JOIN cohort k ON k.id = x.cohort_id
        WHERE x.person_id = e.person_id AND x.state NOT IN ('withdrawn', 'substituted', 'transferred')
          AND (k.id = e.cohort_id OR (k.starts_on <= at::date AND k.ends_on >= (at - interval '2 years')::date))
          AND (EXISTS (SELECT 1 FROM cohort_facilitator f WHERE f.cohort_id = k.id AND f.person_id = who)
            OR EXISTS (SELECT 1 FROM session_facilitator f JOIN session s ON s.id = f.session_id
                       WHERE s.cohort_id = k.id AND f.person_id = who AND f.is_live)))
      OR EXISTS (
        SELECT 1 FROM application a JOIN manager_approval m ON m.application_id = a.id JOIN person p ON p.id = who
        WHERE a.person_id = e.person_id AND lower(m.manager_email) = p.email)
      OR EXISTS (
        SELECT 1 FROM affiliation mine JOIN affiliation theirs ON theirs.organisation_id = mine.organisation_id
        WHERE mine.person_id = who AND theirs.person_id = e.person_id
          AND mine.valid_from <= at::date AND theirs.valid_from <= at::date
          AND (mine.valid_to IS NULL OR mine.valid_to > (at - interval '2 years')::date)
          AND (theirs.valid_to IS NULL OR theirs.valid_to > (at - interval '2 years')::date))))
$$;

CREATE FUNCTION case_recommendation_separated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT of_certifying_body(NEW.recommender_id, NEW.case_id, '{assessor,certifier}', NEW.recommended_at)
     OR barred_from_case(NEW.recommender_id, NEW.case_id, NEW.recommended_at)
     OR EXISTS (SELECT 1 FROM case_exception x WHERE x.case_id = NEW.case_id AND x.round = NEW.round AND x.written_by_id = NEW.recommender_id) THEN
    RAISE EXCEPTION 'the recommender is too near or not of the body [case_recommendation_separated]' USING ERRCODE = 'P0001', CONSTRAINT = 'case_recommendation_separated';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM certification_case c WHERE c.id = NEW.case_id AND c.state = 'ready' AND c.round = NEW.round) THEN
    RAISE EXCEPTION 'a recommendation is about a case that is ready [case_recommendation_ready]' USING ERRCODE = 'P0001', CONSTRAINT = 'case_recommendation_ready';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER case_recommendation_separated BEFORE INSERT ON case_recommendation
  FOR EACH ROW EXECUTE FUNCTION case_recommendation_separated();

CREATE FUNCTION case_exception_separated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT of_certifying_body(NEW.written_by_id, NEW.case_id, '{certifier}', NEW.written_at)
     OR near_to_case(NEW.written_by_id, NEW.case_id)
     OR barred_from_case(NEW.written_by_id, NEW.case_id, NEW.written_at)
     OR EXISTS (SELECT 1 FROM case_recommendation r WHERE r.case_id = NEW.case_id AND r.round = NEW.round AND r.recommender_id = NEW.written_by_id)
     OR EXISTS (SELECT 1 FROM case_decision d WHERE d.case_id = NEW.case_id AND d.round = NEW.round) THEN
    RAISE EXCEPTION 'an exception is written by a third person before the decision [case_exception_separated]' USING ERRCODE = 'P0001', CONSTRAINT = 'case_exception_separated';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER case_exception_separated BEFORE INSERT ON case_exception
  FOR EACH ROW EXECUTE FUNCTION case_exception_separated();

-- Beside case_decision_separated, which knows observers, teachers, recommenders and excepters.
CREATE FUNCTION case_decision_impartial() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT of_certifying_body(NEW.decider_id, NEW.case_id, '{certifier}', NEW.decided_at)
     OR barred_from_case(NEW.decider_id, NEW.case_id, NEW.decided_at) THEN
    RAISE EXCEPTION 'the decider is too near or not of the body [case_decision_separated]' USING ERRCODE = 'P0001', CONSTRAINT = 'case_decision_separated';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM certification_case c WHERE c.id = NEW.case_id AND c.round = NEW.round AND c.state IN ('recommended', 'hearing')) THEN
    RAISE EXCEPTION 'a decision follows a recommendation of the same round [case_decision_round]' USING ERRCODE = 'P0001', CONSTRAINT = 'case_decision_round';
  END IF;
  IF NEW.evidence_hash IS DISTINCT FROM (SELECT r.evidence_hash FROM case_recommendation r WHERE r.case_id = NEW.case_id AND r.round = NEW.round) THEN
    RAISE EXCEPTION 'the evidence is not what the recommendation rests on [case_decision_evidence]' USING ERRCODE = 'P0001', CONSTRAINT = 'case_decision_evidence';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER case_decision_impartial BEFORE INSERT ON case_decision
  FOR EACH ROW EXECUTE FUNCTION case_decision_impartial();

CREATE FUNCTION case_release_separated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT of_certifying_body(NEW.released_by_id, NEW.id, '{certifier}', NEW.released_at)
     OR barred_from_case(NEW.released_by_id, NEW.id, NEW.released_at)
     OR NOT EXISTS (SELECT 1 FROM case_decision d WHERE d.case_id = NEW.id AND d.round = NEW.round) THEN
    RAISE EXCEPTION 'a decision is released by the certifying body [case_release_separated]' USING ERRCODE = 'P0001', CONSTRAINT = 'case_release_separated';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER case_release_separated BEFORE UPDATE OF state ON certification_case
  FOR EACH ROW WHEN (NEW.state = 'released' AND OLD.state <> 'released') EXECUTE FUNCTION case_release_separated();

-- Beside case_appeal_separated, which knows recommenders and deciders.
CREATE FUNCTION case_appeal_impartial() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.decided_by_id IS NOT NULL AND (
       NOT of_certifying_body(NEW.decided_by_id, NEW.case_id, '{certifier}', NEW.decided_at)
       OR barred_from_case(NEW.decided_by_id, NEW.case_id, NEW.decided_at)
       OR EXISTS (SELECT 1 FROM case_exception x WHERE x.case_id = NEW.case_id AND x.written_by_id = NEW.decided_by_id)
       OR EXISTS (SELECT 1 FROM certification_case c WHERE c.id = NEW.case_id AND c.released_by_id = NEW.decided_by_id)) THEN
    RAISE EXCEPTION 'an appeal is decided by someone not involved before [case_appeal_separated]' USING ERRCODE = 'P0001', CONSTRAINT = 'case_appeal_separated';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER case_appeal_impartial BEFORE INSERT OR UPDATE ON case_appeal
  FOR EACH ROW EXECUTE FUNCTION case_appeal_impartial();
CREATE UNIQUE INDEX case_appeal_one_open ON case_appeal (case_id) WHERE decided_at IS NULL;

-- A decided appeal and an ended hearing stay as they are.
CREATE FUNCTION case_record_written_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is written once [case_record_written_once]', TG_TABLE_NAME USING ERRCODE = 'P0001', CONSTRAINT = 'case_record_written_once';
END $$;
CREATE TRIGGER case_appeal_written_once BEFORE UPDATE ON case_appeal
  FOR EACH ROW WHEN (OLD.decided_at IS NOT NULL) EXECUTE FUNCTION case_record_written_once();
CREATE TRIGGER case_appeal_kept BEFORE DELETE ON case_appeal FOR EACH ROW EXECUTE FUNCTION case_record_written_once();
CREATE TRIGGER case_hearing_written_once BEFORE UPDATE ON case_hearing
  FOR EACH ROW WHEN (OLD.statement_at IS NOT NULL OR (OLD.notice, OLD.opened_at, OLD.due_at) IS DISTINCT FROM (NEW.notice, NEW.opened_at, NEW.due_at))
  EXECUTE FUNCTION case_record_written_once();
CREATE TRIGGER case_hearing_kept BEFORE DELETE ON case_hearing FOR EACH ROW EXECUTE FUNCTION case_record_written_once();

-- Certificates: also by an appeal that changed the decision to one to certify.
CREATE OR REPLACE FUNCTION certificate_guarded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NOT EXISTS (SELECT 1 FROM case_decision d JOIN certification_case c ON c.id = d.case_id JOIN enrolment e ON e.id = c.enrolment_id
                   WHERE d.id = NEW.decision_id AND d.case_id = NEW.case_id AND d.round = c.round AND e.person_id = NEW.holder_id
                     AND ((d.outcome = 'certified' AND c.state = 'released')
                       OR (c.state = 'changed' AND EXISTS (SELECT 1 FROM case_appeal a WHERE a.case_id = c.id AND a.changed_to = 'certified')))) THEN
      RAISE EXCEPTION 'a certificate follows a released decision to certify its holder [certificate_follows_decision]' USING ERRCODE = 'P0001', CONSTRAINT = 'certificate_follows_decision';
    END IF;
    IF NEW.payload_hash !~ '^[0-9a-f]{64}$' OR NEW.state <> 'issued' THEN
      RAISE EXCEPTION 'a certificate begins issued and hashed [certificate_frozen]' USING ERRCODE = 'P0001', CONSTRAINT = 'certificate_frozen';
    END IF;
    RETURN NEW;
  END IF;
  IF (to_jsonb(NEW) - 'state' - 'version') IS DISTINCT FROM (to_jsonb(OLD) - 'state' - 'version') THEN
    RAISE EXCEPTION 'an issued certificate is frozen [certificate_frozen]' USING ERRCODE = 'P0001', CONSTRAINT = 'certificate_frozen';
  END IF;
  IF NEW.state = 'revoked' AND NOT EXISTS (
       SELECT 1 FROM certificate_revocation r WHERE r.certificate_id = NEW.id AND r.confirmed_at IS NOT NULL) THEN
    RAISE EXCEPTION 'a certificate is revoked by two persons [certificate_revocation_two_persons]' USING ERRCODE = 'P0001', CONSTRAINT = 'certificate_revocation_two_persons';
  END IF;
  RETURN NEW;
END $$;

-- The two who revoke are certifiers of the body, and neither is the holder.
CREATE FUNCTION certificate_revocation_separated() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE the_case uuid; holder uuid;
BEGIN
  SELECT case_id, holder_id INTO the_case, holder FROM certificate WHERE id = NEW.certificate_id;
  IF holder IN (NEW.requested_by_id, NEW.confirmed_by_id)
     OR NOT of_certifying_body(NEW.requested_by_id, the_case, '{certifier}', NEW.requested_at)
     OR (NEW.confirmed_by_id IS NOT NULL AND NOT of_certifying_body(NEW.confirmed_by_id, the_case, '{certifier}', NEW.confirmed_at)) THEN
    RAISE EXCEPTION 'the certifying body revokes [certificate_revocation_separated]' USING ERRCODE = 'P0001', CONSTRAINT = 'certificate_revocation_separated';
  END IF;
  IF TG_OP = 'UPDATE' AND (OLD.confirmed_at IS NOT NULL OR OLD.withdrawn_at IS NOT NULL
       OR (OLD.public_reason, OLD.internal_reason, OLD.requested_by_id, OLD.certificate_id)
          IS DISTINCT FROM (NEW.public_reason, NEW.internal_reason, NEW.requested_by_id, NEW.certificate_id)) THEN
    RAISE EXCEPTION 'a proposal to revoke is written once and ended once [certificate_revocation_frozen]' USING ERRCODE = 'P0001', CONSTRAINT = 'certificate_revocation_frozen';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER certificate_revocation_separated BEFORE INSERT OR UPDATE ON certificate_revocation
  FOR EACH ROW EXECUTE FUNCTION certificate_revocation_separated();
CREATE TRIGGER certificate_revocation_append_only BEFORE DELETE ON certificate_revocation FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Serial numbers only go up, one at a time.
CREATE FUNCTION certificate_serial_steps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.year <> OLD.year OR NEW.last_number <> OLD.last_number + 1 THEN
    RAISE EXCEPTION 'a serial number follows the one before [certificate_serial_steps]' USING ERRCODE = 'P0001', CONSTRAINT = 'certificate_serial_steps';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER certificate_serial_steps BEFORE UPDATE ON certificate_serial FOR EACH ROW EXECUTE FUNCTION certificate_serial_steps();
CREATE TRIGGER certificate_serial_kept BEFORE DELETE ON certificate_serial FOR EACH ROW EXECUTE FUNCTION refuse_change();
