-- Invoices and credit notes as they were made; nothing is sent from here.
CREATE TYPE invoice_kind AS ENUM ('invoice', 'credit_note');

CREATE TABLE billing_profile (
  organisation_id UUID NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  street TEXT NOT NULL,
  postal_code TEXT NOT NULL,
  city TEXT NOT NULL,
  bank_registration TEXT NOT NULL,
  bank_account TEXT NOT NULL,
  contact_name TEXT NOT NULL,
  contact_email TEXT NOT NULL,
  payment_days INTEGER NOT NULL DEFAULT 30,
  last_number INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT billing_profile_pkey PRIMARY KEY (organisation_id),
  CONSTRAINT billing_profile_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT billing_profile_bank CHECK (bank_registration ~ '^[0-9]{4,5}$' AND bank_account ~ '^[0-9]{4,15}$'),
  CONSTRAINT billing_profile_days CHECK (payment_days BETWEEN 0 AND 120)
);

CREATE TABLE invoice (
  id UUID NOT NULL,
  kind invoice_kind NOT NULL,
  seller_id UUID NOT NULL,
  number INTEGER NOT NULL,
  cohort_id UUID NOT NULL,
  buyer_organisation_id UUID,
  buyer_person_id UUID,
  issued_on DATE NOT NULL,
  due_on DATE NOT NULL,
  currency CHAR(3) NOT NULL,
  vat_percent INTEGER NOT NULL,
  net_minor INTEGER NOT NULL,
  vat_minor INTEGER NOT NULL,
  parties JSONB NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  created_by_id UUID NOT NULL,
  CONSTRAINT invoice_pkey PRIMARY KEY (id),
  CONSTRAINT invoice_seller_id_fkey FOREIGN KEY (seller_id) REFERENCES organisation (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT invoice_cohort_id_fkey FOREIGN KEY (cohort_id) REFERENCES cohort (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT invoice_buyer_organisation_id_fkey FOREIGN KEY (buyer_organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT invoice_buyer_person_id_fkey FOREIGN KEY (buyer_person_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT invoice_created_by_id_fkey FOREIGN KEY (created_by_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT invoice_number_positive CHECK (number >= 1),
  CONSTRAINT invoice_one_buyer CHECK (num_nonnulls(buyer_organisation_id, buyer_person_id) <= 1),
  CONSTRAINT invoice_sums CHECK (net_minor > 0 AND vat_minor >= 0 AND vat_percent IN (0, 25)),
  CONSTRAINT invoice_due CHECK (due_on >= issued_on)
);
CREATE UNIQUE INDEX invoice_seller_id_number_key ON invoice (seller_id, number);
CREATE INDEX invoice_cohort_id_idx ON invoice (cohort_id);
CREATE INDEX invoice_buyer_organisation_id_idx ON invoice (buyer_organisation_id);
CREATE INDEX invoice_buyer_person_id_idx ON invoice (buyer_person_id);
CREATE INDEX invoice_created_by_id_idx ON invoice (created_by_id);

CREATE TABLE invoice_line (
  id UUID NOT NULL,
  invoice_id UUID NOT NULL,
  position INTEGER NOT NULL,
  enrolment_id UUID NOT NULL,
  bill_id UUID NOT NULL,
  text TEXT NOT NULL,
  amount_minor INTEGER NOT NULL,
  CONSTRAINT invoice_line_pkey PRIMARY KEY (id),
  CONSTRAINT invoice_line_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoice (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT invoice_line_enrolment_id_fkey FOREIGN KEY (enrolment_id) REFERENCES enrolment (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT invoice_line_amount CHECK (amount_minor > 0),
  CONSTRAINT invoice_line_position_positive CHECK (position >= 1)
);
CREATE UNIQUE INDEX invoice_line_invoice_id_position_key ON invoice_line (invoice_id, position);
CREATE INDEX invoice_line_enrolment_id_idx ON invoice_line (enrolment_id);
CREATE INDEX invoice_line_bill_id_idx ON invoice_line (bill_id);

-- What was made stays as it is. Which record of an organisation it points to may change: two records are merged into one.
CREATE FUNCTION invoice_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (to_jsonb(NEW) - 'buyer_organisation_id') IS DISTINCT FROM (to_jsonb(OLD) - 'buyer_organisation_id') THEN
    RAISE EXCEPTION 'an invoice is not changed [invoice_append_only]' USING ERRCODE = 'P0001', CONSTRAINT = 'invoice_append_only';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER invoice_append_only BEFORE UPDATE OR DELETE ON invoice FOR EACH ROW EXECUTE FUNCTION invoice_frozen();
CREATE TRIGGER invoice_line_append_only BEFORE UPDATE OR DELETE ON invoice_line FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- At commit: a document's sum is that of its lines.
CREATE FUNCTION invoice_adds_up() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.net_minor IS DISTINCT FROM (SELECT sum(amount_minor) FROM invoice_line WHERE invoice_id = NEW.id) THEN
    RAISE EXCEPTION 'the lines of invoice % do not add up [invoice_adds_up]', NEW.number USING ERRCODE = '23514', CONSTRAINT = 'invoice_adds_up';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER invoice_adds_up AFTER INSERT ON invoice
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION invoice_adds_up();
