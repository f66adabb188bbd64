-- Every state machine once more, as the database sees it. The rules in lib/*/rules say the same with reasons: the test
-- tests/commands/state-machines.test.ts compares the two.
COMMENT ON TABLE state_transition IS 'The legal moves of every state machine; read by the trigger legal_transition.';

INSERT INTO state_transition (machine, from_state, to_state)
SELECT machine, from_state, unnest(string_to_array(to_states, ' '))
FROM (VALUES
  ('programme_version', 'draft', 'published'),
  ('programme_version', 'published', 'retired'),
  ('cohort', 'draft', 'open cancelled'),
  ('cohort', 'open', 'closed cancelled'),
  ('cohort', 'closed', 'running cancelled'),
  ('cohort', 'running', 'completed cancelled'),
  ('cohort', 'completed', 'archived'),
  ('session', 'planned', 'confirmed cancelled'),
  ('session', 'confirmed', 'held cancelled'),
  ('application', 'draft', 'submitted withdrawn'),
  ('application', 'submitted', 'manager_pending under_review withdrawn'),
  ('application', 'manager_pending', 'manager_approved manager_declined withdrawn'),
  ('application', 'manager_approved', 'under_review withdrawn'),
  ('application', 'under_review', 'admitted waitlisted declined withdrawn'),
  ('application', 'waitlisted', 'admitted declined withdrawn'),
  ('waitlist_entry', 'waiting', 'offered withdrawn'),
  ('waitlist_entry', 'offered', 'accepted expired refused withdrawn'),
  ('enrolment', 'reserved', 'active withdrawn substituted transferred'),
  ('enrolment', 'active', 'completed not_completed withdrawn substituted transferred paused'),
  ('enrolment', 'paused', 'active'),
  ('practice_project', 'proposed', 'agreed abandoned'),
  ('practice_project', 'agreed', 'active abandoned'),
  ('practice_project', 'active', 'concluded abandoned'),
  ('framework_version', 'draft', 'approved'),
  ('framework_version', 'approved', 'in_use'),
  ('framework_version', 'in_use', 'retired'),
  ('observation_visit', 'requested', 'proposed cancelled'),
  ('observation_visit', 'proposed', 'booked cancelled'),
  ('observation_visit', 'booked', 'done missed cancelled'),
  ('observation', 'draft', 'submitted'),
  ('observation', 'submitted', 'returned shared'),
  ('observation', 'returned', 'draft'),
  ('observation', 'shared', 'responded response_lapsed'),
  ('observation', 'responded', 'locked'),
  ('observation', 'response_lapsed', 'locked'),
  ('certification_case', 'collecting', 'ready'),
  ('certification_case', 'ready', 'recommended collecting'),
  ('certification_case', 'recommended', 'hearing decided collecting'),
  ('certification_case', 'hearing', 'decided'),
  ('certification_case', 'decided', 'released'),
  ('certification_case', 'released', 'appealed collecting'),
  ('certification_case', 'appealed', 'upheld changed'),
  ('certificate', 'issued', 'suspended revoked superseded'),
  ('certificate', 'suspended', 'issued revoked'),
  ('enquiry', 'new', 'assigned closed'),
  ('enquiry', 'assigned', 'answered closed'),
  ('enquiry', 'answered', 'closed')
) AS machines (machine, from_state, to_states);

CREATE FUNCTION legal_transition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM state_transition
                 WHERE machine = TG_TABLE_NAME AND from_state = OLD.state::text AND to_state = NEW.state::text) THEN
    RAISE EXCEPTION '% does not go from % to % [%_transition]', TG_TABLE_NAME, OLD.state, NEW.state, TG_TABLE_NAME
      USING ERRCODE = 'P0001', CONSTRAINT = TG_TABLE_NAME || '_transition';
  END IF;
  RETURN NEW;
END $$;

DO $$
DECLARE machine text;
BEGIN
  FOR machine IN SELECT DISTINCT t.machine FROM state_transition t LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OF state ON %I FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION legal_transition()',
                   machine || '_transition', machine);
  END LOOP;
END $$;
