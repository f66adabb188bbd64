-- When the applicant and the organisation's coordinators were told that nobody had answered in time: once for each question.
ALTER TABLE "manager_approval" ADD COLUMN "expiry_told_at" TIMESTAMPTZ(3);
ALTER TABLE "manager_approval" ADD CONSTRAINT "manager_approval_expiry_told_late"
  CHECK ("expiry_told_at" IS NULL OR "expiry_told_at" >= "expires_at");
