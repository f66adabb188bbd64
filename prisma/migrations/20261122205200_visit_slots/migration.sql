-- Times that an assessor offers and the participant picks from.
CREATE TABLE "visit_slot" (
    "id" UUID NOT NULL,
    "visit_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "visit_slot_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "visit_slot_visit_id_starts_at_key" ON "visit_slot"("visit_id", "starts_at");
ALTER TABLE "visit_slot" ADD CONSTRAINT "visit_slot_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "observation_visit"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE visit_slot ADD CONSTRAINT visit_slot_period CHECK (ends_at > starts_at);
ALTER TABLE "observation_visit"
  ADD COLUMN "travel_minutes" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "participant_note" TEXT NOT NULL DEFAULT '';
ALTER TABLE observation_visit ADD CONSTRAINT observation_visit_travel CHECK (travel_minutes BETWEEN 0 AND 720);
