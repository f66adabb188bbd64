-- A case lapses when its person leaves the cohort before it is decided: nothing of it waits for anybody any more.
INSERT INTO state_transition (machine, from_state, to_state) VALUES
  ('certification_case', 'collecting', 'discontinued'),
  ('certification_case', 'ready', 'discontinued'),
  ('certification_case', 'recommended', 'discontinued'),
  ('certification_case', 'hearing', 'discontinued');

ALTER TABLE certification_case ADD COLUMN discontinued_at TIMESTAMPTZ(3);

-- Those who had left before this was kept.
UPDATE certification_case c SET state = 'discontinued', version = c.version + 1, discontinued_at = coalesce(e.ended_at, CURRENT_TIMESTAMP)
FROM enrolment e
WHERE e.id = c.enrolment_id AND e.state IN ('withdrawn', 'substituted', 'transferred')
  AND c.state IN ('collecting', 'ready', 'recommended', 'hearing');

ALTER TABLE certification_case ADD CONSTRAINT certification_case_discontinued
  CHECK ((state = 'discontinued') = (discontinued_at IS NOT NULL));

-- Only a case whose person has left lapses.
CREATE FUNCTION certification_case_lapses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state = 'discontinued' AND NOT EXISTS (
    SELECT 1 FROM enrolment e WHERE e.id = NEW.enrolment_id AND e.state IN ('withdrawn', 'substituted', 'transferred')) THEN
    RAISE EXCEPTION 'a case lapses only when its person has left [certification_case_lapses]' USING ERRCODE = 'P0001', CONSTRAINT = 'certification_case_lapses';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER certification_case_lapses BEFORE UPDATE OF state ON certification_case
  FOR EACH ROW EXECUTE FUNCTION certification_case_lapses();

-- At commit: whoever leaves leaves no undecided case behind.
CREATE FUNCTION enrolment_leaves_no_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM certification_case c JOIN enrolment e ON e.id = c.enrolment_id
             WHERE e.id = NEW.id AND e.state IN ('withdrawn', 'substituted', 'transferred')
               AND c.state IN ('collecting', 'ready', 'recommended', 'hearing')) THEN
    RAISE EXCEPTION 'enrolment % has ended with its case undecided [enrolment_leaves_no_case]', NEW.id USING ERRCODE = '23514', CONSTRAINT = 'enrolment_leaves_no_case';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER enrolment_leaves_no_case AFTER UPDATE OF state ON enrolment
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.state IN ('withdrawn', 'substituted', 'transferred'))
  EXECUTE FUNCTION enrolment_leaves_no_case();
