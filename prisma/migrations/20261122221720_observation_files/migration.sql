-- Photos and files beside what was seen: of one criterion or of the whole observation, frozen with it. An amendment and a joint
-- observation show the same files: a file may belong to several observations.
CREATE TABLE observation_file (
  observation_id UUID NOT NULL,
  file_id UUID NOT NULL,
  criterion_id UUID,
  caption TEXT NOT NULL,
  attached_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT observation_file_pkey PRIMARY KEY (observation_id, file_id),
  CONSTRAINT observation_file_caption CHECK (btrim(caption) <> ''),
  CONSTRAINT observation_file_observation_id_fkey FOREIGN KEY (observation_id) REFERENCES observation (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT observation_file_file_id_fkey FOREIGN KEY (file_id) REFERENCES stored_file (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT observation_file_criterion_id_fkey FOREIGN KEY (criterion_id) REFERENCES criterion (id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX observation_file_file_id_idx ON observation_file (file_id);
CREATE INDEX observation_file_criterion_id_idx ON observation_file (criterion_id);

-- What is attached is part of what was observed: from submission on nothing comes or goes.
CREATE FUNCTION observation_file_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM observation o
             WHERE o.id = (CASE WHEN TG_OP = 'INSERT' THEN NEW.observation_id ELSE OLD.observation_id END)
               AND o.state NOT IN ('draft', 'returned')) THEN
    RAISE EXCEPTION 'the files of a submitted observation are frozen [observation_frozen]' USING ERRCODE = 'P0001', CONSTRAINT = 'observation_frozen';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER observation_file_frozen BEFORE INSERT OR UPDATE OR DELETE ON observation_file
  FOR EACH ROW EXECUTE FUNCTION observation_file_frozen();

-- What a file is stays what it was when it was handed in; the hash of an observation rests on it.
CREATE TRIGGER stored_file_kept BEFORE UPDATE ON stored_file FOR EACH ROW EXECUTE FUNCTION refuse_change();
