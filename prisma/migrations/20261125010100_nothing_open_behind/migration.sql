-- What hangs on a certificate ends or follows when another takes its place or when it is revoked; nothing is left open behind
-- (lib/certificates/commands/hand-over.ts).

-- What was left open before this was kept ------------------------------------------------------------------------------
ALTER TABLE certificate_request DISABLE TRIGGER USER;
-- A wish goes to the certificate at the end of the chain; where the same was asked for there again, that one stands for both.
CREATE TEMPORARY TABLE certificate_heir AS
  WITH RECURSIVE chain (first_id, id) AS (
    SELECT id, id FROM certificate WHERE state = 'superseded'
    UNION ALL SELECT chain.first_id, c.id FROM chain JOIN certificate c ON c.supersedes_id = chain.id)
  SELECT chain.first_id, c.id AS heir_id, c.issued_at, coalesce(c.corrected_by_id, k.released_by_id) AS by_id
  FROM chain JOIN certificate c ON c.id = chain.id JOIN certification_case k ON k.id = c.case_id
  WHERE NOT EXISTS (SELECT 1 FROM certificate s WHERE s.supersedes_id = c.id);
UPDATE certificate_request r SET answered_at = greatest(h.issued_at, r.requested_at), answered_by_id = h.by_id, granted = true
  FROM certificate_heir h
  WHERE h.first_id = r.certificate_id AND r.answered_at IS NULL AND h.by_id IS NOT NULL
    AND (r.kind = 'new_name' OR EXISTS (SELECT 1 FROM certificate_request n
           WHERE n.answered_at IS NULL AND n.kind = r.kind AND n.id <> r.id AND n.requested_at >= r.requested_at
             AND (n.certificate_id = h.heir_id OR n.certificate_id IN (SELECT s.first_id FROM certificate_heir s WHERE s.heir_id = h.heir_id))));
UPDATE certificate_request r SET certificate_id = h.heir_id FROM certificate_heir h WHERE h.first_id = r.certificate_id AND r.answered_at IS NULL;
UPDATE certificate_request r SET answered_at = greatest(v.confirmed_at, r.requested_at), answered_by_id = v.confirmed_by_id, granted = false, answer = v.public_reason
  FROM certificate c JOIN certificate_revocation v ON v.certificate_id = c.id AND v.confirmed_at IS NOT NULL
  WHERE c.id = r.certificate_id AND c.state = 'revoked' AND r.answered_at IS NULL;
ALTER TABLE certificate_request ENABLE TRIGGER USER;
ALTER TABLE certificate_revocation DISABLE TRIGGER USER;
UPDATE certificate_revocation r SET withdrawn_at = greatest(h.issued_at, r.requested_at), withdrawn_by_id = h.by_id
  FROM certificate_heir h WHERE h.first_id = r.certificate_id AND r.confirmed_at IS NULL AND r.withdrawn_at IS NULL;
ALTER TABLE certificate_revocation ENABLE TRIGGER USER;
INSERT INTO certificate_warning (certificate_id, months_before, sent_at)
  SELECT h.heir_id, w.months_before, min(w.sent_at) FROM certificate_warning w
    JOIN certificate_heir h ON h.first_id = w.certificate_id
    JOIN certificate a ON a.id = h.first_id JOIN certificate b ON b.id = h.heir_id AND b.decision_id = a.decision_id
  GROUP BY h.heir_id, w.months_before
  ON CONFLICT DO NOTHING;
DROP TABLE certificate_heir;
-- What the warnings that were written before say of recertification.
UPDATE outbox_mail SET params = params || '{"recertification": "mayAsk"}' WHERE template = 'certificate-ending';

-- From now on ----------------------------------------------------------------------------------------------------------
CREATE FUNCTION certificate_is(the_certificate uuid, VARIADIC states certificate_state[]) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  -- Waits for whoever is changing it, so that both see the same.
  PERFORM 1 FROM certificate WHERE id = the_certificate AND state = ANY (states) FOR SHARE;
  RETURN FOUND;
END $$;

-- A proposal is of a certificate that can be revoked, and is carried out while it still can.
CREATE FUNCTION certificate_revocation_current() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (TG_OP = 'INSERT' OR (NEW.confirmed_at IS NOT NULL AND OLD.confirmed_at IS NULL))
     AND NOT certificate_is(NEW.certificate_id, 'issued', 'suspended') THEN
    RAISE EXCEPTION 'what no longer stands is not revoked [certificate_revocation_current]' USING ERRCODE = 'P0001', CONSTRAINT = 'certificate_revocation_current';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER certificate_revocation_current BEFORE INSERT OR UPDATE ON certificate_revocation
  FOR EACH ROW EXECUTE FUNCTION certificate_revocation_current();

-- What holds is suspended, what is suspended is reinstated.
CREATE FUNCTION certificate_suspension_current() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (TG_OP = 'INSERT' AND NOT certificate_is(NEW.certificate_id, 'issued'))
     OR (TG_OP = 'UPDATE' AND NOT certificate_is(NEW.certificate_id, 'suspended')) THEN
    RAISE EXCEPTION 'what holds is suspended, what is suspended is reinstated [certificate_suspension_current]' USING ERRCODE = 'P0001', CONSTRAINT = 'certificate_suspension_current';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER certificate_suspension_current BEFORE INSERT OR UPDATE ON certificate_suspension
  FOR EACH ROW EXECUTE FUNCTION certificate_suspension_current();

