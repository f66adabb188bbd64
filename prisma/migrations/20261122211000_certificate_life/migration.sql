-- What becomes of a certificate after it was issued (lib/certificates): suspended and reinstated, corrected and renewed, shared as
-- its holder wants, checked every night; issuing stopped and issuing many at once; the bodies' logos.

CREATE TYPE certificate_succession AS ENUM ('correction', 'renewal');
CREATE TYPE certificate_visibility AS ENUM ('private', 'link', 'public');
CREATE TYPE certificate_request_kind AS ENUM ('new_name', 'recertification');
CREATE TYPE issuing_item_state AS ENUM ('waiting', 'issued', 'refused');
CREATE TYPE check_verdict AS ENUM ('wrong', 'unknown');

-- Succession ------------------------------------------------------------------------------------------------------
-- A correction rests on the decision of the certificate that it replaces; a renewal on one of its own.

ALTER TABLE certificate ADD COLUMN succession certificate_succession;
ALTER TABLE certificate DISABLE TRIGGER certificate_guarded;
UPDATE certificate SET succession = 'renewal' WHERE supersedes_id IS NOT NULL;
ALTER TABLE certificate ENABLE TRIGGER certificate_guarded;
ALTER TABLE certificate ADD CONSTRAINT certificate_succession_linked CHECK ((supersedes_id IS NULL) = (succession IS NULL));
DROP INDEX certificate_decision_id_key;
CREATE UNIQUE INDEX certificate_decision_id_key ON certificate (decision_id) WHERE succession IS DISTINCT FROM 'correction';
CREATE INDEX certificate_decision_id_idx ON certificate (decision_id);
CREATE INDEX certificate_valid_until_idx ON certificate (valid_until) WHERE state = 'issued';

CREATE TABLE certificate_suspension (
    id UUID NOT NULL,
    certificate_id UUID NOT NULL,
    public_reason TEXT NOT NULL,
    internal_reason TEXT NOT NULL DEFAULT '',
    suspended_by_id UUID NOT NULL,
    suspended_at TIMESTAMPTZ(3) NOT NULL,
    reinstated_by_id UUID,
    reinstated_at TIMESTAMPTZ(3),
    reinstatement_note TEXT NOT NULL DEFAULT '',
    CONSTRAINT certificate_suspension_pkey PRIMARY KEY (id),
    CONSTRAINT certificate_suspension_reason CHECK (btrim(public_reason) <> ''),
    CONSTRAINT certificate_suspension_ended CHECK ((reinstated_at IS NULL) = (reinstated_by_id IS NULL) AND reinstated_at >= suspended_at)
);
CREATE INDEX certificate_suspension_certificate_id_idx ON certificate_suspension (certificate_id);
CREATE INDEX certificate_suspension_suspended_by_id_idx ON certificate_suspension (suspended_by_id);
CREATE INDEX certificate_suspension_reinstated_by_id_idx ON certificate_suspension (reinstated_by_id);
CREATE UNIQUE INDEX certificate_suspension_one_open ON certificate_suspension (certificate_id) WHERE reinstated_at IS NULL;

-- Those that were suspended before there was a record of it.
INSERT INTO certificate_suspension (id, certificate_id, public_reason, internal_reason, suspended_by_id, suspended_at)
SELECT gen_random_uuid(), c.id, 'Certifikatet undersøges.', '', g.person_id, GREATEST(c.issued_at, g.valid_from)
FROM certificate c JOIN certification_case k ON k.id = c.case_id
CROSS JOIN LATERAL (SELECT person_id, valid_from FROM role_grant WHERE organisation_id = k.certifying_body_id AND role = 'certifier'
                      AND person_id <> c.holder_id AND valid_to IS NULL ORDER BY valid_from, id LIMIT 1) g
WHERE c.state = 'suspended';

