-- Sums that are agreed for an agreement rather than for a seat, each with who pays it and from which day; several of one payer are
-- instalments. A document is of a cohort's seats or of an agreement's sums, and so is each of its lines.
CREATE TABLE agreement_charge (
  id UUID NOT NULL,
  agreement_id UUID NOT NULL,
  organisation_id UUID NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  text TEXT NOT NULL,
  amount_minor INTEGER NOT NULL,
  vat_percent INTEGER NOT NULL,
  bill_from DATE NOT NULL,
  payer_gln TEXT NOT NULL DEFAULT '',
  payer_reference TEXT NOT NULL DEFAULT '',
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT agreement_charge_pkey PRIMARY KEY (id),
  CONSTRAINT agreement_charge_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES agreement (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT agreement_charge_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT agreement_charge_amount CHECK (amount_minor >= 0),
  CONSTRAINT agreement_charge_vat CHECK (vat_percent IN (0, 25)),
  CONSTRAINT agreement_charge_gln CHECK (payer_gln ~ '^([0-9]{13})?$')
);
CREATE INDEX agreement_charge_agreement_id_idx ON agreement_charge (agreement_id);
CREATE INDEX agreement_charge_organisation_id_idx ON agreement_charge (organisation_id);

ALTER TABLE invoice ALTER COLUMN cohort_id DROP NOT NULL;
ALTER TABLE invoice ADD COLUMN agreement_id UUID;
ALTER TABLE invoice ADD CONSTRAINT invoice_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES agreement (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE invoice ADD CONSTRAINT invoice_one_subject CHECK (num_nonnulls(cohort_id, agreement_id) = 1);
CREATE INDEX invoice_agreement_id_idx ON invoice (agreement_id);

ALTER TABLE invoice_line ALTER COLUMN enrolment_id DROP NOT NULL;
ALTER TABLE invoice_line ALTER COLUMN bill_id DROP NOT NULL;
ALTER TABLE invoice_line ADD COLUMN charge_id UUID;
ALTER TABLE invoice_line ADD CONSTRAINT invoice_line_charge_id_fkey FOREIGN KEY (charge_id) REFERENCES agreement_charge (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE invoice_line ADD CONSTRAINT invoice_line_one_subject CHECK (
  num_nonnulls(enrolment_id, charge_id) = 1 AND (enrolment_id IS NULL) = (bill_id IS NULL)
);
CREATE INDEX invoice_line_charge_id_idx ON invoice_line (charge_id);

-- What was invoiced stays who it is of: another payer or another VAT is another sum.
CREATE FUNCTION agreement_charge_invoiced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.agreement_id, NEW.vat_percent) IS DISTINCT FROM (OLD.agreement_id, OLD.vat_percent)
    AND EXISTS (SELECT 1 FROM invoice_line WHERE charge_id = OLD.id) THEN
    RAISE EXCEPTION 'an invoiced sum keeps its VAT [agreement_charge_invoiced]' USING ERRCODE = '23514', CONSTRAINT = 'agreement_charge_invoiced';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER agreement_charge_invoiced BEFORE UPDATE ON agreement_charge FOR EACH ROW EXECUTE FUNCTION agreement_charge_invoiced();