-- Whoever asks asks of a certificate that stands. An open wish may go to the certificate that took the place of its own, and nowhere else.
CREATE FUNCTION certificate_request_current() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.answered_at IS NULL AND NOT certificate_is(NEW.certificate_id, 'issued', 'suspended') THEN
    RAISE EXCEPTION 'a wish is of a certificate that stands [certificate_request_current]' USING ERRCODE = 'P0001', CONSTRAINT = 'certificate_request_current';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER certificate_request_current BEFORE INSERT OR UPDATE OF certificate_id ON certificate_request
  FOR EACH ROW EXECUTE FUNCTION certificate_request_current();
CREATE OR REPLACE FUNCTION certificate_request_written_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.answered_at IS NULL AND NEW.answered_at IS NULL
     AND (OLD.kind, OLD.note, OLD.requested_at) = (NEW.kind, NEW.note, NEW.requested_at)
     AND EXISTS (SELECT 1 FROM certificate c WHERE c.id = NEW.certificate_id AND c.supersedes_id = OLD.certificate_id) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a request is written once and answered once [certificate_request_frozen]' USING ERRCODE = 'P0001', CONSTRAINT = 'certificate_request_frozen';
END $$;

-- A renewal takes the place of a certificate of the same case, as a correction does.
CREATE FUNCTION certificate_renewal_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM certificate p WHERE p.id = NEW.supersedes_id AND p.case_id = NEW.case_id AND p.holder_id = NEW.holder_id
                   AND p.decision_id <> NEW.decision_id AND p.state = 'superseded') THEN
    RAISE EXCEPTION 'a renewal takes the place of its predecessor [certificate_renewal_follows]' USING ERRCODE = 'P0001', CONSTRAINT = 'certificate_renewal_follows';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER certificate_renewal_follows BEFORE INSERT ON certificate
  FOR EACH ROW WHEN (NEW.succession = 'renewal') EXECUTE FUNCTION certificate_renewal_follows();

-- What somebody proposed to revoke is not replaced before that is settled: it would go on holding under another number.
CREATE FUNCTION certificate_superseded_settled() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM certificate_revocation r WHERE r.certificate_id = NEW.id AND r.confirmed_at IS NULL AND r.withdrawn_at IS NULL) THEN
    RAISE EXCEPTION 'a proposal to revoke is settled first [certificate_superseded_settled]' USING ERRCODE = 'P0001', CONSTRAINT = 'certificate_superseded_settled';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER certificate_superseded_settled BEFORE UPDATE OF state ON certificate
  FOR EACH ROW WHEN (NEW.state = 'superseded' AND OLD.state <> 'superseded') EXECUTE FUNCTION certificate_superseded_settled();

-- At commit: what was replaced has what replaced it, and no wish waits for an answer on what is over.
CREATE FUNCTION certificate_ended_whole() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state = 'superseded' AND NOT EXISTS (SELECT 1 FROM certificate s WHERE s.supersedes_id = NEW.id) THEN
    RAISE EXCEPTION 'certificate % was replaced by nothing [certificate_superseded_by_another]', NEW.id USING ERRCODE = '23514', CONSTRAINT = 'certificate_superseded_by_another';
  END IF;
  IF EXISTS (SELECT 1 FROM certificate_request r WHERE r.certificate_id = NEW.id AND r.answered_at IS NULL) THEN
    RAISE EXCEPTION 'certificate % has ended with a wish open [certificate_leaves_no_request]', NEW.id USING ERRCODE = '23514', CONSTRAINT = 'certificate_leaves_no_request';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER certificate_ended_whole AFTER UPDATE OF state ON certificate
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.state IN ('superseded', 'revoked'))
  EXECUTE FUNCTION certificate_ended_whole();

-- At commit: what two agreed to revoke is revoked, what was suspended is.
CREATE FUNCTION certificate_follows_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM certificate c WHERE c.id = NEW.certificate_id
                   AND c.state = ANY ((CASE TG_TABLE_NAME WHEN 'certificate_revocation' THEN '{revoked}' ELSE '{suspended,revoked}' END)::certificate_state[]))
     AND NOT (TG_TABLE_NAME = 'certificate_suspension' AND EXISTS (
       SELECT 1 FROM certificate_suspension s WHERE s.id = NEW.id AND s.reinstated_at IS NOT NULL)) THEN
    RAISE EXCEPTION 'certificate % does not stand as was recorded [%]', NEW.certificate_id, TG_ARGV[0] USING ERRCODE = '23514', CONSTRAINT = TG_ARGV[0];
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER certificate_revocation_carried_out AFTER INSERT OR UPDATE ON certificate_revocation
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.confirmed_at IS NOT NULL)
  EXECUTE FUNCTION certificate_follows_record('certificate_revocation_carried_out');
CREATE CONSTRAINT TRIGGER certificate_suspension_carried_out AFTER INSERT ON certificate_suspension
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION certificate_follows_record('certificate_suspension_carried_out');
