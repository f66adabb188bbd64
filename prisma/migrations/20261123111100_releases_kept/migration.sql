-- A case keeps its latest release only (released_at, released_by_id): those of earlier rounds stood in the audit trail alone, and who had
-- released one was no longer known to be involved. Each release is a step of its round now, which the database writes with it.

-- Written beforehand: what the trail knows, and the latest of each case, which the trail may not know.
ALTER TABLE case_step DISABLE TRIGGER case_step_separated;
INSERT INTO case_step (id, case_id, round, kind, taken_by_id, taken_at)
  SELECT DISTINCT ON (c.id, a.detail->>'round') gen_random_uuid(), c.id, (a.detail->>'round')::int, 'released', p.id, a.at
  FROM audit_event a JOIN certification_case c ON c.id::text = a.entity_id JOIN person p ON p.id = a.actor_id
  WHERE a.entity = 'certificationCase' AND a.action = 'case.released' AND a.detail ? 'round'
  ORDER BY c.id, a.detail->>'round', a.id;
INSERT INTO case_step (id, case_id, round, kind, taken_by_id, taken_at)
  SELECT gen_random_uuid(), c.id, latest.round, 'released', c.released_by_id, c.released_at
  FROM certification_case c
    JOIN LATERAL (SELECT d.round FROM case_decision d WHERE d.case_id = c.id AND d.decided_at <= c.released_at
      ORDER BY d.round DESC LIMIT 1) latest ON true
  WHERE c.released_at IS NOT NULL AND c.released_by_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM case_step s WHERE s.case_id = c.id AND s.round = latest.round AND s.kind = 'released');
ALTER TABLE case_step ENABLE TRIGGER case_step_separated;
CREATE UNIQUE INDEX case_step_one_release ON case_step (case_id, round) WHERE kind = 'released';

CREATE OR REPLACE FUNCTION case_step_separated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT may_look_after(NEW.taken_by_id, NEW.case_id, NEW.taken_at) THEN
    RAISE EXCEPTION 'the certifying body moves a case, nobody biased [case_step_separated]' USING ERRCODE = 'P0001', CONSTRAINT = 'case_step_separated';
  END IF;
  IF NOT EXISTS (
    SELECT 1 FROM certification_case c WHERE c.id = NEW.case_id AND c.round = NEW.round
      AND CASE NEW.kind
        WHEN 'taken_up' THEN c.state = 'collecting'
        WHEN 'sent_back' THEN c.state IN ('recommended', 'hearing')
        WHEN 'recertification_begun' THEN c.state IN ('released', 'changed')
        ELSE c.state = 'released' AND (c.released_by_id, c.released_at) = (NEW.taken_by_id, NEW.taken_at) END) THEN
    RAISE EXCEPTION 'a step is taken by a case that stands before it [case_step_due]' USING ERRCODE = 'P0001', CONSTRAINT = 'case_step_due';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION certification_case_release_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO case_step (id, case_id, round, kind, taken_by_id, taken_at)
    VALUES (gen_random_uuid(), NEW.id, NEW.round, 'released', NEW.released_by_id, NEW.released_at);
  RETURN NULL;
END $$;
CREATE TRIGGER certification_case_release_kept AFTER UPDATE OF state ON certification_case
  FOR EACH ROW WHEN (NEW.state = 'released' AND OLD.state <> 'released') EXECUTE FUNCTION certification_case_release_kept();
