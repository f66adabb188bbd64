-- The party to a case and who acts for them (forvaltningsloven § 8), who wrote what on the participant's side, and complaints
-- about how a case was handled (ISO/IEC 17024 9.9), beside appeals against what was decided.

CREATE TYPE complaint_state AS ENUM ('received', 'founded', 'unfounded');
CREATE TYPE complaint_about AS ENUM ('conduct', 'delay', 'information', 'partiality', 'other');

CREATE TABLE case_representative (
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  name text NOT NULL,
  email text NOT NULL,
  appointed_at timestamptz(3) NOT NULL,
  person_id uuid,
  accepted_at timestamptz(3),
  ended_at timestamptz(3),
  CONSTRAINT case_representative_pkey PRIMARY KEY (id),
  CONSTRAINT case_representative_case_id_fkey FOREIGN KEY (case_id) REFERENCES certification_case (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT case_representative_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT case_representative_accepted CHECK ((accepted_at IS NULL) = (person_id IS NULL)),
  CONSTRAINT case_representative_order CHECK (accepted_at >= appointed_at AND ended_at >= appointed_at),
  CONSTRAINT case_representative_named CHECK (btrim(name) <> '' AND email = lower(btrim(email)) AND email LIKE '%_@_%')
);
CREATE INDEX case_representative_person_id_idx ON case_representative (person_id);
CREATE INDEX case_representative_case_id_idx ON case_representative (case_id);
CREATE INDEX case_representative_email_idx ON case_representative (email);
CREATE UNIQUE INDEX case_representative_one_live ON case_representative (case_id) WHERE ended_at IS NULL;

CREATE TABLE case_complaint (
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  state complaint_state NOT NULL DEFAULT 'received',
  version integer NOT NULL DEFAULT 1,
  about complaint_about NOT NULL,
  text text NOT NULL,
  filed_by_id uuid NOT NULL,
  filed_at timestamptz(3) NOT NULL,
  decided_by_id uuid,
  decided_at timestamptz(3),
  reasons text NOT NULL DEFAULT '',
  CONSTRAINT case_complaint_pkey PRIMARY KEY (id),
  CONSTRAINT case_complaint_case_id_fkey FOREIGN KEY (case_id) REFERENCES certification_case (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT case_complaint_filed_by_id_fkey FOREIGN KEY (filed_by_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT case_complaint_decided_by_id_fkey FOREIGN KEY (decided_by_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT case_complaint_text CHECK (btrim(text) <> ''),
  CONSTRAINT case_complaint_decided CHECK (
    (state <> 'received') = (decided_at IS NOT NULL) AND (decided_at IS NULL) = (decided_by_id IS NULL)
    AND (decided_at IS NULL) = (btrim(reasons) = ''))
);
CREATE INDEX case_complaint_case_id_idx ON case_complaint (case_id);
CREATE INDEX case_complaint_filed_by_id_idx ON case_complaint (filed_by_id);
CREATE INDEX case_complaint_decided_by_id_idx ON case_complaint (decided_by_id);
CREATE UNIQUE INDEX case_complaint_one_open ON case_complaint (case_id) WHERE state = 'received';

INSERT INTO state_transition (machine, from_state, to_state) VALUES
  ('case_complaint', 'received', 'founded'),
  ('case_complaint', 'received', 'unfounded');
CREATE TRIGGER case_complaint_transition BEFORE UPDATE OF state ON case_complaint
  FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION legal_transition();

-- Whether a person is the party to a case at a time: the participant, or who represents them then.
CREATE FUNCTION party_of_case(who uuid, the_case uuid, at timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM certification_case c JOIN enrolment e ON e.id = c.enrolment_id WHERE c.id = the_case AND e.person_id = who)
    OR EXISTS (SELECT 1 FROM case_representative r WHERE r.case_id = the_case AND r.person_id = who
                AND r.accepted_at <= at AND (r.ended_at IS NULL OR r.ended_at >= at))
$$;

-- Whether a person has any role in the case's certifying body, observed in the case or teaches the cohort: they take no side in it.
CREATE FUNCTION works_on_case(who uuid, the_case uuid, at timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT of_certifying_body(who, the_case, enum_range(NULL::role), at)
    OR EXISTS (
      SELECT 1 FROM certification_case c JOIN enrolment e ON e.id = c.enrolment_id
      WHERE c.id = the_case AND (
        EXISTS (SELECT 1 FROM observation o WHERE o.enrolment_id = e.id AND o.assessor_id = who)
        OR EXISTS (SELECT 1 FROM cohort_facilitator f WHERE f.cohort_id = e.cohort_id AND f.person_id = who)
        OR EXISTS (SELECT 1 FROM session_facilitator f JOIN session s ON s.id = f.session_id
                   WHERE s.cohort_id = e.cohort_id AND f.person_id = who AND f.is_live)))
$$;

CREATE FUNCTION case_representative_guarded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND EXISTS (
       SELECT 1 FROM certification_case c JOIN enrolment e ON e.id = c.enrolment_id JOIN person p ON p.id = e.person_id
       WHERE c.id = NEW.case_id AND lower(p.email) = NEW.email) THEN
    RAISE EXCEPTION 'nobody represents themself [case_representative_other]' USING ERRCODE = 'P0001', CONSTRAINT = 'case_representative_other';
  END IF;
  IF TG_OP = 'UPDATE' AND ((OLD.case_id, OLD.name, OLD.email, OLD.appointed_at) IS DISTINCT FROM (NEW.case_id, NEW.name, NEW.email, NEW.appointed_at)
       OR OLD.ended_at IS NOT NULL
       OR (OLD.accepted_at IS NOT NULL AND (OLD.person_id, OLD.accepted_at) IS DISTINCT FROM (NEW.person_id, NEW.accepted_at))) THEN
    RAISE EXCEPTION 'an appointment is accepted once and ended once [case_representative_frozen]' USING ERRCODE = 'P0001', CONSTRAINT = 'case_representative_frozen';
  END IF;
  IF NEW.person_id IS NOT NULL AND (TG_OP = 'INSERT' OR OLD.person_id IS NULL) AND (
       NOT EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.person_id AND p.email = NEW.email)
       OR works_on_case(NEW.person_id, NEW.case_id, NEW.accepted_at)) THEN
    RAISE EXCEPTION 'who was appointed accepts, and takes no part in the case otherwise [case_representative_apart]' USING ERRCODE = 'P0001', CONSTRAINT = 'case_representative_apart';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER case_representative_guarded BEFORE INSERT OR UPDATE ON case_representative
  FOR EACH ROW EXECUTE FUNCTION case_representative_guarded();
CREATE TRIGGER case_representative_kept BEFORE DELETE ON case_representative FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Who wrote it on the participant's side. Until now it was always the participant.
ALTER TABLE case_hearing ADD COLUMN statement_by_id uuid;
ALTER TABLE case_appeal ADD COLUMN filed_by_id uuid;
ALTER TABLE case_hearing DISABLE TRIGGER case_hearing_written_once;
ALTER TABLE case_appeal DISABLE TRIGGER case_appeal_written_once;
ALTER TABLE case_appeal DISABLE TRIGGER case_appeal_separated;
ALTER TABLE case_appeal DISABLE TRIGGER case_appeal_impartial;
UPDATE case_hearing h SET statement_by_id = e.person_id
  FROM certification_case c JOIN enrolment e ON e.id = c.enrolment_id WHERE c.id = h.case_id AND h.statement_at IS NOT NULL;
UPDATE case_appeal a SET filed_by_id = e.person_id
  FROM certification_case c JOIN enrolment e ON e.id = c.enrolment_id WHERE c.id = a.case_id;
ALTER TABLE case_hearing ENABLE TRIGGER case_hearing_written_once;
ALTER TABLE case_appeal ENABLE TRIGGER case_appeal_written_once;
ALTER TABLE case_appeal ENABLE TRIGGER case_appeal_separated;
ALTER TABLE case_appeal ENABLE TRIGGER case_appeal_impartial;
ALTER TABLE case_appeal ALTER COLUMN filed_by_id SET NOT NULL,
  ADD CONSTRAINT case_appeal_filed_by_id_fkey FOREIGN KEY (filed_by_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE case_hearing
  ADD CONSTRAINT case_hearing_statement_by CHECK ((statement_at IS NULL) = (statement_by_id IS NULL)),
  ADD CONSTRAINT case_hearing_statement_by_id_fkey FOREIGN KEY (statement_by_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX case_appeal_filed_by_id_idx ON case_appeal (filed_by_id);
CREATE INDEX case_hearing_statement_by_id_idx ON case_hearing (statement_by_id);

CREATE FUNCTION case_hearing_by_party() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.statement_by_id IS NOT NULL AND NOT party_of_case(NEW.statement_by_id, NEW.case_id, NEW.statement_at) THEN
    RAISE EXCEPTION 'the participant or their representative is heard [case_written_by_party]' USING ERRCODE = 'P0001', CONSTRAINT = 'case_written_by_party';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER case_hearing_by_party BEFORE INSERT OR UPDATE OF statement_by_id ON case_hearing FOR EACH ROW EXECUTE FUNCTION case_hearing_by_party();

CREATE FUNCTION case_filed_by_party() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT party_of_case(NEW.filed_by_id, NEW.case_id, NEW.filed_at) THEN
    RAISE EXCEPTION 'the participant or their representative files it [case_written_by_party]' USING ERRCODE = 'P0001', CONSTRAINT = 'case_written_by_party';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER case_appeal_by_party BEFORE INSERT OR UPDATE OF filed_by_id ON case_appeal FOR EACH ROW EXECUTE FUNCTION case_filed_by_party();
CREATE TRIGGER case_complaint_by_party BEFORE INSERT OR UPDATE OF filed_by_id ON case_complaint FOR EACH ROW EXECUTE FUNCTION case_filed_by_party();

-- A complaint is decided by a certifier of the body who took no part in the case before; then it stays as it is.
CREATE FUNCTION case_complaint_guarded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NEW.state <> 'received' THEN
    RAISE EXCEPTION 'a complaint begins received [case_complaint_transition]' USING ERRCODE = 'P0001', CONSTRAINT = 'case_complaint_transition';
  END IF;
  IF TG_OP = 'UPDATE' AND (OLD.state <> 'received'
       OR (OLD.case_id, OLD.about, OLD.text, OLD.filed_by_id, OLD.filed_at) IS DISTINCT FROM (NEW.case_id, NEW.about, NEW.text, NEW.filed_by_id, NEW.filed_at)) THEN
    RAISE EXCEPTION 'a complaint is written once and answered once [case_record_written_once]' USING ERRCODE = 'P0001', CONSTRAINT = 'case_record_written_once';
  END IF;
  IF NEW.decided_by_id IS NOT NULL AND (
       NOT of_certifying_body(NEW.decided_by_id, NEW.case_id, '{certifier}', NEW.decided_at)
       OR near_to_case(NEW.decided_by_id, NEW.case_id)
       OR barred_from_case(NEW.decided_by_id, NEW.case_id, NEW.decided_at)
       OR EXISTS (SELECT 1 FROM case_recommendation r WHERE r.case_id = NEW.case_id AND r.recommender_id = NEW.decided_by_id)
       OR EXISTS (SELECT 1 FROM case_decision d WHERE d.case_id = NEW.case_id AND d.decider_id = NEW.decided_by_id)
       OR EXISTS (SELECT 1 FROM case_exception x WHERE x.case_id = NEW.case_id AND x.written_by_id = NEW.decided_by_id)
       OR EXISTS (SELECT 1 FROM case_appeal a WHERE a.case_id = NEW.case_id AND a.decided_by_id = NEW.decided_by_id)
       OR EXISTS (SELECT 1 FROM certification_case c WHERE c.id = NEW.case_id AND c.released_by_id = NEW.decided_by_id)) THEN
    RAISE EXCEPTION 'a complaint is decided by someone not involved before [case_complaint_separated]' USING ERRCODE = 'P0001', CONSTRAINT = 'case_complaint_separated';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER case_complaint_guarded BEFORE INSERT OR UPDATE ON case_complaint FOR EACH ROW EXECUTE FUNCTION case_complaint_guarded();
CREATE TRIGGER case_complaint_kept BEFORE DELETE ON case_complaint FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- An appeal is against a released refusal, and within the time for it (four weeks).
CREATE FUNCTION case_appeal_in_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
       SELECT 1 FROM certification_case c JOIN case_decision d ON d.case_id = c.id AND d.round = c.round
       WHERE c.id = NEW.case_id AND c.state = 'released' AND d.outcome = 'not_certified'
         AND NEW.filed_at <= c.released_at + interval '28 days') THEN
    RAISE EXCEPTION 'an appeal is against a released refusal, in time [case_appeal_in_time]' USING ERRCODE = 'P0001', CONSTRAINT = 'case_appeal_in_time';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER case_appeal_in_time BEFORE INSERT ON case_appeal FOR EACH ROW EXECUTE FUNCTION case_appeal_in_time();