ALTER TABLE certificate_suspension
  ADD CONSTRAINT certificate_suspension_certificate_id_fkey FOREIGN KEY (certificate_id) REFERENCES certificate (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT certificate_suspension_suspended_by_id_fkey FOREIGN KEY (suspended_by_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT certificate_suspension_reinstated_by_id_fkey FOREIGN KEY (reinstated_by_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE FUNCTION certificate_suspension_guarded() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE the_case uuid; holder uuid;
BEGIN
  SELECT case_id, holder_id INTO the_case, holder FROM certificate WHERE id = NEW.certificate_id;
  IF holder IN (NEW.suspended_by_id, NEW.reinstated_by_id)
     OR NOT of_certifying_body(NEW.suspended_by_id, the_case, '{certifier}', NEW.suspended_at)
     OR (NEW.reinstated_by_id IS NOT NULL AND NOT of_certifying_body(NEW.reinstated_by_id, the_case, '{certifier}', NEW.reinstated_at)) THEN
    RAISE EXCEPTION 'the certifying body suspends [certificate_suspension_separated]' USING ERRCODE = 'P0001', CONSTRAINT = 'certificate_suspension_separated';
  END IF;
  IF TG_OP = 'UPDATE' AND (OLD.reinstated_at IS NOT NULL
       OR (OLD.public_reason, OLD.internal_reason, OLD.suspended_by_id, OLD.suspended_at, OLD.certificate_id)
          IS DISTINCT FROM (NEW.public_reason, NEW.internal_reason, NEW.suspended_by_id, NEW.suspended_at, NEW.certificate_id)) THEN
    RAISE EXCEPTION 'a suspension is written once and ended once [certificate_suspension_frozen]' USING ERRCODE = 'P0001', CONSTRAINT = 'certificate_suspension_frozen';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER certificate_suspension_guarded BEFORE INSERT OR UPDATE ON certificate_suspension
  FOR EACH ROW EXECUTE FUNCTION certificate_suspension_guarded();
CREATE TRIGGER certificate_suspension_append_only BEFORE DELETE ON certificate_suspension FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The stop switch -------------------------------------------------------------------------------------------------

CREATE TABLE issuing_stop (
    id UUID NOT NULL,
    certifying_body_id UUID NOT NULL,
    reason TEXT NOT NULL,
    stopped_by_id UUID NOT NULL,
    stopped_at TIMESTAMPTZ(3) NOT NULL,
    lifted_by_id UUID,
    lifted_at TIMESTAMPTZ(3),
    lift_note TEXT NOT NULL DEFAULT '',
    CONSTRAINT issuing_stop_pkey PRIMARY KEY (id),
    CONSTRAINT issuing_stop_reason CHECK (btrim(reason) <> ''),
    CONSTRAINT issuing_stop_ended CHECK ((lifted_at IS NULL) = (lifted_by_id IS NULL) AND lifted_at >= stopped_at)
);
CREATE INDEX issuing_stop_certifying_body_id_idx ON issuing_stop (certifying_body_id);
CREATE INDEX issuing_stop_stopped_by_id_idx ON issuing_stop (stopped_by_id);
CREATE INDEX issuing_stop_lifted_by_id_idx ON issuing_stop (lifted_by_id);
CREATE UNIQUE INDEX issuing_stop_one_open ON issuing_stop (certifying_body_id) WHERE lifted_at IS NULL;
ALTER TABLE issuing_stop
  ADD CONSTRAINT issuing_stop_certifying_body_id_fkey FOREIGN KEY (certifying_body_id) REFERENCES organisation (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT issuing_stop_stopped_by_id_fkey FOREIGN KEY (stopped_by_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT issuing_stop_lifted_by_id_fkey FOREIGN KEY (lifted_by_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE;

-- Whoever issues holds the body's lock shared until commit, whoever stops takes it alone: once a stop is committed, nothing that
-- began before it can still be issued after it.
CREATE FUNCTION issuing_lock(body uuid) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$ SELECT hashtextextended('issuing ' || body::text, 7300912) $$;

CREATE FUNCTION issuing_stop_guarded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM pg_advisory_xact_lock(issuing_lock(NEW.certifying_body_id));
  ELSIF OLD.lifted_at IS NOT NULL OR (OLD.reason, OLD.stopped_by_id, OLD.stopped_at, OLD.certifying_body_id)
        IS DISTINCT FROM (NEW.reason, NEW.stopped_by_id, NEW.stopped_at, NEW.certifying_body_id) THEN
    RAISE EXCEPTION 'a stop is written once and lifted once [issuing_stop_frozen]' USING ERRCODE = 'P0001', CONSTRAINT = 'issuing_stop_frozen';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER issuing_stop_guarded BEFORE INSERT OR UPDATE ON issuing_stop FOR EACH ROW EXECUTE FUNCTION issuing_stop_guarded();
CREATE TRIGGER issuing_stop_append_only BEFORE DELETE ON issuing_stop FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Certificates: not while issuing is stopped; a correction by its predecessor's decision; suspended only with a record of it.
CREATE OR REPLACE FUNCTION certificate_guarded() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE body uuid;
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT certifying_body_id INTO body FROM certification_case WHERE id = NEW.case_id;
    PERFORM pg_advisory_xact_lock_shared(issuing_lock(body));
    IF EXISTS (SELECT 1 FROM issuing_stop s WHERE s.certifying_body_id = body AND s.lifted_at IS NULL) THEN
      RAISE EXCEPTION 'issuing is stopped [certificate_issuing_stopped]' USING ERRCODE = 'P0001', CONSTRAINT = 'certificate_issuing_stopped';
    END IF;
    IF NEW.succession = 'correction' THEN
      IF NOT EXISTS (SELECT 1 FROM certificate p WHERE p.id = NEW.supersedes_id AND p.decision_id = NEW.decision_id
                       AND p.case_id = NEW.case_id AND p.holder_id = NEW.holder_id AND p.state = 'superseded'
                       AND p.valid_until IS NOT DISTINCT FROM NEW.valid_until) THEN
        RAISE EXCEPTION 'a correction takes the place of its predecessor, as long as that held [certificate_correction_follows]' USING ERRCODE = 'P0001', CONSTRAINT = 'certificate_correction_follows';
      END IF;
    ELSIF NOT EXISTS (SELECT 1 FROM case_decision d JOIN certification_case c ON c.id = d.case_id JOIN enrolment e ON e.id = c.enrolment_id
                   WHERE d.id = NEW.decision_id AND d.case_id = NEW.case_id AND d.round = c.round AND e.person_id = NEW.holder_id
                     AND ((d.outcome = 'certified' AND c.state = 'released')
                       OR (c.state = 'changed' AND EXISTS (SELECT 1 FROM case_appeal a WHERE a.case_id = c.id AND a.changed_to = 'certified')))) THEN
      RAISE EXCEPTION 'a certificate follows a released decision to certify its holder [certificate_follows_decision]' USING ERRCODE = 'P0001', CONSTRAINT = 'certificate_follows_decision';
    END IF;
    IF NEW.payload_hash !~ '^[0-9a-f]{64}$' OR NEW.state <> 'issued' THEN
      RAISE EXCEPTION 'a certificate begins issued and hashed [certificate_frozen]' USING ERRCODE = 'P0001', CONSTRAINT = 'certificate_frozen';
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
  IF NEW.state IN ('issued', 'suspended') AND NEW.state <> OLD.state AND (NEW.state = 'suspended') IS DISTINCT FROM EXISTS (
       SELECT 1 FROM certificate_suspension s WHERE s.certificate_id = NEW.id AND s.reinstated_at IS NULL) THEN
    RAISE EXCEPTION 'a certificate is suspended as long as its suspension lasts [certificate_suspension_recorded]' USING ERRCODE = 'P0001', CONSTRAINT = 'certificate_suspension_recorded';
  END IF;
  RETURN NEW;
END $$;

-- What the holder decides and asks for ----------------------------------------------------------------------------

CREATE TABLE certificate_sharing (
    certificate_id UUID NOT NULL,
    visibility certificate_visibility NOT NULL,
    changed_at TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT certificate_sharing_pkey PRIMARY KEY (certificate_id)
);
CREATE INDEX certificate_sharing_visibility_idx ON certificate_sharing (visibility);
ALTER TABLE certificate_sharing ADD CONSTRAINT certificate_sharing_certificate_id_fkey FOREIGN KEY (certificate_id) REFERENCES certificate (id) ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE certificate_request (
    id UUID NOT NULL,
    certificate_id UUID NOT NULL,
    kind certificate_request_kind NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    requested_at TIMESTAMPTZ(3) NOT NULL,
    answered_by_id UUID,
    answered_at TIMESTAMPTZ(3),
    granted BOOLEAN,
    answer TEXT NOT NULL DEFAULT '',
    CONSTRAINT certificate_request_pkey PRIMARY KEY (id),
    CONSTRAINT certificate_request_answered CHECK (num_nonnulls(answered_by_id, answered_at, granted) IN (0, 3)),
    CONSTRAINT certificate_request_declined CHECK (granted IS NOT FALSE OR btrim(answer) <> '')
);
CREATE INDEX certificate_request_certificate_id_idx ON certificate_request (certificate_id);
CREATE INDEX certificate_request_answered_by_id_idx ON certificate_request (answered_by_id);
CREATE UNIQUE INDEX certificate_request_one_open ON certificate_request (certificate_id, kind) WHERE answered_at IS NULL;
ALTER TABLE certificate_request
  ADD CONSTRAINT certificate_request_certificate_id_fkey FOREIGN KEY (certificate_id) REFERENCES certificate (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT certificate_request_answered_by_id_fkey FOREIGN KEY (answered_by_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE FUNCTION certificate_request_written_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a request is written once and answered once [certificate_request_frozen]' USING ERRCODE = 'P0001', CONSTRAINT = 'certificate_request_frozen';
END $$;
CREATE TRIGGER certificate_request_written_once BEFORE UPDATE ON certificate_request
  FOR EACH ROW WHEN (OLD.answered_at IS NOT NULL OR (OLD.certificate_id, OLD.kind, OLD.note, OLD.requested_at) IS DISTINCT FROM (NEW.certificate_id, NEW.kind, NEW.note, NEW.requested_at))
  EXECUTE FUNCTION certificate_request_written_once();
CREATE TRIGGER certificate_request_append_only BEFORE DELETE ON certificate_request FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A warning that a certificate ends: once for each number of months.
CREATE TABLE certificate_warning (
    certificate_id UUID NOT NULL,
    months_before INTEGER NOT NULL,
    sent_at TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT certificate_warning_pkey PRIMARY KEY (certificate_id, months_before),
    CONSTRAINT certificate_warning_months CHECK (months_before IN (6, 3, 1))
);
ALTER TABLE certificate_warning ADD CONSTRAINT certificate_warning_certificate_id_fkey FOREIGN KEY (certificate_id) REFERENCES certificate (id) ON DELETE RESTRICT ON UPDATE CASCADE;

-- Issuing for a whole cohort --------------------------------------------------------------------------------------

CREATE TABLE issuing_run (
    id UUID NOT NULL,
    certifying_body_id UUID NOT NULL,
    cohort_id UUID NOT NULL,
    requested_by_id UUID NOT NULL,
    requested_at TIMESTAMPTZ(3) NOT NULL,
    finished_at TIMESTAMPTZ(3),
    CONSTRAINT issuing_run_pkey PRIMARY KEY (id)
);
CREATE INDEX issuing_run_certifying_body_id_idx ON issuing_run (certifying_body_id);
CREATE INDEX issuing_run_cohort_id_idx ON issuing_run (cohort_id);
CREATE INDEX issuing_run_requested_by_id_idx ON issuing_run (requested_by_id);
CREATE UNIQUE INDEX issuing_run_one_open ON issuing_run (cohort_id) WHERE finished_at IS NULL;
ALTER TABLE issuing_run
  ADD CONSTRAINT issuing_run_certifying_body_id_fkey FOREIGN KEY (certifying_body_id) REFERENCES organisation (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT issuing_run_cohort_id_fkey FOREIGN KEY (cohort_id) REFERENCES cohort (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT issuing_run_requested_by_id_fkey FOREIGN KEY (requested_by_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE issuing_run_item (
    run_id UUID NOT NULL,
    case_id UUID NOT NULL,
    position INTEGER NOT NULL,
    state issuing_item_state NOT NULL DEFAULT 'waiting',
    certificate_id UUID,
    refusal TEXT,
    done_at TIMESTAMPTZ(3),
    CONSTRAINT issuing_run_item_pkey PRIMARY KEY (run_id, case_id),
    CONSTRAINT issuing_run_item_outcome CHECK ((state = 'waiting') = (done_at IS NULL) AND (state = 'issued') = (certificate_id IS NOT NULL) AND (state = 'refused') = (refusal IS NOT NULL))
);
CREATE INDEX issuing_run_item_case_id_idx ON issuing_run_item (case_id);
CREATE UNIQUE INDEX issuing_run_item_certificate_id_key ON issuing_run_item (certificate_id);
CREATE INDEX issuing_run_item_waiting_idx ON issuing_run_item (run_id, position) WHERE state = 'waiting';
ALTER TABLE issuing_run_item
  ADD CONSTRAINT issuing_run_item_run_id_fkey FOREIGN KEY (run_id) REFERENCES issuing_run (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT issuing_run_item_case_id_fkey FOREIGN KEY (case_id) REFERENCES certification_case (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT issuing_run_item_certificate_id_fkey FOREIGN KEY (certificate_id) REFERENCES certificate (id) ON DELETE RESTRICT ON UPDATE CASCADE;

-- The nightly check -----------------------------------------------------------------------------------------------

CREATE TABLE certificate_check (
    id UUID NOT NULL,
    started_at TIMESTAMPTZ(3) NOT NULL,
    finished_at TIMESTAMPTZ(3) NOT NULL,
    checked INTEGER NOT NULL,
    wrong INTEGER NOT NULL,
    unknown INTEGER NOT NULL,
    CONSTRAINT certificate_check_pkey PRIMARY KEY (id),
    CONSTRAINT certificate_check_counts CHECK (checked >= 0 AND wrong >= 0 AND unknown >= 0 AND finished_at >= started_at)
);
CREATE INDEX certificate_check_finished_at_idx ON certificate_check (finished_at);
CREATE TABLE certificate_check_finding (
    check_id UUID NOT NULL,
    position INTEGER NOT NULL,
    -- Empty where it concerns no single certificate: a gap in a year's numbers, a root that does not fit.
    certificate_id UUID,
    what TEXT NOT NULL,
    verdict check_verdict NOT NULL,
    detail TEXT NOT NULL DEFAULT '',
    CONSTRAINT certificate_check_finding_pkey PRIMARY KEY (check_id, position)
);
CREATE INDEX certificate_check_finding_certificate_id_idx ON certificate_check_finding (certificate_id);
ALTER TABLE certificate_check_finding
  ADD CONSTRAINT certificate_check_finding_check_id_fkey FOREIGN KEY (check_id) REFERENCES certificate_check (id) ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT certificate_check_finding_certificate_id_fkey FOREIGN KEY (certificate_id) REFERENCES certificate (id) ON DELETE RESTRICT ON UPDATE CASCADE;

-- Logos -----------------------------------------------------------------------------------------------------------
-- Kept for as long as a certificate names them by their hash: never changed, never deleted.

CREATE TABLE organisation_logo (
    id UUID NOT NULL,
    organisation_id UUID NOT NULL,
    sha256 TEXT NOT NULL,
    bytes BYTEA NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    added_at TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT organisation_logo_pkey PRIMARY KEY (id),
    CONSTRAINT organisation_logo_bounds CHECK (octet_length(bytes) BETWEEN 1 AND 524288 AND width BETWEEN 1 AND 4000 AND height BETWEEN 1 AND 4000),
    CONSTRAINT organisation_logo_hash CHECK (sha256 ~ '^[0-9a-f]{64}$')
);
CREATE INDEX organisation_logo_organisation_id_added_at_idx ON organisation_logo (organisation_id, added_at);
CREATE INDEX organisation_logo_sha256_idx ON organisation_logo (sha256);
ALTER TABLE organisation_logo ADD CONSTRAINT organisation_logo_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER organisation_logo_append_only BEFORE UPDATE OR DELETE ON organisation_logo FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- An uploaded file is looked for by what it holds.
CREATE INDEX certificate_document_sha256_idx ON certificate_document (sha256);
