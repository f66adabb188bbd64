-- SEQUENCE rises also where one person is taken off a session (RFC 5546 3.2.5: a cancellation has a higher one than the request before it).
-- Answers of everybody else stay good: they count from the SEQUENCE at which time and place were last changed.
ALTER TABLE session ADD COLUMN placed_sequence INTEGER NOT NULL DEFAULT 0;
ALTER TABLE session DISABLE TRIGGER USER;
UPDATE session SET placed_sequence = sequence;
ALTER TABLE session ENABLE TRIGGER USER;
ALTER TABLE session ADD CONSTRAINT session_placed_sequence CHECK (placed_sequence BETWEEN 0 AND sequence);
