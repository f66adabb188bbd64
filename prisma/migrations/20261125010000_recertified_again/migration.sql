-- A recertification that ended without a certificate leaves the old one standing, and its holder can be recertified once more: also after
-- an appeal that was upheld. It begins only with a certificate that holds, for somebody who still takes part, and not as long as the
-- holder can appeal against what was decided (lib/certificates/rules/succession.ts).

INSERT INTO state_transition (machine, from_state, to_state) VALUES ('certification_case', 'upheld', 'collecting');

CREATE OR REPLACE FUNCTION certification_case_round() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE returns boolean := NEW.state = 'collecting' AND OLD.state IN ('recommended', 'hearing', 'released', 'changed', 'upheld');
BEGIN
  IF NEW.round <> OLD.round + returns::int THEN
    RAISE EXCEPTION 'a round belongs to a return to gathering evidence [certification_case_round]' USING ERRCODE = 'P0001', CONSTRAINT = 'certification_case_round';
  END IF;
  RETURN NEW;
END $$;

DROP TRIGGER certification_case_return_named ON certification_case;
CREATE TRIGGER certification_case_return_named BEFORE UPDATE OF state ON certification_case
  FOR EACH ROW WHEN (NEW.state = 'collecting' AND OLD.state IN ('recommended', 'hearing', 'released', 'changed', 'upheld'))
  EXECUTE FUNCTION certification_case_return_named();

CREATE FUNCTION recertifiable(the_case uuid, at timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT 1 FROM certification_case c
      JOIN enrolment e ON e.id = c.enrolment_id
      JOIN case_decision d ON d.case_id = c.id AND d.round = c.round
      JOIN certificate k ON k.case_id = c.id AND k.state = 'issued'
    WHERE c.id = the_case AND c.state IN ('released', 'changed', 'upheld') AND e.state IN ('active', 'paused', 'completed')
      AND (c.state <> 'released' OR d.outcome <> 'not_certified' OR at > c.released_at + interval '28 days')
      AND NOT EXISTS (SELECT 1 FROM certificate_revocation r
                      WHERE r.certificate_id = k.id AND r.confirmed_at IS NULL AND r.withdrawn_at IS NULL))
$$;

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
        WHEN 'recertification_begun' THEN recertifiable(c.id, NEW.taken_at)
        ELSE c.state = 'released' AND (c.released_by_id, c.released_at) = (NEW.taken_by_id, NEW.taken_at) END) THEN
    RAISE EXCEPTION 'a step is taken by a case that stands before it [case_step_due]' USING ERRCODE = 'P0001', CONSTRAINT = 'case_step_due';
  END IF;
  RETURN NEW;
END $$;
