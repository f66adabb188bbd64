-- What must hold whatever the application does. Names begin with the table. PostgreSQL tells a driver the name of a CHECK
-- in its message only, so what is raised here ends in its name too: lib/db/error-mapping.ts turns it into a sentence.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Organisations and people ---------------------------------------------------------------------------------------

ALTER TABLE organisation
  ADD CONSTRAINT organisation_registration_number_digits CHECK (registration_number ~ '^[0-9]{8}$|^[0-9]{10}$'),
  ADD CONSTRAINT organisation_gln_digits CHECK (gln ~ '^[0-9]{13}$');

ALTER TABLE organisation_name
  ADD CONSTRAINT organisation_name_period CHECK (valid_to > valid_from),
  ADD CONSTRAINT organisation_name_not_empty CHECK (name <> '' AND short_name <> ''),
  ADD CONSTRAINT organisation_name_no_overlap
    EXCLUDE USING gist (organisation_id WITH =, daterange(valid_from, valid_to) WITH &&);

ALTER TABLE person
  ADD CONSTRAINT person_name_not_empty CHECK (name <> ''),
  ADD CONSTRAINT person_email_normal CHECK (email = lower(email) AND email LIKE '%_@_%'),
  -- No CPR number is stored anywhere: a name or a phone of the shape DDMMYY-NNNN is refused here too.
  ADD CONSTRAINT person_no_cpr CHECK (name !~ '[0-3][0-9][01][0-9][0-9]{2}-?[0-9]{4}');

ALTER TABLE affiliation ADD CONSTRAINT affiliation_period CHECK (valid_to > valid_from);

ALTER TABLE role_grant
  ADD CONSTRAINT role_grant_period CHECK (valid_to >= valid_from),
  ADD CONSTRAINT role_grant_no_overlap
    EXCLUDE USING gist (person_id WITH =, role WITH =, organisation_id WITH =, tstzrange(valid_from, valid_to) WITH &&);

-- Programmes ------------------------------------------------------------------------------------------------------

ALTER TABLE programme ADD CONSTRAINT programme_slug_shape CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$');

ALTER TABLE programme_version
  ADD CONSTRAINT programme_version_attendance_percent CHECK (attendance_minimum_percent BETWEEN 0 AND 100),
  ADD CONSTRAINT programme_version_price CHECK (price_minor >= 0),
  ADD CONSTRAINT programme_version_certifies_wholly
    CHECK ((certifying_body_id IS NULL) = (framework_version_id IS NULL)),
  ADD CONSTRAINT programme_version_published_at CHECK (state = 'draft' OR published_at IS NOT NULL);

CREATE UNIQUE INDEX programme_version_one_published ON programme_version (programme_id) WHERE state = 'published';
CREATE UNIQUE INDEX programme_version_one_draft ON programme_version (programme_id) WHERE state = 'draft';

CREATE FUNCTION programme_version_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.state <> 'draft' THEN
      RAISE EXCEPTION 'a published programme version is not deleted [programme_version_frozen]' USING ERRCODE = 'P0001', CONSTRAINT = 'programme_version_frozen';
    END IF;
    RETURN OLD;
  END IF;
  IF OLD.state <> 'draft'
     AND (to_jsonb(NEW) - 'state' - 'version' - 'retired_at') IS DISTINCT FROM (to_jsonb(OLD) - 'state' - 'version' - 'retired_at') THEN
    RAISE EXCEPTION 'a published programme version is unchangeable [programme_version_frozen]' USING ERRCODE = 'P0001', CONSTRAINT = 'programme_version_frozen';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER programme_version_frozen BEFORE UPDATE OR DELETE ON programme_version
  FOR EACH ROW EXECUTE FUNCTION programme_version_frozen();

CREATE FUNCTION track_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM programme_version v
             WHERE v.id = (CASE WHEN TG_OP = 'INSERT' THEN NEW.programme_version_id ELSE OLD.programme_version_id END)
               AND v.state <> 'draft') THEN
    RAISE EXCEPTION 'the tracks of a published programme version are unchangeable [programme_version_frozen]' USING ERRCODE = 'P0001', CONSTRAINT = 'programme_version_frozen';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER track_frozen BEFORE INSERT OR UPDATE OR DELETE ON track FOR EACH ROW EXECUTE FUNCTION track_frozen();

-- Agreements ------------------------------------------------------------------------------------------------------

