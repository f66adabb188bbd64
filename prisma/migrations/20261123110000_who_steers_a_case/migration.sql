-- Whoever takes a case up, sends it back, begins a recertification or takes back a proposal to revoke is named in a row and held to
-- what everybody is held to (lib/certification/rules/impartiality.ts): these four stood in the audit trail alone.

-- Steps that say nothing of the outcome but move the case --------------------------------------------------------------
CREATE TYPE case_step_kind AS ENUM ('taken_up', 'sent_back', 'recertification_begun');
CREATE TABLE case_step (
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  round integer NOT NULL,
  kind case_step_kind NOT NULL,
  taken_by_id uuid NOT NULL,
  taken_at timestamptz(3) NOT NULL,
  CONSTRAINT case_step_pkey PRIMARY KEY (id),
  CONSTRAINT case_step_case_id_fkey FOREIGN KEY (case_id) REFERENCES certification_case (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT case_step_taken_by_id_fkey FOREIGN KEY (taken_by_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX case_step_case_id_idx ON case_step (case_id);
CREATE INDEX case_step_taken_by_id_idx ON case_step (taken_by_id);

-- What the audit trail knows of earlier ones. The triggers below come after it: they hold for what is written from now on.
INSERT INTO case_step (id, case_id, round, kind, taken_by_id, taken_at)
  SELECT gen_random_uuid(), c.id, (a.detail->>'round')::int,
    (CASE WHEN a.action = 'case.takenUp' THEN 'taken_up' WHEN a.detail ? 'reopened' THEN 'sent_back' ELSE 'recertification_begun' END)::case_step_kind,
    p.id, a.at
  FROM audit_event a JOIN certification_case c ON c.id::text = a.entity_id JOIN person p ON p.id = a.actor_id
  WHERE a.entity = 'certificationCase' AND a.detail ? 'round'
    AND (a.action = 'case.takenUp' OR (a.action = 'case.roundStarted' AND a.detail ?| '{reopened,recertifies}'))
  ORDER BY a.id;

CREATE FUNCTION case_step_separated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT may_look_after(NEW.taken_by_id, NEW.case_id, NEW.taken_at) THEN
    RAISE EXCEPTION 'the certifying body moves a case, nobody biased [case_step_separated]' USING ERRCODE = 'P0001', CONSTRAINT = 'case_step_separated';
  END IF;
  IF NOT EXISTS (
    SELECT 1 FROM certification_case c WHERE c.id = NEW.case_id AND c.round = NEW.round
      AND c.state = ANY ((CASE NEW.kind WHEN 'taken_up' THEN '{collecting}' WHEN 'sent_back' THEN '{recommended,hearing}'
                                        ELSE '{released,changed}' END)::case_state[])) THEN
    RAISE EXCEPTION 'a step is taken by a case that stands before it [case_step_due]' USING ERRCODE = 'P0001', CONSTRAINT = 'case_step_due';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER case_step_separated BEFORE INSERT ON case_step FOR EACH ROW EXECUTE FUNCTION case_step_separated();
CREATE TRIGGER case_step_append_only BEFORE UPDATE OR DELETE ON case_step FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A case goes back to gathering evidence because a repeat was asked for, or because somebody who is named sent it.
CREATE FUNCTION certification_case_return_named() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE wanted case_step_kind := CASE WHEN OLD.state IN ('recommended', 'hearing') THEN 'sent_back' ELSE 'recertification_begun' END;
BEGIN
  IF (OLD.state = 'released' AND EXISTS (
        SELECT 1 FROM case_decision d WHERE d.case_id = OLD.id AND d.round = OLD.round AND d.outcome = 'repeat_requested'))
     OR (OLD.state = 'changed' AND 'repeat_requested' = (
        SELECT a.changed_to FROM case_appeal a WHERE a.case_id = OLD.id AND a.decided_at IS NOT NULL ORDER BY a.decided_at DESC, a.id DESC LIMIT 1))
     OR EXISTS (SELECT 1 FROM case_step s WHERE s.case_id = OLD.id AND s.round = OLD.round AND s.kind = wanted) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'whoever sends a case back is named [certification_case_return_named]' USING ERRCODE = 'P0001', CONSTRAINT = 'certification_case_return_named';
END $$;
CREATE TRIGGER certification_case_return_named BEFORE UPDATE OF state ON certification_case
  FOR EACH ROW WHEN (NEW.state = 'collecting' AND OLD.state IN ('recommended', 'hearing', 'released', 'changed'))
  EXECUTE FUNCTION certification_case_return_named();

-- Whoever moved a case was involved in it: neither an appeal nor a complaint is theirs to decide, nor the second look.
CREATE FUNCTION moved_case(who uuid, the_case uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM case_step s WHERE s.case_id = the_case AND s.taken_by_id = who)
$$;
CREATE OR REPLACE FUNCTION case_ended_not_by_hearer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.decided_by_id IS NOT NULL AND (opened_hearing(NEW.decided_by_id, NEW.case_id)
       OR ((TG_OP = 'INSERT' OR OLD.decided_by_id IS NULL) AND moved_case(NEW.decided_by_id, NEW.case_id))) THEN
    RAISE EXCEPTION 'decided by someone not involved before [%]', TG_ARGV[0] USING ERRCODE = 'P0001', CONSTRAINT = TG_ARGV[0];
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE FUNCTION review_barred(who uuid, the_case uuid, at timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT NOT of_certifying_body(who, the_case, '{certifier}', at) OR near_to_case(who, the_case) OR barred_from_case(who, the_case, at)
    OR EXISTS (SELECT 1 FROM case_recommendation r WHERE r.case_id = the_case AND r.recommender_id = who)
    OR opened_hearing(who, the_case) OR moved_case(who, the_case)
    OR EXISTS (SELECT 1 FROM case_decision d WHERE d.case_id = the_case AND d.decider_id = who)
    OR EXISTS (SELECT 1 FROM case_exception x WHERE x.case_id = the_case AND x.written_by_id = who)
    OR EXISTS (SELECT 1 FROM case_appeal a WHERE a.case_id = the_case AND a.decided_by_id = who)
    OR EXISTS (SELECT 1 FROM certification_case c WHERE c.id = the_case AND c.released_by_id = who)
$$;

-- Who took a proposal to revoke back -----------------------------------------------------------------------------------
-- Empty for those that were taken back before it was written down and of which the audit trail does not know.
ALTER TABLE certificate_revocation ADD COLUMN withdrawn_by_id uuid;
ALTER TABLE certificate_revocation DISABLE TRIGGER USER;
UPDATE certificate_revocation r SET withdrawn_by_id = p.id
  FROM audit_event a JOIN person p ON p.id = a.actor_id
  WHERE r.withdrawn_at IS NOT NULL AND a.action = 'certificate.revocationWithdrawn' AND a.detail->>'revocationId' = r.id::text;
ALTER TABLE certificate_revocation ENABLE TRIGGER USER;
ALTER TABLE certificate_revocation
  ADD CONSTRAINT certificate_revocation_withdrawn_by CHECK (withdrawn_by_id IS NULL OR withdrawn_at IS NOT NULL),
  ADD CONSTRAINT certificate_revocation_withdrawn_by_id_fkey FOREIGN KEY (withdrawn_by_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX certificate_revocation_withdrawn_by_id_idx ON certificate_revocation (withdrawn_by_id);

CREATE FUNCTION certificate_revocation_withdrawer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.withdrawn_by_id IS NULL
     OR NOT may_look_after(NEW.withdrawn_by_id, (SELECT case_id FROM certificate WHERE id = NEW.certificate_id), NEW.withdrawn_at) THEN
    RAISE EXCEPTION 'the certifying body takes a proposal back, nobody biased [certificate_revocation_separated]' USING ERRCODE = 'P0001', CONSTRAINT = 'certificate_revocation_separated';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER certificate_revocation_withdrawer BEFORE INSERT OR UPDATE ON certificate_revocation
  FOR EACH ROW WHEN (NEW.withdrawn_at IS NOT NULL) EXECUTE FUNCTION certificate_revocation_withdrawer();
