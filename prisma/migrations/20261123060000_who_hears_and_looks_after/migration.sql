-- The rest of who may do what around a case (lib/certification/rules/impartiality.ts): whoever opens a hearing and whoever looks after a
-- certificate is written down and held to it, and so is whoever draws a sample, gives a second look and writes a round of calibration.

-- Who opened a hearing ----------------------------------------------------------------------------------------------
-- Empty for those that were opened before it was written down and of which the audit trail does not know.
ALTER TABLE case_hearing ADD COLUMN opened_by_id uuid;
ALTER TABLE case_hearing DISABLE TRIGGER case_hearing_written_once;
UPDATE case_hearing h SET opened_by_id = coalesce(
  (SELECT p.id FROM audit_event a JOIN person p ON p.id = a.actor_id
   WHERE a.stream = 'case:' || h.case_id AND a.action = 'case.hearingOpened' AND a.at = h.opened_at LIMIT 1),
  (SELECT d.decider_id FROM case_decision d WHERE d.case_id = h.case_id AND d.round = h.round));
ALTER TABLE case_hearing ENABLE TRIGGER case_hearing_written_once;
ALTER TABLE case_hearing ADD CONSTRAINT case_hearing_opened_by_id_fkey FOREIGN KEY (opened_by_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX case_hearing_opened_by_id_idx ON case_hearing (opened_by_id);

DROP TRIGGER case_hearing_written_once ON case_hearing;
CREATE TRIGGER case_hearing_written_once BEFORE UPDATE ON case_hearing
  FOR EACH ROW WHEN (OLD.statement_at IS NOT NULL
    OR (OLD.notice, OLD.opened_at, OLD.due_at, OLD.opened_by_id) IS DISTINCT FROM (NEW.notice, NEW.opened_at, NEW.due_at, NEW.opened_by_id))
  EXECUTE FUNCTION case_record_written_once();

-- A hearing says what is intended, and is opened by somebody who may decide the case.
CREATE FUNCTION case_hearing_separated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.opened_by_id IS NULL
     OR NOT of_certifying_body(NEW.opened_by_id, NEW.case_id, '{certifier}', NEW.opened_at)
     OR near_to_case(NEW.opened_by_id, NEW.case_id)
     OR barred_from_case(NEW.opened_by_id, NEW.case_id, NEW.opened_at)
     OR EXISTS (SELECT 1 FROM case_recommendation r WHERE r.case_id = NEW.case_id AND r.round = NEW.round AND r.recommender_id = NEW.opened_by_id)
     OR EXISTS (SELECT 1 FROM case_exception x WHERE x.case_id = NEW.case_id AND x.round = NEW.round AND x.written_by_id = NEW.opened_by_id) THEN
    RAISE EXCEPTION 'a hearing is opened by somebody who may decide [case_hearing_separated]' USING ERRCODE = 'P0001', CONSTRAINT = 'case_hearing_separated';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM certification_case c WHERE c.id = NEW.case_id AND c.round = NEW.round AND c.state = 'recommended') THEN
    RAISE EXCEPTION 'a hearing follows a recommendation of the same round [case_hearing_round]' USING ERRCODE = 'P0001', CONSTRAINT = 'case_hearing_round';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER case_hearing_separated BEFORE INSERT ON case_hearing FOR EACH ROW EXECUTE FUNCTION case_hearing_separated();

-- Whoever has said what is intended is no third person, and was involved before.
CREATE FUNCTION opened_hearing(who uuid, the_case uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM case_hearing h WHERE h.case_id = the_case AND h.opened_by_id = who)
$$;
CREATE FUNCTION case_exception_not_by_hearer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM case_hearing h WHERE h.case_id = NEW.case_id AND h.round = NEW.round AND h.opened_by_id = NEW.written_by_id) THEN
    RAISE EXCEPTION 'an exception is written by a third person [case_exception_separated]' USING ERRCODE = 'P0001', CONSTRAINT = 'case_exception_separated';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER case_exception_not_by_hearer BEFORE INSERT ON case_exception FOR EACH ROW EXECUTE FUNCTION case_exception_not_by_hearer();

CREATE FUNCTION case_ended_not_by_hearer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.decided_by_id IS NOT NULL AND opened_hearing(NEW.decided_by_id, NEW.case_id) THEN
    RAISE EXCEPTION 'decided by someone not involved before [%]', TG_ARGV[0] USING ERRCODE = 'P0001', CONSTRAINT = TG_ARGV[0];
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER case_appeal_not_by_hearer BEFORE INSERT OR UPDATE ON case_appeal
  FOR EACH ROW EXECUTE FUNCTION case_ended_not_by_hearer('case_appeal_separated');
CREATE TRIGGER case_complaint_not_by_hearer BEFORE INSERT OR UPDATE ON case_complaint
  FOR EACH ROW EXECUTE FUNCTION case_ended_not_by_hearer('case_complaint_separated');

