-- An applicant whose organisation is not registered here writes its name.
ALTER TABLE application ADD COLUMN organisation_other TEXT NOT NULL DEFAULT '';

-- A draft keeps what is typed so far, a half-written number too; what is submitted is whole.
ALTER TABLE application
  DROP CONSTRAINT application_payer_gln,
  ADD CONSTRAINT application_payer_gln
    CHECK (payer_gln = '' OR payer_gln ~ '^[0-9]{13}$' OR state IN ('draft', 'withdrawn')),
  -- Either one of the register or a name of its own.
  ADD CONSTRAINT application_one_organisation CHECK (organisation_id IS NULL OR organisation_other = '');

-- Staff may move somebody to the front of the queue, with a reason. The position given at joining stays, so that the order
-- can be explained afterwards.
ALTER TABLE waitlist_entry
  ADD COLUMN advanced_at TIMESTAMPTZ(3),
  ADD COLUMN advanced_by_id UUID,
  ADD COLUMN advance_reason TEXT,
  ADD CONSTRAINT waitlist_entry_advanced_by_id_fkey FOREIGN KEY (advanced_by_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT waitlist_entry_advance CHECK (
    (advanced_at IS NULL) = (advanced_by_id IS NULL) AND (advanced_at IS NULL) = (advance_reason IS NULL)
    AND btrim(advance_reason) <> '');
CREATE INDEX waitlist_entry_advanced_by_id_idx ON waitlist_entry (advanced_by_id);
-- The job that ends offers looks for these every few minutes.
CREATE INDEX waitlist_entry_offer_expires_at_idx ON waitlist_entry (offer_expires_at) WHERE state = 'offered';