ALTER TABLE agreement
  ADD CONSTRAINT agreement_period CHECK (valid_to > valid_from),
  ADD CONSTRAINT agreement_amount CHECK (amount_minor >= 0),
  ADD CONSTRAINT agreement_funded_wholly CHECK (kind <> 'funded' OR (funder_id IS NOT NULL AND diary_number IS NOT NULL AND amount_minor IS NOT NULL));
ALTER TABLE seat_allocation ADD CONSTRAINT seat_allocation_seats CHECK (seats >= 0);
ALTER TABLE role_target ADD CONSTRAINT role_target_number CHECK (number >= 0);

-- Cohorts and sessions --------------------------------------------------------------------------------------------

ALTER TABLE cohort
  ADD CONSTRAINT cohort_slug_shape CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT cohort_capacity CHECK (capacity BETWEEN 1 AND 1000),
  ADD CONSTRAINT cohort_offer_hours CHECK (offer_hours BETWEEN 1 AND 720),
  ADD CONSTRAINT cohort_period CHECK (ends_on >= starts_on),
  ADD CONSTRAINT cohort_cancel_reason CHECK (state <> 'cancelled' OR cancel_reason <> '');
CREATE UNIQUE INDEX cohort_facilitator_one_lead ON cohort_facilitator (cohort_id) WHERE is_lead;

