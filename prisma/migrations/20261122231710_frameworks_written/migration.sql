-- Frameworks are written on screen. What lib/frameworks/rules say of it stands here once more.

-- One draft at a time, so that two do not write the next version beside each other.
CREATE UNIQUE INDEX framework_version_one_draft ON framework_version (framework_id) WHERE state = 'draft';

-- An approval is of the words it was given to: they change only after it is taken back. (When the draft itself is deleted, its
-- row is gone before its parts are.)
CREATE OR REPLACE FUNCTION framework_part_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE part jsonb := to_jsonb(CASE WHEN TG_OP = 'INSERT' THEN NEW ELSE OLD END); owner uuid;
BEGIN
  owner := coalesce((part->>'framework_version_id')::uuid,
                    (SELECT framework_version_id FROM criterion WHERE id = (part->>'criterion_id')::uuid));
  IF EXISTS (SELECT 1 FROM framework_version WHERE id = owner AND state <> 'draft') THEN
    RAISE EXCEPTION 'an approved framework version is unchangeable [framework_version_frozen]' USING ERRCODE = 'P0001', CONSTRAINT = 'framework_version_frozen';
  END IF;
  IF EXISTS (SELECT 1 FROM framework_version v JOIN framework_approval a ON a.framework_version_id = v.id WHERE v.id = owner) THEN
    RAISE EXCEPTION 'an approval is of what it was given to [framework_approval_current]' USING ERRCODE = 'P0001', CONSTRAINT = 'framework_approval_current';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE FUNCTION framework_version_approved_content() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM framework_approval a WHERE a.framework_version_id = NEW.id) THEN
    RAISE EXCEPTION 'an approval is of what it was given to [framework_approval_current]' USING ERRCODE = 'P0001', CONSTRAINT = 'framework_approval_current';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER framework_version_approved_content BEFORE UPDATE ON framework_version
  FOR EACH ROW WHEN (OLD.state = 'draft'
    AND (to_jsonb(NEW) - 'state' - 'version' - 'in_use_from') IS DISTINCT FROM (to_jsonb(OLD) - 'state' - 'version' - 'in_use_from'))
  EXECUTE FUNCTION framework_version_approved_content();

-- What maps a criterion across versions does not move.
CREATE FUNCTION criterion_stable_key_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the key of a criterion is fixed [criterion_stable_key_fixed]' USING ERRCODE = 'P0001', CONSTRAINT = 'criterion_stable_key_fixed';
END $$;
CREATE TRIGGER criterion_stable_key_fixed BEFORE UPDATE ON criterion
  FOR EACH ROW WHEN (OLD.stable_key IS DISTINCT FROM NEW.stable_key OR OLD.framework_version_id IS DISTINCT FROM NEW.framework_version_id)
  EXECUTE FUNCTION criterion_stable_key_fixed();

-- A version retires when no cohort, no case and no programme that is offered rests on it any more.
CREATE FUNCTION framework_version_unused() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM programme_version p WHERE p.framework_version_id = NEW.id AND p.state = 'published')
     OR EXISTS (SELECT 1 FROM cohort k JOIN programme_version p ON p.id = k.programme_version_id
                WHERE p.framework_version_id = NEW.id AND k.state IN ('draft', 'open', 'closed', 'running'))
     OR EXISTS (SELECT 1 FROM certification_case c
                WHERE c.framework_version_id = NEW.id AND c.state IN ('collecting', 'ready', 'recommended', 'hearing', 'decided', 'appealed')) THEN
    RAISE EXCEPTION 'the framework version is in use elsewhere [framework_version_unused]' USING ERRCODE = 'P0001', CONSTRAINT = 'framework_version_unused';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER framework_version_unused BEFORE UPDATE OF state ON framework_version
  FOR EACH ROW WHEN (OLD.state = 'in_use' AND NEW.state = 'retired') EXECUTE FUNCTION framework_version_unused();
