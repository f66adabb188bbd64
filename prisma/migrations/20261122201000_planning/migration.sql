-- What staff plan with: agreements that are edited, materials, school holidays, and when facilitators cannot.
CREATE TYPE material_phase AS ENUM ('before', 'after');

-- Agreements are edited on screen, each edit against the row that was read; and they move as every other state machine does.
ALTER TABLE agreement
  ADD COLUMN version INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN coordinator_id UUID,
  ADD CONSTRAINT agreement_coordinator_id_fkey FOREIGN KEY (coordinator_id) REFERENCES organisation (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT agreement_title_not_empty CHECK (btrim(title) <> '');
CREATE INDEX agreement_coordinator_id_idx ON agreement (coordinator_id);
CREATE UNIQUE INDEX seat_allocation_per_track ON seat_allocation (agreement_id, organisation_id, track_id) WHERE track_id IS NOT NULL;
CREATE UNIQUE INDEX seat_allocation_on_any_track ON seat_allocation (agreement_id, organisation_id) WHERE track_id IS NULL;

INSERT INTO state_transition (machine, from_state, to_state) VALUES
  ('agreement', 'negotiated', 'active'),
  ('agreement', 'negotiated', 'cancelled'),
  ('agreement', 'active', 'completed'),
  ('agreement', 'active', 'cancelled');
CREATE TRIGGER agreement_transition BEFORE UPDATE OF state ON agreement
  FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION legal_transition();

-- Materials of a programme are part of what was published; those of a session are handed out before and after it.
CREATE TABLE programme_material (
  id UUID NOT NULL,
  programme_version_id UUID NOT NULL,
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  link TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  CONSTRAINT programme_material_pkey PRIMARY KEY (id),
  CONSTRAINT programme_material_link CHECK (link LIKE 'https://%'),
  CONSTRAINT programme_material_programme_version_id_fkey FOREIGN KEY (programme_version_id) REFERENCES programme_version (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX programme_material_programme_version_id_position_key ON programme_material (programme_version_id, position);
CREATE TRIGGER programme_material_frozen BEFORE INSERT OR UPDATE OR DELETE ON programme_material
  FOR EACH ROW EXECUTE FUNCTION track_frozen();

CREATE TABLE session_material (
  id UUID NOT NULL,
  session_id UUID NOT NULL,
  phase material_phase NOT NULL,
  title TEXT NOT NULL,
  link TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT session_material_pkey PRIMARY KEY (id),
  CONSTRAINT session_material_link CHECK (link LIKE 'https://%'),
  CONSTRAINT session_material_session_id_fkey FOREIGN KEY (session_id) REFERENCES session (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX session_material_session_id_idx ON session_material (session_id);

-- When somebody who facilitates cannot. Said by themself; what is planned already stands until staff move it.
CREATE TABLE unavailability (
  id UUID NOT NULL,
  person_id UUID NOT NULL,
  starts_at TIMESTAMPTZ(3) NOT NULL,
  ends_at TIMESTAMPTZ(3) NOT NULL,
  time_zone TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT unavailability_pkey PRIMARY KEY (id),
  CONSTRAINT unavailability_period CHECK (ends_at > starts_at),
  CONSTRAINT unavailability_once EXCLUDE USING gist (person_id WITH =, tstzrange(starts_at, ends_at) WITH &&),
  CONSTRAINT unavailability_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX unavailability_person_id_idx ON unavailability (person_id);

-- School holidays are set by each municipality, and kept by the provider who plans around them.
CREATE TABLE school_holiday (
  id UUID NOT NULL,
  provider_id UUID NOT NULL,
  organisation_id UUID NOT NULL,
  name TEXT NOT NULL,
  first_day DATE NOT NULL,
  last_day DATE NOT NULL,
  CONSTRAINT school_holiday_pkey PRIMARY KEY (id),
  CONSTRAINT school_holiday_period CHECK (last_day >= first_day AND last_day - first_day <= 100),
  CONSTRAINT school_holiday_once EXCLUDE USING gist (provider_id WITH =, organisation_id WITH =, daterange(first_day, last_day, '[]') WITH &&),
  CONSTRAINT school_holiday_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES organisation (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT school_holiday_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX school_holiday_provider_id_first_day_idx ON school_holiday (provider_id, first_day);
CREATE INDEX school_holiday_organisation_id_idx ON school_holiday (organisation_id);

-- Two sessions may change places in one planning act: then the two constraints are looked at when all of it is written.
ALTER TABLE session DROP CONSTRAINT session_room_once;
ALTER TABLE session ADD CONSTRAINT session_room_once
  EXCLUDE USING gist (room_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (state <> 'cancelled' AND room_id IS NOT NULL)
  DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE session_facilitator DROP CONSTRAINT session_facilitator_once;
ALTER TABLE session_facilitator ADD CONSTRAINT session_facilitator_once
  EXCLUDE USING gist (person_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (is_live)
  DEFERRABLE INITIALLY IMMEDIATE;