ALTER TABLE session
  ADD CONSTRAINT session_period CHECK (ends_at > starts_at),
  -- The instant, read in the zone, is the wall time: a wall time that a clock change leaves out can never be stored.
  ADD CONSTRAINT session_wall_time CHECK (
    starts_at AT TIME ZONE time_zone = starts_local AND ends_at AT TIME ZONE time_zone = ends_local),
  ADD CONSTRAINT session_room_once
    EXCLUDE USING gist (room_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (state <> 'cancelled' AND room_id IS NOT NULL);

ALTER TABLE session_facilitator
  ADD CONSTRAINT session_facilitator_once
    EXCLUDE USING gist (person_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (is_live);

CREATE FUNCTION session_facilitator_period() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT s.starts_at, s.ends_at, s.state <> 'cancelled' INTO NEW.starts_at, NEW.ends_at, NEW.is_live
  FROM session s WHERE s.id = NEW.session_id;
  RETURN NEW;
END $$;
CREATE TRIGGER session_facilitator_period BEFORE INSERT OR UPDATE ON session_facilitator
  FOR EACH ROW EXECUTE FUNCTION session_facilitator_period();

CREATE FUNCTION session_moves_facilitators() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE session_facilitator SET starts_at = NEW.starts_at WHERE session_id = NEW.id;
  RETURN NEW;
END $$;
CREATE TRIGGER session_moves_facilitators AFTER UPDATE OF starts_at, ends_at, state ON session
  FOR EACH ROW EXECUTE FUNCTION session_moves_facilitators();

CREATE FUNCTION session_sequence_rises() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.ical_uid <> OLD.ical_uid OR NEW.sequence < OLD.sequence THEN
    RAISE EXCEPTION 'a UID never changes and a SEQUENCE never falls (RFC 5545) [session_sequence_rises]' USING ERRCODE = 'P0001', CONSTRAINT = 'session_sequence_rises';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER session_sequence_rises BEFORE UPDATE ON session FOR EACH ROW EXECUTE FUNCTION session_sequence_rises();

ALTER TABLE session_obligation
  ADD CONSTRAINT session_obligation_one_subject CHECK (num_nonnulls(track_id, participant_role) = 1);
CREATE UNIQUE INDEX session_obligation_per_track ON session_obligation (session_id, track_id) WHERE track_id IS NOT NULL;
CREATE UNIQUE INDEX session_obligation_per_role ON session_obligation (session_id, participant_role) WHERE participant_role IS NOT NULL;

-- Getting in ------------------------------------------------------------------------------------------------------

CREATE UNIQUE INDEX application_one_open ON application (cohort_id, person_id)
  WHERE state NOT IN ('declined', 'withdrawn', 'manager_declined');
ALTER TABLE application
  ADD CONSTRAINT application_complete CHECK (
    state IN ('draft', 'withdrawn')
    OR (participant_role IS NOT NULL AND payer IS NOT NULL AND motivation <> '' AND submitted_at IS NOT NULL)),
  ADD CONSTRAINT application_payer_gln CHECK (payer_gln = '' OR payer_gln ~ '^[0-9]{13}$'),
  ADD CONSTRAINT application_declined_with_reason CHECK (state <> 'declined' OR decision_reason <> '');
ALTER TABLE manager_approval
  ADD CONSTRAINT manager_approval_answer CHECK ((answered_at IS NULL) = (approved IS NULL));
ALTER TABLE waitlist_entry
  ADD CONSTRAINT waitlist_entry_offer CHECK (state <> 'offered' OR (offered_at IS NOT NULL AND offer_expires_at > offered_at)),
  ADD CONSTRAINT waitlist_entry_position CHECK (position >= 1);

CREATE UNIQUE INDEX enrolment_one_live ON enrolment (cohort_id, person_id)
  WHERE state IN ('reserved', 'active', 'paused', 'completed');
ALTER TABLE enrolment
  ADD CONSTRAINT enrolment_payer_gln CHECK (payer_gln = '' OR payer_gln ~ '^[0-9]{13}$'),
  ADD CONSTRAINT enrolment_not_its_own_substitute CHECK (replaces_id <> id);

ALTER TABLE seat
  ADD CONSTRAINT seat_number_positive CHECK (number >= 1),
  ADD CONSTRAINT seat_one_holder CHECK (num_nonnulls(enrolment_id, waitlist_entry_id) = 1);

CREATE FUNCTION seat_within_capacity() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- The share lock makes a change of capacity at the same time wait.
  IF NEW.number > (SELECT capacity FROM cohort WHERE id = NEW.cohort_id FOR KEY SHARE) THEN
    RAISE EXCEPTION 'seat % is beyond the capacity [seat_within_capacity]', NEW.number USING ERRCODE = '23514', CONSTRAINT = 'seat_within_capacity';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER seat_within_capacity BEFORE INSERT OR UPDATE ON seat FOR EACH ROW EXECUTE FUNCTION seat_within_capacity();

CREATE FUNCTION cohort_capacity_holds_seats() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM seat WHERE cohort_id = NEW.id AND number > NEW.capacity) THEN
    RAISE EXCEPTION 'seats beyond the new capacity are taken [cohort_capacity_holds_seats]' USING ERRCODE = '23514', CONSTRAINT = 'cohort_capacity_holds_seats';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER cohort_capacity_holds_seats BEFORE UPDATE OF capacity ON cohort
  FOR EACH ROW WHEN (NEW.capacity < OLD.capacity) EXECUTE FUNCTION cohort_capacity_holds_seats();

-- At commit: who is in has a seat, who is out has none: the same for a live offer.
CREATE FUNCTION enrolment_has_seat() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE holder enrolment%ROWTYPE; seated boolean;
BEGIN
  SELECT * INTO holder FROM enrolment WHERE id = NEW.id;
  IF NOT FOUND THEN RETURN NULL; END IF;
  seated := EXISTS (SELECT 1 FROM seat WHERE enrolment_id = NEW.id);
  IF seated <> (holder.state IN ('reserved', 'active', 'paused', 'completed', 'not_completed') AND holder.participant_role <> 'guest') THEN
    RAISE EXCEPTION 'enrolment % is % and has % a seat [enrolment_has_seat]', NEW.id, holder.state, CASE WHEN seated THEN '' ELSE 'not' END
      USING ERRCODE = '23514', CONSTRAINT = 'enrolment_has_seat';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER enrolment_has_seat AFTER INSERT OR UPDATE ON enrolment
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION enrolment_has_seat();

CREATE FUNCTION waitlist_offer_has_seat() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE entry_state waitlist_state; seated boolean;
BEGIN
  SELECT state INTO entry_state FROM waitlist_entry WHERE id = NEW.id;
  IF NOT FOUND THEN RETURN NULL; END IF;
  seated := EXISTS (SELECT 1 FROM seat WHERE waitlist_entry_id = NEW.id);
  IF seated <> (entry_state = 'offered') THEN
    RAISE EXCEPTION 'waiting-list entry % is % and its seat does not fit [waitlist_offer_has_seat]', NEW.id, entry_state
      USING ERRCODE = '23514', CONSTRAINT = 'waitlist_offer_has_seat';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER waitlist_offer_has_seat AFTER INSERT OR UPDATE ON waitlist_entry
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION waitlist_offer_has_seat();

-- Learning --------------------------------------------------------------------------------------------------------

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only [%_append_only]', TG_TABLE_NAME, TG_TABLE_NAME USING ERRCODE = 'P0001', CONSTRAINT = TG_TABLE_NAME || '_append_only';
END $$;

ALTER TABLE attendance
  ADD CONSTRAINT attendance_minutes CHECK ((status = 'partial') = (minutes IS NOT NULL) AND minutes > 0),
  ADD CONSTRAINT attendance_evidence CHECK ((status = 'made_up') = (evidence IS NOT NULL) AND evidence <> ''),
  ADD CONSTRAINT attendance_entry CHECK (entry >= 1);
CREATE TRIGGER attendance_append_only BEFORE UPDATE OR DELETE ON attendance FOR EACH ROW EXECUTE FUNCTION refuse_change();

ALTER TABLE practice_project ADD CONSTRAINT practice_project_outcome CHECK (state <> 'concluded' OR outcome <> '');

-- Frameworks ------------------------------------------------------------------------------------------------------

ALTER TABLE framework_version
  ADD CONSTRAINT framework_version_bounds CHECK (
    min_observations >= 1 AND min_assessors >= 1 AND min_assessors <= min_observations
    AND attendance_minimum_percent BETWEEN 0 AND 100 AND response_days >= 1 AND certificate_validity_months >= 1);
ALTER TABLE criterion ADD CONSTRAINT criterion_min_occasions CHECK (min_occasions >= 1);
ALTER TABLE assessor_authorisation ADD CONSTRAINT assessor_authorisation_period CHECK (valid_to > valid_from);

CREATE FUNCTION framework_version_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.state <> 'draft' THEN
      RAISE EXCEPTION 'an approved framework version is not deleted [framework_version_frozen]' USING ERRCODE = 'P0001', CONSTRAINT = 'framework_version_frozen';
    END IF;
    RETURN OLD;
  END IF;
  IF OLD.state <> 'draft'
     AND (to_jsonb(NEW) - 'state' - 'version' - 'in_use_from') IS DISTINCT FROM (to_jsonb(OLD) - 'state' - 'version' - 'in_use_from') THEN
    RAISE EXCEPTION 'an approved framework version is unchangeable [framework_version_frozen]' USING ERRCODE = 'P0001', CONSTRAINT = 'framework_version_frozen';
  END IF;
  IF NEW.state = 'approved' AND OLD.state = 'draft'
     AND (SELECT count(*) FROM framework_approval WHERE framework_version_id = NEW.id) < 2 THEN
    RAISE EXCEPTION 'a framework version is approved by two persons [framework_version_two_approvals]' USING ERRCODE = 'P0001', CONSTRAINT = 'framework_version_two_approvals';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER framework_version_frozen BEFORE UPDATE OR DELETE ON framework_version
  FOR EACH ROW EXECUTE FUNCTION framework_version_frozen();

CREATE FUNCTION framework_part_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE part jsonb := to_jsonb(CASE WHEN TG_OP = 'INSERT' THEN NEW ELSE OLD END); owner uuid;
BEGIN
  owner := coalesce((part->>'framework_version_id')::uuid,
                    (SELECT framework_version_id FROM criterion WHERE id = (part->>'criterion_id')::uuid));
  IF EXISTS (SELECT 1 FROM framework_version WHERE id = owner AND state <> 'draft') THEN
    RAISE EXCEPTION 'an approved framework version is unchangeable [framework_version_frozen]' USING ERRCODE = 'P0001', CONSTRAINT = 'framework_version_frozen';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER criterion_frozen BEFORE INSERT OR UPDATE OR DELETE ON criterion FOR EACH ROW EXECUTE FUNCTION framework_part_frozen();
CREATE TRIGGER criterion_text_frozen BEFORE INSERT OR UPDATE OR DELETE ON criterion_text FOR EACH ROW EXECUTE FUNCTION framework_part_frozen();
CREATE TRIGGER framework_version_text_frozen BEFORE INSERT OR UPDATE OR DELETE ON framework_version_text FOR EACH ROW EXECUTE FUNCTION framework_part_frozen();

-- Observations ----------------------------------------------------------------------------------------------------

ALTER TABLE observation_visit
  ADD CONSTRAINT observation_visit_period CHECK (ends_at > starts_at),
  ADD CONSTRAINT observation_visit_assessor_once
    EXCLUDE USING gist (assessor_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (state IN ('booked', 'done'));

ALTER TABLE criterion_rating
  ADD CONSTRAINT criterion_rating_reached_needs_evidence CHECK (rating <> 'reached' OR btrim(evidence) <> '');
ALTER TABLE observation
  ADD CONSTRAINT observation_submitted_wholly CHECK (
    state IN ('draft', 'returned') OR (submitted_at IS NOT NULL AND content_hash IS NOT NULL AND btrim(seen) <> '' AND btrim(situation) <> '')),
  ADD CONSTRAINT observation_shared_wholly CHECK (state IN ('draft', 'submitted', 'returned') OR (shared_at IS NOT NULL AND response_due_at IS NOT NULL)),
  ADD CONSTRAINT observation_response CHECK (state <> 'responded' OR btrim(response) <> ''),
  ADD CONSTRAINT observation_locked_at CHECK ((state = 'locked') = (locked_at IS NOT NULL)),
  ADD CONSTRAINT observation_amendment CHECK ((amends_id IS NULL) = (amend_reason IS NULL) AND amends_id <> id);

CREATE FUNCTION observation_guarded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.state <> 'draft' OR OLD.submitted_at IS NOT NULL THEN
      RAISE EXCEPTION 'a submitted observation is not deleted [observation_frozen]' USING ERRCODE = 'P0001', CONSTRAINT = 'observation_frozen';
    END IF;
    RETURN OLD;
  END IF;
  -- Nobody observes themself (ISO/IEC 17024 5.2), nor what they teach.
  IF EXISTS (SELECT 1 FROM enrolment e WHERE e.id = NEW.enrolment_id
             AND (e.person_id = NEW.assessor_id
               OR EXISTS (SELECT 1 FROM cohort_facilitator f WHERE f.cohort_id = e.cohort_id AND f.person_id = NEW.assessor_id)
               OR EXISTS (SELECT 1 FROM session_facilitator f JOIN session s ON s.id = f.session_id
                          WHERE s.cohort_id = e.cohort_id AND f.person_id = NEW.assessor_id AND f.is_live))) THEN
    RAISE EXCEPTION 'the assessor is barred [observation_assessor_barred]' USING ERRCODE = 'P0001', CONSTRAINT = 'observation_assessor_barred';
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.state NOT IN ('draft', 'returned')
     AND (OLD.situation, OLD.seen, OLD.interpreted, OLD.observed_on, OLD.enrolment_id, OLD.assessor_id, OLD.organisation_id, OLD.amends_id)
         IS DISTINCT FROM
         (NEW.situation, NEW.seen, NEW.interpreted, NEW.observed_on, NEW.enrolment_id, NEW.assessor_id, NEW.organisation_id, NEW.amends_id) THEN
    RAISE EXCEPTION 'a submitted observation is frozen [observation_frozen]' USING ERRCODE = 'P0001', CONSTRAINT = 'observation_frozen';
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.state IN ('responded', 'response_lapsed', 'locked') AND OLD.response <> NEW.response THEN
    RAISE EXCEPTION 'a response is written once [observation_frozen]' USING ERRCODE = 'P0001', CONSTRAINT = 'observation_frozen';
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.content_hash IS DISTINCT FROM NEW.content_hash AND OLD.state NOT IN ('draft', 'returned') THEN
    RAISE EXCEPTION 'a submitted observation is frozen [observation_frozen]' USING ERRCODE = 'P0001', CONSTRAINT = 'observation_frozen';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER observation_guarded BEFORE INSERT OR UPDATE OR DELETE ON observation FOR EACH ROW EXECUTE FUNCTION observation_guarded();

CREATE FUNCTION criterion_rating_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM observation o
             WHERE o.id = (CASE WHEN TG_OP = 'INSERT' THEN NEW.observation_id ELSE OLD.observation_id END)
               AND o.state NOT IN ('draft', 'returned')) THEN
    RAISE EXCEPTION 'the ratings of a submitted observation are frozen [observation_frozen]' USING ERRCODE = 'P0001', CONSTRAINT = 'observation_frozen';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER criterion_rating_frozen BEFORE INSERT OR UPDATE OR DELETE ON criterion_rating
  FOR EACH ROW EXECUTE FUNCTION criterion_rating_frozen();

-- Certification ---------------------------------------------------------------------------------------------------

ALTER TABLE case_decision
  ADD CONSTRAINT case_decision_reasons CHECK (btrim(reason_main) <> ''),
  ADD CONSTRAINT case_decision_adverse_reasons CHECK (
    outcome <> 'not_certified' OR (btrim(reason_rules) <> '' AND btrim(reason_facts) <> '' AND btrim(appeal_guidance) <> '')),
  ADD CONSTRAINT case_decision_repeat CHECK (
    outcome <> 'repeat_requested' OR (cardinality(repeat_criteria) > 0 AND btrim(repeat_guidance) <> '' AND repeat_due_on IS NOT NULL));
ALTER TABLE case_exception ADD CONSTRAINT case_exception_reason CHECK (btrim(reason) <> '');
ALTER TABLE case_hearing
  ADD CONSTRAINT case_hearing_deadline CHECK (due_at > opened_at AND btrim(notice) <> ''),
  ADD CONSTRAINT case_hearing_statement CHECK ((statement_at IS NULL) = (statement = ''));
ALTER TABLE case_appeal ADD CONSTRAINT case_appeal_decided CHECK (
  (decided_at IS NULL) = (decided_by_id IS NULL) AND (decided_at IS NULL OR btrim(reasons) <> ''));
ALTER TABLE certification_case
  ADD CONSTRAINT certification_case_release CHECK (
    (released_at IS NULL) = (released_by_id IS NULL)
    AND (state IN ('released', 'appealed', 'upheld', 'changed')) <= (released_at IS NOT NULL));

-- Whether a person is too near to judge a case: the participant, an observer, a teacher of the cohort.
CREATE FUNCTION near_to_case(person uuid, the_case uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT 1 FROM certification_case c JOIN enrolment e ON e.id = c.enrolment_id
    WHERE c.id = the_case AND (
      e.person_id = person
      OR EXISTS (SELECT 1 FROM observation o WHERE o.enrolment_id = e.id AND o.assessor_id = person)
      OR EXISTS (SELECT 1 FROM cohort_facilitator f WHERE f.cohort_id = e.cohort_id AND f.person_id = person)
      OR EXISTS (SELECT 1 FROM session_facilitator f JOIN session s ON s.id = f.session_id
                 WHERE s.cohort_id = e.cohort_id AND f.person_id = person AND f.is_live)))
$$;

CREATE FUNCTION case_decision_separated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF near_to_case(NEW.decider_id, NEW.case_id) THEN
    RAISE EXCEPTION 'the decider observed, taught or is the participant [case_decision_separated]' USING ERRCODE = 'P0001', CONSTRAINT = 'case_decision_separated';
  END IF;
  IF EXISTS (SELECT 1 FROM case_recommendation r WHERE r.case_id = NEW.case_id AND r.round = NEW.round AND r.recommender_id = NEW.decider_id) THEN
    RAISE EXCEPTION 'the recommender does not decide [case_decision_separated]' USING ERRCODE = 'P0001', CONSTRAINT = 'case_decision_separated';
  END IF;
  IF EXISTS (SELECT 1 FROM case_exception x WHERE x.case_id = NEW.case_id AND x.round = NEW.round AND x.written_by_id = NEW.decider_id) THEN
    RAISE EXCEPTION 'whoever excepted does not decide [case_decision_separated]' USING ERRCODE = 'P0001', CONSTRAINT = 'case_decision_separated';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM case_recommendation r WHERE r.case_id = NEW.case_id AND r.round = NEW.round) THEN
    RAISE EXCEPTION 'a decision follows a recommendation [case_decision_separated]' USING ERRCODE = 'P0001', CONSTRAINT = 'case_decision_separated';
  END IF;
  IF NEW.outcome = 'not_certified' AND NOT EXISTS (
       SELECT 1 FROM case_hearing h WHERE h.case_id = NEW.case_id AND h.round = NEW.round
         AND (h.statement_at IS NOT NULL OR h.due_at <= NEW.decided_at)) THEN
    RAISE EXCEPTION 'an adverse decision needs a hearing [case_decision_hearing]' USING ERRCODE = 'P0001', CONSTRAINT = 'case_decision_hearing';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER case_decision_separated BEFORE INSERT ON case_decision FOR EACH ROW EXECUTE FUNCTION case_decision_separated();
