-- Of a finding that was told, the finding itself is kept and not its hash alone: whether a check that could not tell leaves it open can
-- be said of nothing less. Of those told before only the hash is known: what lasts is told once more, by the next check.
DELETE FROM certificate_finding_told;
ALTER TABLE certificate_finding_told
    ADD COLUMN certificate_id UUID,
    ADD COLUMN what TEXT NOT NULL,
    ADD COLUMN detail TEXT NOT NULL,
    ADD CONSTRAINT certificate_finding_told_certificate_id_fkey FOREIGN KEY (certificate_id) REFERENCES certificate (id) ON DELETE RESTRICT
        ON UPDATE CASCADE;
CREATE INDEX certificate_finding_told_certificate_id_idx ON certificate_finding_told (certificate_id);
