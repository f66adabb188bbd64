-- An abandoned practice project gives its place to a new one, and stays readable. One is in force for each participation (the unique key).
ALTER TABLE practice_project ALTER COLUMN enrolment_id DROP NOT NULL, ADD COLUMN former_enrolment_id UUID;
ALTER TABLE practice_project ADD CONSTRAINT practice_project_former_enrolment_id_fkey FOREIGN KEY (former_enrolment_id) REFERENCES enrolment (id) ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX practice_project_former_enrolment_id_idx ON practice_project (former_enrolment_id);
ALTER TABLE practice_project ADD CONSTRAINT practice_project_replaced CHECK (
  num_nonnulls(enrolment_id, former_enrolment_id) = 1 AND (former_enrolment_id IS NULL OR state = 'abandoned'));

-- It gives its place up once, for good, and for the same participation.
CREATE FUNCTION practice_project_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.former_enrolment_id IS NOT NULL OR coalesce(NEW.enrolment_id, NEW.former_enrolment_id) IS DISTINCT FROM OLD.enrolment_id THEN
    RAISE EXCEPTION 'a replaced project stays as it is [practice_project_replaced]' USING ERRCODE = 'P0001', CONSTRAINT = 'practice_project_replaced';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER practice_project_stays BEFORE UPDATE ON practice_project FOR EACH ROW EXECUTE FUNCTION practice_project_stays();