CREATE OR REPLACE FUNCTION review_barred(who uuid, the_case uuid, at timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT NOT of_certifying_body(who, the_case, '{certifier}', at) OR near_to_case(who, the_case) OR barred_from_case(who, the_case, at)
    OR EXISTS (SELECT 1 FROM case_recommendation r WHERE r.case_id = the_case AND r.recommender_id = who)
    OR opened_hearing(who, the_case)
    OR EXISTS (SELECT 1 FROM case_decision d WHERE d.case_id = the_case AND d.decider_id = who)
    OR EXISTS (SELECT 1 FROM case_exception x WHERE x.case_id = the_case AND x.written_by_id = who)
    OR EXISTS (SELECT 1 FROM case_appeal a WHERE a.case_id = the_case AND a.decided_by_id = who)
    OR EXISTS (SELECT 1 FROM certification_case c WHERE c.id = the_case AND c.released_by_id = who)
$$;

-- Who looks after a certificate -------------------------------------------------------------------------------------
-- A correction is somebody's act, unlike a certificate that follows a decision.
ALTER TABLE certificate ADD COLUMN corrected_by_id uuid;
ALTER TABLE certificate DISABLE TRIGGER certificate_guarded;
UPDATE certificate c SET corrected_by_id = p.id
  FROM audit_event a JOIN person p ON p.id = a.actor_id
  WHERE c.succession = 'correction' AND a.action = 'certificate.issued' AND a.entity = 'certificate' AND a.entity_id = c.id::text;
ALTER TABLE certificate ENABLE TRIGGER certificate_guarded;
ALTER TABLE certificate
  ADD CONSTRAINT certificate_corrected_by CHECK (corrected_by_id IS NULL OR succession = 'correction'),
  ADD CONSTRAINT certificate_corrected_by_id_fkey FOREIGN KEY (corrected_by_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX certificate_corrected_by_id_idx ON certificate (corrected_by_id);

-- A certifier of the body who is not biased towards the holder (ISO/IEC 17024 5.2 and 9.5).
CREATE FUNCTION may_look_after(who uuid, the_case uuid, at timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT of_certifying_body(who, the_case, '{certifier}', at) AND NOT barred_from_case(who, the_case, at)
$$;

CREATE FUNCTION certificate_correction_separated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.corrected_by_id IS NULL OR NOT may_look_after(NEW.corrected_by_id, NEW.case_id, NEW.issued_at) THEN
    RAISE EXCEPTION 'the certifying body corrects, nobody biased [certificate_correction_separated]' USING ERRCODE = 'P0001', CONSTRAINT = 'certificate_correction_separated';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER certificate_correction_separated BEFORE INSERT ON certificate
  FOR EACH ROW WHEN (NEW.succession = 'correction') EXECUTE FUNCTION certificate_correction_separated();

CREATE FUNCTION certificate_suspension_impartial() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE the_case uuid := (SELECT case_id FROM certificate WHERE id = NEW.certificate_id);
BEGIN
  IF (TG_OP = 'INSERT' AND NOT may_look_after(NEW.suspended_by_id, the_case, NEW.suspended_at))
     OR (NEW.reinstated_by_id IS NOT NULL AND (TG_OP = 'INSERT' OR OLD.reinstated_by_id IS NULL)
         AND NOT may_look_after(NEW.reinstated_by_id, the_case, NEW.reinstated_at)) THEN
    RAISE EXCEPTION 'nobody biased suspends or reinstates [certificate_suspension_separated]' USING ERRCODE = 'P0001', CONSTRAINT = 'certificate_suspension_separated';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER certificate_suspension_impartial BEFORE INSERT OR UPDATE ON certificate_suspension
  FOR EACH ROW EXECUTE FUNCTION certificate_suspension_impartial();

CREATE FUNCTION certificate_request_separated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT may_look_after(NEW.answered_by_id, (SELECT case_id FROM certificate WHERE id = NEW.certificate_id), NEW.answered_at) THEN
    RAISE EXCEPTION 'the certifying body answers, nobody biased [certificate_request_separated]' USING ERRCODE = 'P0001', CONSTRAINT = 'certificate_request_separated';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER certificate_request_separated BEFORE INSERT OR UPDATE ON certificate_request
  FOR EACH ROW WHEN (NEW.answered_by_id IS NOT NULL) EXECUTE FUNCTION certificate_request_separated();

-- Rounds and samples are the body's own -----------------------------------------------------------------------------
CREATE FUNCTION certifies_for(who uuid, body uuid, at timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM role_grant g WHERE g.person_id = who AND g.organisation_id = body AND g.role = 'certifier'
    AND g.valid_from <= at AND (g.valid_to IS NULL OR g.valid_to > at))
$$;

CREATE FUNCTION calibration_round_by_body() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT certifies_for(NEW.author_id, (SELECT f.certifying_body_id FROM framework f JOIN framework_version v ON v.framework_id = f.id
                                       WHERE v.id = NEW.framework_version_id), NEW.opened_at) THEN
    RAISE EXCEPTION 'a round is opened by a certifier of the body [calibration_round_by_body]' USING ERRCODE = 'P0001', CONSTRAINT = 'calibration_round_by_body';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER calibration_round_by_body BEFORE INSERT ON calibration_round FOR EACH ROW EXECUTE FUNCTION calibration_round_by_body();

CREATE FUNCTION case_sample_by_body() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT certifies_for(NEW.drawn_by_id, NEW.certifying_body_id, NEW.drawn_at) THEN
    RAISE EXCEPTION 'a sample is drawn by a certifier of the body [case_sample_by_body]' USING ERRCODE = 'P0001', CONSTRAINT = 'case_sample_by_body';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER case_sample_by_body BEFORE INSERT ON case_sample FOR EACH ROW EXECUTE FUNCTION case_sample_by_body();

CREATE FUNCTION case_review_given_by_body() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.assigned_by_id IS NOT NULL AND NOT certifies_for(
       NEW.assigned_by_id, (SELECT certifying_body_id FROM case_sample WHERE id = NEW.sample_id), NEW.assigned_at) THEN
    RAISE EXCEPTION 'a second look is given by a certifier of the body [case_sample_by_body]' USING ERRCODE = 'P0001', CONSTRAINT = 'case_sample_by_body';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER case_review_given_by_body BEFORE INSERT OR UPDATE ON case_review FOR EACH ROW EXECUTE FUNCTION case_review_given_by_body();
