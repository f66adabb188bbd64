-- The table of who is too near to take which part in a case (lib/certification/rules/impartiality.ts), completed: a test tries each
-- person in each part by plain SQL.

-- A third person excepts: not who decided the case in any round, nor who recommended it in this one.
CREATE FUNCTION case_exception_by_third() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM case_decision d WHERE d.case_id = NEW.case_id AND d.decider_id = NEW.written_by_id) THEN
    RAISE EXCEPTION 'an exception is written by a third person [case_exception_separated]' USING ERRCODE = 'P0001', CONSTRAINT = 'case_exception_separated';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER case_exception_by_third BEFORE INSERT ON case_exception
  FOR EACH ROW EXECUTE FUNCTION case_exception_by_third();

-- Nobody who is biased towards the holder takes part in revoking their certificate.
CREATE FUNCTION certificate_revocation_impartial() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE the_case uuid := (SELECT case_id FROM certificate WHERE id = NEW.certificate_id);
BEGIN
  IF (TG_OP = 'INSERT' AND barred_from_case(NEW.requested_by_id, the_case, NEW.requested_at))
     OR (NEW.confirmed_by_id IS NOT NULL AND (TG_OP = 'INSERT' OR OLD.confirmed_by_id IS NULL)
         AND barred_from_case(NEW.confirmed_by_id, the_case, NEW.confirmed_at)) THEN
    RAISE EXCEPTION 'nobody biased revokes [certificate_revocation_separated]' USING ERRCODE = 'P0001', CONSTRAINT = 'certificate_revocation_separated';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER certificate_revocation_impartial BEFORE INSERT OR UPDATE ON certificate_revocation
  FOR EACH ROW EXECUTE FUNCTION certificate_revocation_impartial();
