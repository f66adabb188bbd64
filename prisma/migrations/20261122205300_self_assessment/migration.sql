-- How a participant sees their own practice on one occasion, written without having read the assessor's view.
CREATE TABLE "self_assessment" (
    "visit_id" UUID NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "self_assessment_pkey" PRIMARY KEY ("visit_id")
);
CREATE TABLE "self_rating" (
    "visit_id" UUID NOT NULL,
    "criterion_id" UUID NOT NULL,
    "rating" "rating" NOT NULL,
    CONSTRAINT "self_rating_pkey" PRIMARY KEY ("visit_id","criterion_id")
);
CREATE INDEX "self_rating_criterion_id_idx" ON "self_rating"("criterion_id");
ALTER TABLE "self_assessment" ADD CONSTRAINT "self_assessment_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "observation_visit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "self_rating" ADD CONSTRAINT "self_rating_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "self_assessment"("visit_id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "self_rating" ADD CONSTRAINT "self_rating_criterion_id_fkey" FOREIGN KEY ("criterion_id") REFERENCES "criterion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- It is beside the assessor's view, not an answer to it: once an observation of the occasion is shared, it stays as it is.
CREATE FUNCTION self_assessment_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE the_visit uuid := CASE WHEN TG_OP = 'INSERT' THEN NEW.visit_id ELSE OLD.visit_id END;
BEGIN
  IF EXISTS (SELECT 1 FROM observation o WHERE o.shared_at IS NOT NULL
             AND (o.visit_id = the_visit OR o.id = (SELECT p.joint_id FROM observation_pair p WHERE p.visit_id = the_visit))) THEN
    RAISE EXCEPTION 'the observation is shared [self_assessment_frozen]' USING ERRCODE = 'P0001', CONSTRAINT = 'self_assessment_frozen';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER self_assessment_frozen BEFORE INSERT OR UPDATE OR DELETE ON self_assessment FOR EACH ROW EXECUTE FUNCTION self_assessment_frozen();
CREATE TRIGGER self_rating_frozen BEFORE INSERT OR UPDATE OR DELETE ON self_rating FOR EACH ROW EXECUTE FUNCTION self_assessment_frozen();
