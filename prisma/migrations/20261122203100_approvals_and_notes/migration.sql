-- How long a manager has to approve, apart from how long an offered seat is held; and by what applications are admitted.
ALTER TABLE cohort
  ADD COLUMN approval_days INTEGER NOT NULL DEFAULT 14,
  ADD COLUMN admission_criteria TEXT[] NOT NULL DEFAULT '{}',
  ADD CONSTRAINT cohort_approval_days CHECK (approval_days BETWEEN 1 AND 60);

ALTER TABLE manager_approval
  ADD COLUMN reminded_at TIMESTAMPTZ(3),
  -- Whose name the answer was given under, where it was the coordinator and not the holder of the link.
  ADD COLUMN answered_by TEXT;
CREATE INDEX manager_approval_waiting_idx ON manager_approval (expires_at) WHERE answered_at IS NULL;

-- Who passed the question on to whom. The id is that of the approval whose link it was: the link tells its holder that it was passed on.
CREATE TABLE approval_forward (
  id UUID NOT NULL,
  application_id UUID NOT NULL,
  from_name TEXT NOT NULL,
  from_email TEXT NOT NULL,
  to_name TEXT NOT NULL,
  to_email TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  forwarded_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT approval_forward_pkey PRIMARY KEY (id),
  CONSTRAINT approval_forward_application_id_fkey FOREIGN KEY (application_id) REFERENCES application (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX approval_forward_application_id_idx ON approval_forward (application_id);
CREATE TRIGGER approval_forward_append_only BEFORE UPDATE ON approval_forward FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What staff write about an application for each other. Never changed; seen by the provider's staff only.
CREATE TABLE application_note (
  id UUID NOT NULL,
  application_id UUID NOT NULL,
  author_id UUID NOT NULL,
  text TEXT NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT application_note_pkey PRIMARY KEY (id),
  CONSTRAINT application_note_text CHECK (btrim(text) <> ''),
  CONSTRAINT application_note_application_id_fkey FOREIGN KEY (application_id) REFERENCES application (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT application_note_author_id_fkey FOREIGN KEY (author_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX application_note_application_id_idx ON application_note (application_id);
CREATE INDEX application_note_author_id_idx ON application_note (author_id);
CREATE TRIGGER application_note_append_only BEFORE UPDATE ON application_note FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The inbox is read in pages, in the order in which applications came.
CREATE INDEX application_cohort_id_submitted_at_idx ON application (cohort_id, submitted_at, id);
