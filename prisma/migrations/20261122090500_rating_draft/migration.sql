-- What is noted of a criterion while an observation is being written. A rating (criterion_rating) is always whole: it has a
-- level, and evidence where it says `reached`. A draft may lack either, and autosaving must not lose a word of it.
CREATE TABLE "rating_draft" (
    "observation_id" UUID NOT NULL,
    "criterion_id" UUID NOT NULL,
    "rating" "rating",
    "evidence" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "rating_draft_pkey" PRIMARY KEY ("observation_id","criterion_id")
);
CREATE INDEX "rating_draft_criterion_id_idx" ON "rating_draft"("criterion_id");
ALTER TABLE "rating_draft" ADD CONSTRAINT "rating_draft_observation_id_fkey"
    FOREIGN KEY ("observation_id") REFERENCES "observation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "rating_draft" ADD CONSTRAINT "rating_draft_criterion_id_fkey"
    FOREIGN KEY ("criterion_id") REFERENCES "criterion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE FUNCTION rating_draft_of_draft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM observation o WHERE o.id = NEW.observation_id AND o.state IN ('draft', 'returned')) THEN
    RAISE EXCEPTION 'a submitted observation is frozen [observation_frozen]' USING ERRCODE = 'P0001', CONSTRAINT = 'observation_frozen';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER rating_draft_of_draft BEFORE INSERT OR UPDATE ON rating_draft FOR EACH ROW EXECUTE FUNCTION rating_draft_of_draft();

-- Whatever leaves the draft takes all of it along: words that were noted are never left behind unseen.
CREATE FUNCTION observation_leaves_no_draft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM rating_draft d WHERE d.observation_id = NEW.id) THEN
    RAISE EXCEPTION 'notes of the draft are left over [observation_frozen]' USING ERRCODE = 'P0001', CONSTRAINT = 'observation_frozen';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER observation_leaves_no_draft BEFORE UPDATE OF state ON observation
  FOR EACH ROW WHEN (OLD.state = 'draft' AND NEW.state = 'submitted') EXECUTE FUNCTION observation_leaves_no_draft();
