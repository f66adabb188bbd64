-- What a provider asks an applicant beyond what every application holds: questions of a cohort, in versions. A version that somebody has
-- begun to answer is frozen; the next change makes the next version.
CREATE TYPE question_kind AS ENUM ('text', 'choice', 'number', 'file', 'consent');

CREATE TABLE application_form (
  id UUID NOT NULL,
  cohort_id UUID NOT NULL,
  number INTEGER NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  created_by_id UUID,
  CONSTRAINT application_form_pkey PRIMARY KEY (id),
  CONSTRAINT application_form_number CHECK (number >= 1),
  CONSTRAINT application_form_cohort_id_fkey FOREIGN KEY (cohort_id) REFERENCES cohort (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT application_form_created_by_id_fkey FOREIGN KEY (created_by_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX application_form_cohort_id_number_key ON application_form (cohort_id, number);
CREATE INDEX application_form_created_by_id_idx ON application_form (created_by_id);

CREATE TABLE application_question (
  id UUID NOT NULL,
  form_id UUID NOT NULL,
  key TEXT NOT NULL,
  position INTEGER NOT NULL,
  kind question_kind NOT NULL,
  label TEXT NOT NULL,
  hint TEXT NOT NULL DEFAULT '',
  required BOOLEAN NOT NULL DEFAULT false,
  options TEXT[] NOT NULL DEFAULT '{}',
  minimum INTEGER,
  maximum INTEGER,
  shown_when_key TEXT,
  shown_when_value TEXT,
  CONSTRAINT application_question_pkey PRIMARY KEY (id),
  CONSTRAINT application_question_key_shape CHECK (key ~ '^[a-z][a-z0-9]{0,31}$'),
  CONSTRAINT application_question_label CHECK (btrim(label) <> ''),
  CONSTRAINT application_question_options CHECK ((kind = 'choice') = (cardinality(options) >= 2)),
  CONSTRAINT application_question_bounds CHECK (maximum >= minimum AND (kind = 'number' OR num_nonnulls(minimum, maximum) = 0)),
  CONSTRAINT application_question_condition CHECK (
    (shown_when_key IS NULL) = (shown_when_value IS NULL) AND shown_when_key IS DISTINCT FROM key),
  CONSTRAINT application_question_form_id_fkey FOREIGN KEY (form_id) REFERENCES application_form (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX application_question_form_id_key_key ON application_question (form_id, key);
-- Deferred: questions change places.
ALTER TABLE application_question
  ADD CONSTRAINT application_question_form_id_position_key UNIQUE (form_id, position) DEFERRABLE INITIALLY DEFERRED;

-- A file that somebody handed in. Its bytes are in the installation's file storage under its id; its name is what it was called.
CREATE TABLE stored_file (
  id UUID NOT NULL,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  owner_id UUID NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT stored_file_pkey PRIMARY KEY (id),
  CONSTRAINT stored_file_media_type CHECK (media_type IN (
    'application/pdf', 'image/jpeg', 'image/png', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document')),
  CONSTRAINT stored_file_size CHECK (size BETWEEN 1 AND 10485760),
  CONSTRAINT stored_file_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  CONSTRAINT stored_file_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX stored_file_owner_id_idx ON stored_file (owner_id);

ALTER TABLE application ADD COLUMN form_id UUID,
  ADD CONSTRAINT application_form_id_fkey FOREIGN KEY (form_id) REFERENCES application_form (id) ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX application_form_id_idx ON application (form_id);

CREATE TABLE application_answer (
  application_id UUID NOT NULL,
  question_id UUID NOT NULL,
  value TEXT NOT NULL DEFAULT '',
  file_id UUID,
  CONSTRAINT application_answer_pkey PRIMARY KEY (application_id, question_id),
  CONSTRAINT application_answer_given CHECK ((value = '') <> (file_id IS NULL)),
  CONSTRAINT application_answer_application_id_fkey FOREIGN KEY (application_id) REFERENCES application (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT application_answer_question_id_fkey FOREIGN KEY (question_id) REFERENCES application_question (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT application_answer_file_id_fkey FOREIGN KEY (file_id) REFERENCES stored_file (id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX application_answer_question_id_idx ON application_answer (question_id);
CREATE UNIQUE INDEX application_answer_file_id_key ON application_answer (file_id);

CREATE FUNCTION application_form_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM application a WHERE a.form_id = (CASE WHEN TG_OP = 'INSERT' THEN NEW.form_id ELSE OLD.form_id END)) THEN
    RAISE EXCEPTION 'the questions of a form that is being answered are unchangeable [application_form_frozen]' USING ERRCODE = 'P0001', CONSTRAINT = 'application_form_frozen';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER application_form_frozen BEFORE INSERT OR UPDATE OR DELETE ON application_question
  FOR EACH ROW EXECUTE FUNCTION application_form_frozen();
