-- Two records of one organisation: the second stays, empty, and says which is the first.
ALTER TABLE organisation
  ADD COLUMN merged_into_id UUID,
  ADD COLUMN merged_at TIMESTAMPTZ(3),
  ADD CONSTRAINT organisation_merged_into_id_fkey FOREIGN KEY (merged_into_id) REFERENCES organisation (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT organisation_merged CHECK ((merged_into_id IS NULL) = (merged_at IS NULL) AND merged_into_id <> id);
CREATE INDEX organisation_merged_into_id_idx ON organisation (merged_into_id);
