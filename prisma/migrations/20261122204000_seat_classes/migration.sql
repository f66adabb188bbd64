-- Seats that are kept for an organisation, a track, or both, until a date (docs/decisions/2026-11-22-kept-seats.md).
CREATE TABLE seat_class (
  id UUID NOT NULL,
  cohort_id UUID NOT NULL,
  organisation_id UUID,
  track_id UUID,
  version INTEGER NOT NULL DEFAULT 1,
  releases_at TIMESTAMPTZ(3),
  released_at TIMESTAMPTZ(3),
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT seat_class_pkey PRIMARY KEY (id),
  CONSTRAINT seat_class_cohort_id_fkey FOREIGN KEY (cohort_id) REFERENCES cohort (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT seat_class_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT seat_class_track_id_fkey FOREIGN KEY (track_id) REFERENCES track (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT seat_class_for_somebody CHECK (num_nonnulls(organisation_id, track_id) >= 1)
);
CREATE INDEX seat_class_cohort_id_idx ON seat_class (cohort_id);
CREATE INDEX seat_class_organisation_id_idx ON seat_class (organisation_id);
CREATE INDEX seat_class_track_id_idx ON seat_class (track_id);
CREATE UNIQUE INDEX seat_class_once ON seat_class (cohort_id, organisation_id, track_id) NULLS NOT DISTINCT
  WHERE released_at IS NULL;
-- The job that releases seats looks for these.
CREATE INDEX seat_class_releases_at_idx ON seat_class (releases_at) WHERE released_at IS NULL;

CREATE TABLE kept_seat (
  cohort_id UUID NOT NULL,
  number INTEGER NOT NULL,
  seat_class_id UUID NOT NULL,
  CONSTRAINT kept_seat_pkey PRIMARY KEY (cohort_id, number),
  CONSTRAINT kept_seat_cohort_id_fkey FOREIGN KEY (cohort_id) REFERENCES cohort (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT kept_seat_seat_class_id_fkey FOREIGN KEY (seat_class_id) REFERENCES seat_class (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT kept_seat_number_positive CHECK (number >= 1)
);
CREATE INDEX kept_seat_seat_class_id_idx ON kept_seat (seat_class_id);
CREATE TRIGGER seat_within_capacity BEFORE INSERT OR UPDATE ON kept_seat FOR EACH ROW EXECUTE FUNCTION seat_within_capacity();

CREATE OR REPLACE FUNCTION cohort_capacity_holds_seats() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM seat WHERE cohort_id = NEW.id AND number > NEW.capacity)
     OR EXISTS (SELECT 1 FROM kept_seat WHERE cohort_id = NEW.id AND number > NEW.capacity) THEN
    RAISE EXCEPTION 'seats beyond the new capacity are taken or kept [cohort_capacity_holds_seats]' USING ERRCODE = '23514', CONSTRAINT = 'cohort_capacity_holds_seats';
  END IF;
  RETURN NEW;
END $$;

-- At commit: whoever has a kept seat, by an enrolment or by a live offer, is one of those it is kept for.
CREATE FUNCTION seat_of_its_class(the_cohort uuid, the_number integer) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT NOT EXISTS (
    SELECT 1 FROM kept_seat k
    JOIN seat_class c ON c.id = k.seat_class_id
    JOIN seat s ON s.cohort_id = k.cohort_id AND s.number = k.number
    LEFT JOIN enrolment e ON e.id = s.enrolment_id
    LEFT JOIN waitlist_entry w ON w.id = s.waitlist_entry_id
    LEFT JOIN application a ON a.id = w.application_id
    WHERE k.cohort_id = the_cohort AND k.number = the_number
      AND c.released_at IS NULL AND (c.releases_at IS NULL OR c.releases_at > now())
      AND (   (c.organisation_id IS NOT NULL AND c.organisation_id IS DISTINCT FROM coalesce(e.organisation_id, a.organisation_id))
           OR (c.track_id IS NOT NULL AND c.track_id IS DISTINCT FROM coalesce(e.track_id, a.track_id))))
$$;
CREATE FUNCTION seat_of_its_class_checked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT seat_of_its_class(NEW.cohort_id, NEW.number) THEN
    RAISE EXCEPTION 'seat % is kept for others [seat_of_its_class]', NEW.number USING ERRCODE = '23514', CONSTRAINT = 'seat_of_its_class';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER seat_of_its_class AFTER INSERT OR UPDATE ON seat
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION seat_of_its_class_checked();
CREATE CONSTRAINT TRIGGER seat_of_its_class AFTER INSERT OR UPDATE ON kept_seat
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION seat_of_its_class_checked();
