-- Two assessors at one visit, blind until both have submitted.
CREATE TABLE "observation_pair" (
    "id" UUID NOT NULL,
    "visit_id" UUID NOT NULL,
    "lead_id" UUID NOT NULL,
    "second_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "joint_id" UUID,
    CONSTRAINT "observation_pair_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "observation_pair_visit_id_key" ON "observation_pair"("visit_id");
CREATE UNIQUE INDEX "observation_pair_joint_id_key" ON "observation_pair"("joint_id");
CREATE INDEX "observation_pair_lead_id_idx" ON "observation_pair"("lead_id");
CREATE INDEX "observation_pair_second_id_idx" ON "observation_pair"("second_id");
CREATE TABLE "pair_agreement" (
    "pair_id" UUID NOT NULL,
    "criterion_id" UUID NOT NULL,
    "rating" "rating" NOT NULL,
    "reason" TEXT NOT NULL,
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_by_id" UUID,
    "accepted_at" TIMESTAMPTZ(3),
    CONSTRAINT "pair_agreement_pkey" PRIMARY KEY ("pair_id","criterion_id")
);
CREATE INDEX "pair_agreement_criterion_id_idx" ON "pair_agreement"("criterion_id");
CREATE INDEX "pair_agreement_proposed_by_id_idx" ON "pair_agreement"("proposed_by_id");
CREATE INDEX "pair_agreement_accepted_by_id_idx" ON "pair_agreement"("accepted_by_id");
ALTER TABLE "observation" ADD COLUMN "pair_id" UUID;
CREATE INDEX "observation_pair_id_idx" ON "observation"("pair_id");

ALTER TABLE "observation_pair" ADD CONSTRAINT "observation_pair_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "observation_visit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "observation_pair" ADD CONSTRAINT "observation_pair_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "observation_pair" ADD CONSTRAINT "observation_pair_second_id_fkey" FOREIGN KEY ("second_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "observation_pair" ADD CONSTRAINT "observation_pair_joint_id_fkey" FOREIGN KEY ("joint_id") REFERENCES "observation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "pair_agreement" ADD CONSTRAINT "pair_agreement_pair_id_fkey" FOREIGN KEY ("pair_id") REFERENCES "observation_pair"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "pair_agreement" ADD CONSTRAINT "pair_agreement_criterion_id_fkey" FOREIGN KEY ("criterion_id") REFERENCES "criterion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "pair_agreement" ADD CONSTRAINT "pair_agreement_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "pair_agreement" ADD CONSTRAINT "pair_agreement_accepted_by_id_fkey" FOREIGN KEY ("accepted_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "observation" ADD CONSTRAINT "observation_pair_id_fkey" FOREIGN KEY ("pair_id") REFERENCES "observation_pair"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Each of the two writes one.
CREATE UNIQUE INDEX observation_pair_one_each ON observation (pair_id, assessor_id) WHERE pair_id IS NOT NULL;
ALTER TABLE observation_pair ADD CONSTRAINT observation_pair_two_persons CHECK (lead_id <> second_id);
ALTER TABLE pair_agreement
  ADD CONSTRAINT pair_agreement_reason CHECK (btrim(reason) <> ''),
  ADD CONSTRAINT pair_agreement_by_two CHECK (accepted_by_id <> proposed_by_id),
  ADD CONSTRAINT pair_agreement_accepted_wholly CHECK ((accepted_by_id IS NULL) = (accepted_at IS NULL));

-- Whether both of a pair have submitted: from here on, and not before, each sees what the other wrote.
CREATE FUNCTION pair_compared(the_pair uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT count(*) = 2 FROM observation o WHERE o.pair_id = the_pair AND o.state = 'submitted'
$$;

-- What a pair holds of a criterion: what both rated alike, else what both agreed in writing; null while they have not.
CREATE FUNCTION pair_rating(the_pair uuid, the_criterion uuid) RETURNS rating LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN count(DISTINCT r.rating) = 1 THEN min(r.rating)
    ELSE (SELECT a.rating FROM pair_agreement a WHERE a.pair_id = the_pair AND a.criterion_id = the_criterion AND a.accepted_at IS NOT NULL) END
  FROM observation o JOIN criterion_rating r ON r.observation_id = o.id AND r.criterion_id = the_criterion
  WHERE o.pair_id = the_pair
$$;

CREATE FUNCTION observation_pair_guarded() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE v observation_visit;
BEGIN
  SELECT * INTO v FROM observation_visit WHERE id = NEW.visit_id;
  IF NEW.lead_id <> v.assessor_id OR assessor_barred(NEW.second_id, v.enrolment_id, NEW.created_at)
     OR NOT assessor_authorised(NEW.second_id, v.enrolment_id, NEW.created_at) THEN
    RAISE EXCEPTION 'the second assessor is barred or not authorised [observation_pair_eligible]' USING ERRCODE = 'P0001', CONSTRAINT = 'observation_pair_eligible';
  END IF;
  IF TG_OP = 'UPDATE' AND (OLD.visit_id, OLD.lead_id, OLD.second_id) IS DISTINCT FROM (NEW.visit_id, NEW.lead_id, NEW.second_id) THEN
    RAISE EXCEPTION 'a pair stays who it is [observation_pair_eligible]' USING ERRCODE = 'P0001', CONSTRAINT = 'observation_pair_eligible';
  END IF;
  IF NEW.joint_id IS NOT NULL AND (TG_OP = 'INSERT' OR OLD.joint_id IS NOT NULL AND OLD.joint_id <> NEW.joint_id OR NOT pair_compared(NEW.id)) THEN
    RAISE EXCEPTION 'a joint observation follows two blind ones [observation_pair_compared]' USING ERRCODE = 'P0001', CONSTRAINT = 'observation_pair_compared';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER observation_pair_guarded BEFORE INSERT OR UPDATE ON observation_pair FOR EACH ROW EXECUTE FUNCTION observation_pair_guarded();

CREATE FUNCTION pair_agreement_guarded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT pair_compared(NEW.pair_id) THEN
    RAISE EXCEPTION 'a pair agrees when both have submitted [observation_pair_compared]' USING ERRCODE = 'P0001', CONSTRAINT = 'observation_pair_compared';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM observation_pair p WHERE p.id = NEW.pair_id AND NEW.proposed_by_id IN (p.lead_id, p.second_id)
                   AND (NEW.accepted_by_id IS NULL OR NEW.accepted_by_id IN (p.lead_id, p.second_id))) THEN
    RAISE EXCEPTION 'the two of a pair agree [pair_agreement_by_two]' USING ERRCODE = 'P0001', CONSTRAINT = 'pair_agreement_by_two';
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.accepted_at IS NOT NULL AND OLD.accepted_at IS NULL
     AND (OLD.rating, OLD.reason, OLD.proposed_by_id) IS DISTINCT FROM (NEW.rating, NEW.reason, NEW.proposed_by_id) THEN
    RAISE EXCEPTION 'what is accepted is what was proposed [pair_agreement_by_two]' USING ERRCODE = 'P0001', CONSTRAINT = 'pair_agreement_by_two';
  END IF;
  IF EXISTS (SELECT 1 FROM observation_pair p JOIN observation o ON o.id = p.joint_id
             WHERE p.id = NEW.pair_id AND o.state NOT IN ('draft', 'returned')) THEN
    RAISE EXCEPTION 'the joint observation is submitted [observation_frozen]' USING ERRCODE = 'P0001', CONSTRAINT = 'observation_frozen';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER pair_agreement_guarded BEFORE INSERT OR UPDATE ON pair_agreement FOR EACH ROW EXECUTE FUNCTION pair_agreement_guarded();
CREATE TRIGGER pair_agreement_kept BEFORE DELETE ON pair_agreement FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE FUNCTION observation_of_pair() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.pair_id IS NOT NULL THEN
    IF NOT EXISTS (SELECT 1 FROM observation_pair p JOIN observation_visit v ON v.id = p.visit_id
                   WHERE p.id = NEW.pair_id AND NEW.assessor_id IN (p.lead_id, p.second_id) AND v.enrolment_id = NEW.enrolment_id) THEN
      RAISE EXCEPTION 'not of this pair [observation_pair_eligible]' USING ERRCODE = 'P0001', CONSTRAINT = 'observation_pair_eligible';
    END IF;
    IF NEW.state = 'shared' THEN
      RAISE EXCEPTION 'a blind observation is not shared by itself [observation_pair_blind]' USING ERRCODE = 'P0001', CONSTRAINT = 'observation_pair_blind';
    END IF;
    -- Both have been read by then: what was written blind stays as it was.
    IF TG_OP = 'UPDATE' AND NEW.state = 'returned' AND OLD.state = 'submitted' AND pair_compared(NEW.pair_id) THEN
      RAISE EXCEPTION 'a compared observation is not returned [observation_pair_compared]' USING ERRCODE = 'P0001', CONSTRAINT = 'observation_pair_compared';
    END IF;
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.pair_id IS DISTINCT FROM NEW.pair_id AND (OLD.pair_id IS NOT NULL OR OLD.state <> 'draft') THEN
    RAISE EXCEPTION 'an observation stays in its pair [observation_frozen]' USING ERRCODE = 'P0001', CONSTRAINT = 'observation_frozen';
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.state = 'submitted' AND OLD.state = 'draft' AND EXISTS (
       SELECT 1 FROM observation_pair p JOIN criterion_rating r ON r.observation_id = NEW.id
       WHERE p.joint_id = NEW.id AND r.rating IS DISTINCT FROM pair_rating(p.id, r.criterion_id)) THEN
    RAISE EXCEPTION 'a joint observation says what both agreed [observation_pair_agreed]' USING ERRCODE = 'P0001', CONSTRAINT = 'observation_pair_agreed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER observation_of_pair BEFORE INSERT OR UPDATE ON observation FOR EACH ROW EXECUTE FUNCTION observation_of_pair();
