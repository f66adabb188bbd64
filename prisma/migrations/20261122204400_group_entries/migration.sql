-- Lists of people whom a coordinator is about to apply for.
CREATE TABLE group_entry (
  id UUID NOT NULL,
  cohort_id UUID NOT NULL,
  organisation_id UUID NOT NULL,
  created_by_id UUID NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT group_entry_pkey PRIMARY KEY (id),
  CONSTRAINT group_entry_cohort_id_fkey FOREIGN KEY (cohort_id) REFERENCES cohort (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT group_entry_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT group_entry_created_by_id_fkey FOREIGN KEY (created_by_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX group_entry_cohort_id_idx ON group_entry (cohort_id);
CREATE INDEX group_entry_organisation_id_idx ON group_entry (organisation_id);
CREATE INDEX group_entry_created_by_id_idx ON group_entry (created_by_id);

CREATE TABLE group_entry_row (
  id UUID NOT NULL,
  group_entry_id UUID NOT NULL,
  line INTEGER NOT NULL,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  title TEXT NOT NULL,
  role TEXT NOT NULL,
  track TEXT NOT NULL,
  CONSTRAINT group_entry_row_pkey PRIMARY KEY (id),
  CONSTRAINT group_entry_row_group_entry_id_fkey FOREIGN KEY (group_entry_id) REFERENCES group_entry (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT group_entry_row_bounds CHECK (length(name) <= 200 AND length(email) <= 320 AND length(title) <= 200 AND length(role) <= 100 AND length(track) <= 200)
);
CREATE INDEX group_entry_row_group_entry_id_idx ON group_entry_row (group_entry_id);
