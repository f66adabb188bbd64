-- Calibration: all assessors rate one anonymised case, each for themself, and talk about where they differ.
CREATE TYPE "calibration_state" AS ENUM ('open', 'closed', 'discussed');
CREATE TABLE "calibration_round" (
    "id" UUID NOT NULL,
    "framework_version_id" UUID NOT NULL,
    "state" "calibration_state" NOT NULL DEFAULT 'open',
    "version" INTEGER NOT NULL DEFAULT 1,
    "title" TEXT NOT NULL,
    "situation" TEXT NOT NULL,
    "seen" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "due_on" DATE NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "discussed_at" TIMESTAMPTZ(3),
    "conclusion" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "calibration_round_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "calibration_round_framework_version_id_idx" ON "calibration_round"("framework_version_id");
CREATE INDEX "calibration_round_author_id_idx" ON "calibration_round"("author_id");
CREATE TABLE "calibration_answer" (
    "round_id" UUID NOT NULL,
    "assessor_id" UUID NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "calibration_answer_pkey" PRIMARY KEY ("round_id","assessor_id")
);
CREATE INDEX "calibration_answer_assessor_id_idx" ON "calibration_answer"("assessor_id");
CREATE TABLE "calibration_rating" (
    "round_id" UUID NOT NULL,
    "assessor_id" UUID NOT NULL,
    "criterion_id" UUID NOT NULL,
    "rating" "rating" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "calibration_rating_pkey" PRIMARY KEY ("round_id","assessor_id","criterion_id")
);
CREATE INDEX "calibration_rating_criterion_id_idx" ON "calibration_rating"("criterion_id");
ALTER TABLE "calibration_round" ADD CONSTRAINT "calibration_round_framework_version_id_fkey" FOREIGN KEY ("framework_version_id") REFERENCES "framework_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "calibration_round" ADD CONSTRAINT "calibration_round_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "calibration_answer" ADD CONSTRAINT "calibration_answer_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "calibration_round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "calibration_answer" ADD CONSTRAINT "calibration_answer_assessor_id_fkey" FOREIGN KEY ("assessor_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "calibration_rating" ADD CONSTRAINT "calibration_rating_round_id_assessor_id_fkey" FOREIGN KEY ("round_id", "assessor_id") REFERENCES "calibration_answer"("round_id", "assessor_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "calibration_rating" ADD CONSTRAINT "calibration_rating_criterion_id_fkey" FOREIGN KEY ("criterion_id") REFERENCES "criterion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE calibration_round
  ADD CONSTRAINT calibration_round_case CHECK (btrim(title) <> '' AND btrim(situation) <> '' AND btrim(seen) <> ''),
  ADD CONSTRAINT calibration_round_closed CHECK ((state = 'open') = (closed_at IS NULL)),
  ADD CONSTRAINT calibration_round_discussed CHECK ((state = 'discussed') = (discussed_at IS NOT NULL) AND (state <> 'discussed' OR btrim(conclusion) <> ''));
INSERT INTO state_transition (machine, from_state, to_state) VALUES
  ('calibration_round', 'open', 'closed'),
  ('calibration_round', 'closed', 'discussed');
CREATE TRIGGER calibration_round_transition BEFORE UPDATE OF state ON calibration_round
  FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION legal_transition();

-- The case stays as it was rated.
CREATE FUNCTION calibration_round_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.title, OLD.situation, OLD.seen, OLD.framework_version_id, OLD.author_id)
     IS DISTINCT FROM (NEW.title, NEW.situation, NEW.seen, NEW.framework_version_id, NEW.author_id) THEN
    RAISE EXCEPTION 'a round stays as it was opened [calibration_frozen]' USING ERRCODE = 'P0001', CONSTRAINT = 'calibration_frozen';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER calibration_round_frozen BEFORE UPDATE ON calibration_round FOR EACH ROW EXECUTE FUNCTION calibration_round_frozen();

-- Whoever wrote the case knows what is meant and does not rate it; nobody rates without being authorised, nor once the round is closed.
CREATE FUNCTION calibration_answer_guarded() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE r calibration_round;
BEGIN
  SELECT * INTO r FROM calibration_round WHERE id = NEW.round_id;
  IF r.state <> 'open' THEN
    RAISE EXCEPTION 'the round is closed [calibration_frozen]' USING ERRCODE = 'P0001', CONSTRAINT = 'calibration_frozen';
  END IF;
  IF r.author_id = NEW.assessor_id OR NOT EXISTS (
       SELECT 1 FROM assessor_authorisation a WHERE a.person_id = NEW.assessor_id AND a.framework_version_id = r.framework_version_id
         AND a.valid_from <= NEW.submitted_at AND a.valid_to > NEW.submitted_at) THEN
    RAISE EXCEPTION 'not an assessor of this round [calibration_assessor]' USING ERRCODE = 'P0001', CONSTRAINT = 'calibration_assessor';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER calibration_answer_guarded BEFORE INSERT ON calibration_answer FOR EACH ROW EXECUTE FUNCTION calibration_answer_guarded();
CREATE TRIGGER calibration_answer_append_only BEFORE UPDATE OR DELETE ON calibration_answer FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER calibration_rating_append_only BEFORE UPDATE OR DELETE ON calibration_rating FOR EACH ROW EXECUTE FUNCTION refuse_change();
