-- A case that was opened again by an appeal can end in another one: whoever decided the first was involved before.
CREATE FUNCTION case_appeal_anew() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.decided_by_id IS NOT NULL AND EXISTS (
       SELECT 1 FROM case_appeal a WHERE a.case_id = NEW.case_id AND a.id <> NEW.id AND a.decided_by_id = NEW.decided_by_id) THEN
    RAISE EXCEPTION 'an appeal is decided by someone not involved before [case_appeal_separated]' USING ERRCODE = 'P0001', CONSTRAINT = 'case_appeal_separated';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER case_appeal_anew BEFORE INSERT OR UPDATE ON case_appeal FOR EACH ROW EXECUTE FUNCTION case_appeal_anew();
