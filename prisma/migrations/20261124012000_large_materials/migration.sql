-- A material is handed in piece by piece, and may be larger than what belongs to an application or an observation, whose own bound stays
-- with their commands (lib/core/file-limits.ts).
ALTER TABLE stored_file DROP CONSTRAINT stored_file_size;
ALTER TABLE stored_file ADD CONSTRAINT stored_file_size CHECK (size BETWEEN 1 AND 104857600);
