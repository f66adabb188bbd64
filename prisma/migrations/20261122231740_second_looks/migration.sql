-- A second look at decided cases (ISO/IEC 17024 9.3.3 and 6.1: the body monitors its own decisions): a share of a period's decisions,
-- drawn so that the draw can be repeated, each looked at by somebody who took no part. It changes nothing of the decision.
CREATE TYPE case_review_state AS ENUM ('drawn', 'assigned', 'reviewed');

CREATE TABLE case_sample (
  id uuid NOT NULL,
  certifying_body_id uuid NOT NULL,
  from_day date NOT NULL,
  to_day date NOT NULL,
  percent integer NOT NULL,
  seed text NOT NULL,
  population integer NOT NULL,
  population_hash text NOT NULL,
  drawn_by_id uuid NOT NULL,
  drawn_at timestamptz(3) NOT NULL,
  CONSTRAINT case_sample_pkey PRIMARY KEY (id),
  CONSTRAINT case_sample_certifying_body_id_fkey FOREIGN KEY (certifying_body_id) REFERENCES organisation (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT case_sample_drawn_by_id_fkey FOREIGN KEY (drawn_by_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT case_sample_draw CHECK (from_day <= to_day AND percent BETWEEN 1 AND 100 AND population >= 1 AND length(seed) >= 22)
);
CREATE INDEX case_sample_certifying_body_id_idx ON case_sample (certifying_body_id);
CREATE INDEX case_sample_drawn_by_id_idx ON case_sample (drawn_by_id);

CREATE TABLE case_review (
  id uuid NOT NULL,
  sample_id uuid NOT NULL,
  decision_id uuid NOT NULL,
  state case_review_state NOT NULL DEFAULT 'drawn',
  version integer NOT NULL DEFAULT 1,
  reviewer_id uuid,
  assigned_by_id uuid,
  assigned_at timestamptz(3),
  agrees boolean,
  reasons text NOT NULL DEFAULT '',
  reviewed_at timestamptz(3),
  CONSTRAINT case_review_pkey PRIMARY KEY (id),
  CONSTRAINT case_review_sample_id_fkey FOREIGN KEY (sample_id) REFERENCES case_sample (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT case_review_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES case_decision (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT case_review_reviewer_id_fkey FOREIGN KEY (reviewer_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT case_review_assigned_by_id_fkey FOREIGN KEY (assigned_by_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT case_review_assigned CHECK (
    (state = 'drawn') = (reviewer_id IS NULL) AND (reviewer_id IS NULL) = (assigned_at IS NULL) AND (reviewer_id IS NULL) = (assigned_by_id IS NULL)),
  CONSTRAINT case_review_reviewed CHECK (
    (state = 'reviewed') = (reviewed_at IS NOT NULL) AND (reviewed_at IS NULL) = (agrees IS NULL) AND (reviewed_at IS NULL) = (btrim(reasons) = ''))
);
CREATE UNIQUE INDEX case_review_sample_id_decision_id_key ON case_review (sample_id, decision_id);
CREATE INDEX case_review_decision_id_idx ON case_review (decision_id);
CREATE INDEX case_review_reviewer_id_idx ON case_review (reviewer_id);
CREATE INDEX case_review_assigned_by_id_idx ON case_review (assigned_by_id);

INSERT INTO state_transition (machine, from_state, to_state) VALUES
  ('case_review', 'drawn', 'assigned'),
  ('case_review', 'assigned', 'reviewed');
CREATE TRIGGER case_review_transition BEFORE UPDATE OF state ON case_review
  FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION legal_transition();

-- Whether a person may not look at a case again: no certifier of the body, too near to the participant, or had a part in the case.
CREATE FUNCTION review_barred(who uuid, the_case uuid, at timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT NOT of_certifying_body(who, the_case, '{certifier}', at) OR near_to_case(who, the_case) OR barred_from_case(who, the_case, at)
    OR EXISTS (SELECT 1 FROM case_recommendation r WHERE r.case_id = the_case AND r.recommender_id = who)
    OR EXISTS (SELECT 1 FROM case_decision d WHERE d.case_id = the_case AND d.decider_id = who)
    OR EXISTS (SELECT 1 FROM case_exception x WHERE x.case_id = the_case AND x.written_by_id = who)
    OR EXISTS (SELECT 1 FROM case_appeal a WHERE a.case_id = the_case AND a.decided_by_id = who)
    OR EXISTS (SELECT 1 FROM certification_case c WHERE c.id = the_case AND c.released_by_id = who)
$$;

CREATE FUNCTION case_review_guarded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND (NEW.state <> 'drawn' OR NOT EXISTS (
       SELECT 1 FROM case_decision d JOIN certification_case c ON c.id = d.case_id JOIN case_sample s ON s.id = NEW.sample_id
       WHERE d.id = NEW.decision_id AND c.certifying_body_id = s.certifying_body_id)) THEN
    RAISE EXCEPTION 'a sample is of the body''s own decisions [case_review_drawn]' USING ERRCODE = 'P0001', CONSTRAINT = 'case_review_drawn';
  END IF;
  IF TG_OP = 'UPDATE' AND (OLD.state = 'reviewed' OR (OLD.sample_id, OLD.decision_id) IS DISTINCT FROM (NEW.sample_id, NEW.decision_id)) THEN
    RAISE EXCEPTION 'a second look is written once [case_review_frozen]' USING ERRCODE = 'P0001', CONSTRAINT = 'case_review_frozen';
  END IF;
  IF NEW.reviewer_id IS NOT NULL AND review_barred(
       NEW.reviewer_id, (SELECT case_id FROM case_decision WHERE id = NEW.decision_id), coalesce(NEW.reviewed_at, NEW.assigned_at)) THEN
    RAISE EXCEPTION 'a second look is by somebody who took no part [case_review_separated]' USING ERRCODE = 'P0001', CONSTRAINT = 'case_review_separated';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER case_review_guarded BEFORE INSERT OR UPDATE ON case_review FOR EACH ROW EXECUTE FUNCTION case_review_guarded();
CREATE TRIGGER case_review_kept BEFORE DELETE ON case_review FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER case_sample_append_only BEFORE UPDATE OR DELETE ON case_sample FOR EACH ROW EXECUTE FUNCTION refuse_change();