CREATE TRIGGER case_decision_append_only BEFORE UPDATE OR DELETE ON case_decision FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER case_recommendation_append_only BEFORE UPDATE OR DELETE ON case_recommendation FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER case_exception_append_only BEFORE UPDATE OR DELETE ON case_exception FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE FUNCTION case_appeal_separated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.decided_by_id IS NOT NULL AND (
       near_to_case(NEW.decided_by_id, NEW.case_id)
       OR EXISTS (SELECT 1 FROM case_recommendation r WHERE r.case_id = NEW.case_id AND r.recommender_id = NEW.decided_by_id)
       OR EXISTS (SELECT 1 FROM case_decision d WHERE d.case_id = NEW.case_id AND d.decider_id = NEW.decided_by_id)) THEN
    RAISE EXCEPTION 'an appeal is decided by someone not involved before [case_appeal_separated]' USING ERRCODE = 'P0001', CONSTRAINT = 'case_appeal_separated';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER case_appeal_separated BEFORE INSERT OR UPDATE ON case_appeal FOR EACH ROW EXECUTE FUNCTION case_appeal_separated();

-- Certificates ----------------------------------------------------------------------------------------------------

ALTER TABLE certificate
  ADD CONSTRAINT certificate_public_id_random CHECK (public_id ~ '^[A-Za-z0-9_-]{22,}$'),
  ADD CONSTRAINT certificate_serial_shape CHECK (serial_number ~ '^PX-[0-9]{4}-[0-9]{5}$'),
  ADD CONSTRAINT certificate_validity CHECK (valid_until > issued_at),
  ADD CONSTRAINT certificate_not_its_own_successor CHECK (supersedes_id <> id);
