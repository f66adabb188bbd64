-- The audit trail: the database numbers and chains the events of a stream, and refuses every change of them.
CREATE FUNCTION audit_event_hash(previous text, e audit_event) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT encode(sha256(convert_to(concat_ws(E'\n', previous, e.stream, e.position::text, e.action, coalesce(e.actor_id::text, '-'),
    e.acting_role, e.entity, e.entity_id, e.detail::text, (extract(epoch FROM e.at) * 1000)::bigint::text), 'UTF8')), 'hex')
$$;

CREATE FUNCTION audit_event_chain() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE last record;
BEGIN
  -- One writer a stream until the end of the transaction, or two events would follow the same one.
  PERFORM pg_advisory_xact_lock(hashtextextended('audit:' || NEW.stream, 0));
  SELECT position, hash INTO last FROM audit_event WHERE stream = NEW.stream ORDER BY position DESC LIMIT 1;
  NEW.position := coalesce(last.position, 0) + 1;
  NEW.previous_hash := coalesce(last.hash, '');
  NEW.hash := audit_event_hash(NEW.previous_hash, NEW);
  RETURN NEW;
END $$;
CREATE TRIGGER audit_event_chain BEFORE INSERT ON audit_event FOR EACH ROW EXECUTE FUNCTION audit_event_chain();
CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE ON audit_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_event_no_truncate BEFORE TRUNCATE ON audit_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The events that do not follow from the one before: empty means that the trail is whole.
CREATE VIEW audit_break AS
SELECT e.id, e.stream, e.position
FROM (SELECT a.*, lag(hash, 1, '') OVER w AS expected_previous, row_number() OVER w AS expected_position
      FROM audit_event a WINDOW w AS (PARTITION BY stream ORDER BY position)) e
JOIN audit_event whole ON whole.id = e.id
WHERE e.previous_hash <> e.expected_previous OR e.position <> e.expected_position
   OR e.hash <> audit_event_hash(e.previous_hash, whole);
