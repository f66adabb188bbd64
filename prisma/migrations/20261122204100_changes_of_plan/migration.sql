-- What leaving costs. Versions that are published already keep the rule they were published with: leaving is free.
ALTER TABLE programme_version
  ADD COLUMN vat_percent INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN cancel_free_days INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN cancel_late_percent INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN cancel_started_percent INTEGER NOT NULL DEFAULT 0,
  ADD CONSTRAINT programme_version_vat CHECK (vat_percent IN (0, 25)),
  ADD CONSTRAINT programme_version_cancellation CHECK (
    cancel_free_days BETWEEN 0 AND 365 AND cancel_late_percent BETWEEN 0 AND 100
    AND cancel_started_percent BETWEEN cancel_late_percent AND 100);

ALTER TABLE enrolment
  ADD COLUMN continues_id UUID,
  ADD COLUMN bill_id UUID,
  ADD COLUMN owed_percent INTEGER,
  ADD COLUMN paused_at TIMESTAMPTZ(3),
  ADD COLUMN returns_on DATE,
  ADD COLUMN pause_reason TEXT NOT NULL DEFAULT '',
  ADD CONSTRAINT enrolment_continues_id_fkey FOREIGN KEY (continues_id) REFERENCES enrolment (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT enrolment_bill_id_fkey FOREIGN KEY (bill_id) REFERENCES enrolment (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT enrolment_one_origin CHECK (num_nonnulls(replaces_id, continues_id) <= 1),
  ADD CONSTRAINT enrolment_bill_carried_on CHECK (bill_id IS NULL OR (bill_id <> id AND num_nonnulls(replaces_id, continues_id) = 1)),
  ADD CONSTRAINT enrolment_owed CHECK (owed_percent IS NULL OR (owed_percent BETWEEN 0 AND 100 AND state = 'withdrawn'));
CREATE UNIQUE INDEX enrolment_continues_id_key ON enrolment (continues_id);
CREATE INDEX enrolment_bill_id_idx ON enrolment (bill_id);

-- A coordinator may apply for somebody.
ALTER TABLE application
  ADD COLUMN entered_by_id UUID,
  ADD CONSTRAINT application_entered_by_id_fkey FOREIGN KEY (entered_by_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX application_entered_by_id_idx ON application (entered_by_id);