CREATE UNIQUE INDEX certificate_one_current ON certificate (case_id) WHERE state IN ('issued', 'suspended');

ALTER TABLE certificate_revocation
  ADD CONSTRAINT certificate_revocation_two_persons CHECK (confirmed_by_id <> requested_by_id),
  ADD CONSTRAINT certificate_revocation_confirmed CHECK ((confirmed_at IS NULL) = (confirmed_by_id IS NULL)),
  ADD CONSTRAINT certificate_revocation_one_end CHECK (num_nonnulls(confirmed_at, withdrawn_at) <= 1),
  ADD CONSTRAINT certificate_revocation_reason CHECK (btrim(public_reason) <> '');
CREATE UNIQUE INDEX certificate_revocation_one_open ON certificate_revocation (certificate_id)
  WHERE withdrawn_at IS NULL;

CREATE FUNCTION certificate_guarded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NOT EXISTS (SELECT 1 FROM case_decision d JOIN certification_case c ON c.id = d.case_id JOIN enrolment e ON e.id = c.enrolment_id
                   WHERE d.id = NEW.decision_id AND d.case_id = NEW.case_id AND d.outcome = 'certified'
                     AND e.person_id = NEW.holder_id AND c.state IN ('released', 'changed')) THEN
      RAISE EXCEPTION 'a certificate follows a released decision to certify its holder [certificate_follows_decision]' USING ERRCODE = 'P0001', CONSTRAINT = 'certificate_follows_decision';
    END IF;
    RETURN NEW;
  END IF;
  IF (to_jsonb(NEW) - 'state' - 'version') IS DISTINCT FROM (to_jsonb(OLD) - 'state' - 'version') THEN
    RAISE EXCEPTION 'an issued certificate is frozen [certificate_frozen]' USING ERRCODE = 'P0001', CONSTRAINT = 'certificate_frozen';
  END IF;
  IF NEW.state = 'revoked' AND NOT EXISTS (
       SELECT 1 FROM certificate_revocation r WHERE r.certificate_id = NEW.id AND r.confirmed_at IS NOT NULL) THEN
    RAISE EXCEPTION 'a certificate is revoked by two persons [certificate_revocation_two_persons]' USING ERRCODE = 'P0001', CONSTRAINT = 'certificate_revocation_two_persons';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER certificate_guarded BEFORE INSERT OR UPDATE ON certificate FOR EACH ROW EXECUTE FUNCTION certificate_guarded();
CREATE TRIGGER certificate_append_only BEFORE DELETE ON certificate FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER certificate_document_append_only BEFORE UPDATE OR DELETE ON certificate_document FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The rest --------------------------------------------------------------------------------------------------------

ALTER TABLE event ADD CONSTRAINT event_period CHECK (ends_at > starts_at);
ALTER TABLE enquiry
  ADD CONSTRAINT enquiry_answered CHECK (state IN ('new', 'assigned', 'closed') OR (answered_at IS NOT NULL AND btrim(answer) <> ''));
