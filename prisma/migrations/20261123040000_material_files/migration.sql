-- A material is a link or a file. The same file may be handed out in several places: what is copied shows it too, and its bytes are
-- kept once. As long as one of them shows it, it stays (RESTRICT).
ALTER TABLE stored_file DROP CONSTRAINT stored_file_media_type;
ALTER TABLE stored_file ADD CONSTRAINT stored_file_media_type CHECK (media_type IN (
  'application/pdf', 'image/jpeg', 'image/png',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'));

ALTER TABLE programme_material ALTER COLUMN link DROP NOT NULL, ADD COLUMN file_id UUID,
  ADD CONSTRAINT programme_material_one_source CHECK ((link IS NULL) <> (file_id IS NULL)),
  ADD CONSTRAINT programme_material_file_id_fkey FOREIGN KEY (file_id) REFERENCES stored_file (id) ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX programme_material_file_id_idx ON programme_material (file_id);

ALTER TABLE session_material ALTER COLUMN link DROP NOT NULL, ADD COLUMN file_id UUID,
  ADD CONSTRAINT session_material_one_source CHECK ((link IS NULL) <> (file_id IS NULL)),
  ADD CONSTRAINT session_material_file_id_fkey FOREIGN KEY (file_id) REFERENCES stored_file (id) ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX session_material_file_id_idx ON session_material (file_id);
