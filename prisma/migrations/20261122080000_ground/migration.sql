-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "agreement_kind" AS ENUM ('open', 'academy', 'in_house', 'funded');

-- CreateEnum
CREATE TYPE "agreement_state" AS ENUM ('negotiated', 'active', 'completed', 'cancelled');

-- CreateEnum
CREATE TYPE "application_state" AS ENUM ('draft', 'submitted', 'manager_pending', 'manager_approved', 'manager_declined', 'under_review', 'admitted', 'waitlisted', 'declined', 'withdrawn');

-- CreateEnum
CREATE TYPE "participant_role" AS ENUM ('manager', 'consultant', 'project_manager', 'innovation_leader', 'key_person', 'employee', 'politician', 'guest');

-- CreateEnum
CREATE TYPE "payer_kind" AS ENUM ('organisation', 'agreement', 'self');

-- CreateEnum
CREATE TYPE "waitlist_state" AS ENUM ('waiting', 'offered', 'accepted', 'expired', 'refused', 'withdrawn');

-- CreateEnum
CREATE TYPE "attendance_status" AS ENUM ('expected', 'apology', 'present', 'partial', 'absent', 'made_up');

-- CreateEnum
CREATE TYPE "locale" AS ENUM ('da', 'sv', 'en');

-- CreateEnum
CREATE TYPE "certificate_state" AS ENUM ('issued', 'suspended', 'revoked', 'superseded');

-- CreateEnum
CREATE TYPE "case_state" AS ENUM ('collecting', 'ready', 'recommended', 'hearing', 'decided', 'released', 'appealed', 'upheld', 'changed');

-- CreateEnum
CREATE TYPE "case_outcome" AS ENUM ('certified', 'repeat_requested', 'not_certified');

-- CreateEnum
CREATE TYPE "requirement_kind" AS ENUM ('attendance', 'observations', 'assessors', 'criteria', 'practice_project');

-- CreateEnum
CREATE TYPE "cohort_state" AS ENUM ('draft', 'open', 'closed', 'running', 'completed', 'archived', 'cancelled');

-- CreateEnum
CREATE TYPE "enrolment_state" AS ENUM ('reserved', 'active', 'paused', 'completed', 'not_completed', 'withdrawn', 'substituted', 'transferred');

-- CreateEnum
CREATE TYPE "framework_version_state" AS ENUM ('draft', 'approved', 'in_use', 'retired');

-- CreateEnum
CREATE TYPE "publication_kind" AS ENUM ('publication', 'podcast', 'case_story', 'approach');

-- CreateEnum
CREATE TYPE "enquiry_state" AS ENUM ('new', 'assigned', 'answered', 'closed');

-- CreateEnum
CREATE TYPE "conflict_outcome" AS ENUM ('clear', 'manage', 'bar');

-- CreateEnum
CREATE TYPE "visit_state" AS ENUM ('requested', 'proposed', 'booked', 'done', 'missed', 'cancelled');

-- CreateEnum
CREATE TYPE "observation_state" AS ENUM ('draft', 'submitted', 'returned', 'shared', 'responded', 'response_lapsed', 'locked');

-- CreateEnum
CREATE TYPE "rating" AS ENUM ('not_seen', 'not_reached', 'partly', 'reached');

-- CreateEnum
CREATE TYPE "organisation_kind" AS ENUM ('municipality', 'region', 'state', 'provider', 'certifying_body', 'funder', 'other');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('facilitator', 'staff', 'assessor', 'certifier', 'coordinator', 'admin');

-- CreateEnum
CREATE TYPE "management_level" AS ENUM ('none', 'team', 'unit', 'department', 'executive', 'political');

-- CreateEnum
CREATE TYPE "practice_project_state" AS ENUM ('proposed', 'agreed', 'active', 'concluded', 'abandoned');

-- CreateEnum
CREATE TYPE "programme_version_state" AS ENUM ('draft', 'published', 'retired');

-- CreateEnum
CREATE TYPE "audience" AS ENUM ('managers', 'consultants', 'network', 'politicians', 'employees');

-- CreateEnum
CREATE TYPE "session_state" AS ENUM ('planned', 'confirmed', 'held', 'cancelled');

-- CreateEnum
CREATE TYPE "session_format" AS ENUM ('workshop', 'seminar', 'masterclass', 'after_work_meeting', 'course_day');

-- CreateEnum
CREATE TYPE "obligation" AS ENUM ('required', 'optional', 'not_expected');

-- CreateEnum
CREATE TYPE "outbox_state" AS ENUM ('queued', 'sent', 'failed');

-- CreateTable
CREATE TABLE "agreement" (
    "id" UUID NOT NULL,
    "kind" "agreement_kind" NOT NULL,
    "state" "agreement_state" NOT NULL DEFAULT 'active',
    "title" TEXT NOT NULL,
    "provider_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "funder_id" UUID,
    "diary_number" TEXT,
    "amount_minor" INTEGER,
    "currency" CHAR(3) NOT NULL DEFAULT 'DKK',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "agreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_partner" (
    "agreement_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,

    CONSTRAINT "agreement_partner_pkey" PRIMARY KEY ("agreement_id","organisation_id")
);

-- CreateTable
CREATE TABLE "seat_allocation" (
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "track_id" UUID,
    "seats" INTEGER NOT NULL,

    CONSTRAINT "seat_allocation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_target" (
    "agreement_id" UUID NOT NULL,
    "participant_role" "participant_role" NOT NULL,
    "number" INTEGER NOT NULL,

    CONSTRAINT "role_target_pkey" PRIMARY KEY ("agreement_id","participant_role")
);

-- CreateTable
CREATE TABLE "application" (
    "id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "state" "application_state" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "participant_role" "participant_role",
    "track_id" UUID,
    "organisation_id" UUID,
    "title" TEXT NOT NULL DEFAULT '',
    "motivation" TEXT NOT NULL DEFAULT '',
    "accommodation" TEXT NOT NULL DEFAULT '',
    "manager_name" TEXT NOT NULL DEFAULT '',
    "manager_email" TEXT NOT NULL DEFAULT '',
    "payer" "payer_kind",
    "payer_gln" TEXT NOT NULL DEFAULT '',
    "payer_reference" TEXT NOT NULL DEFAULT '',
    "submitted_at" TIMESTAMPTZ(3),
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "decision_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "manager_approval" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "manager_name" TEXT NOT NULL,
    "manager_email" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "approved" BOOLEAN,
    "comment" TEXT,

    CONSTRAINT "manager_approval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "waitlist_entry" (
    "id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "state" "waitlist_state" NOT NULL DEFAULT 'waiting',
    "version" INTEGER NOT NULL DEFAULT 1,
    "joined_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "offered_at" TIMESTAMPTZ(3),
    "offer_expires_at" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "waitlist_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attendance" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "status" "attendance_status" NOT NULL,
    "minutes" INTEGER,
    "evidence" TEXT,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "entry" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "attendance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "certificate" (
    "id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "holder_id" UUID NOT NULL,
    "public_id" TEXT NOT NULL,
    "serial_number" TEXT NOT NULL,
    "state" "certificate_state" NOT NULL DEFAULT 'issued',
    "version" INTEGER NOT NULL DEFAULT 1,
    "payload" JSONB NOT NULL,
    "payload_hash" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "valid_until" TIMESTAMPTZ(3),
    "supersedes_id" UUID,

    CONSTRAINT "certificate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "certificate_document" (
    "certificate_id" UUID NOT NULL,
    "locale" "locale" NOT NULL,
    "bytes" BYTEA NOT NULL,
    "sha256" TEXT NOT NULL,
    "rendered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "certificate_document_pkey" PRIMARY KEY ("certificate_id","locale")
);

-- CreateTable
CREATE TABLE "certificate_revocation" (
    "id" UUID NOT NULL,
    "certificate_id" UUID NOT NULL,
    "public_reason" TEXT NOT NULL,
    "internal_reason" TEXT NOT NULL DEFAULT '',
    "requested_by_id" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_by_id" UUID,
    "confirmed_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "certificate_revocation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "certificate_serial" (
    "year" INTEGER NOT NULL,
    "last_number" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "certificate_serial_pkey" PRIMARY KEY ("year")
);

-- CreateTable
CREATE TABLE "certification_case" (
    "id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "certifying_body_id" UUID NOT NULL,
    "framework_version_id" UUID NOT NULL,
    "state" "case_state" NOT NULL DEFAULT 'collecting',
    "version" INTEGER NOT NULL DEFAULT 1,
    "round" INTEGER NOT NULL DEFAULT 1,
    "evidence_due_on" DATE,
    "released_at" TIMESTAMPTZ(3),
    "released_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "certification_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_recommendation" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "recommender_id" UUID NOT NULL,
    "outcome" "case_outcome" NOT NULL,
    "reasons" TEXT NOT NULL,
    "evidence_hash" TEXT NOT NULL,
    "recommended_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_recommendation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_decision" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "decider_id" UUID NOT NULL,
    "outcome" "case_outcome" NOT NULL,
    "reason_rules" TEXT NOT NULL DEFAULT '',
    "reason_main" TEXT NOT NULL,
    "reason_facts" TEXT NOT NULL DEFAULT '',
    "repeat_criteria" TEXT[],
    "repeat_guidance" TEXT NOT NULL DEFAULT '',
    "repeat_due_on" DATE,
    "appeal_guidance" TEXT NOT NULL DEFAULT '',
    "evidence_hash" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_exception" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "requirement" "requirement_kind" NOT NULL,
    "written_by_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_exception_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_hearing" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "notice" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "statement" TEXT NOT NULL DEFAULT '',
    "statement_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_hearing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_appeal" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "grounds" TEXT NOT NULL,
    "filed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "changed_to" "case_outcome",
    "reasons" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "case_appeal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cohort" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "programme_version_id" UUID NOT NULL,
    "agreement_id" UUID,
    "name" TEXT NOT NULL,
    "state" "cohort_state" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "capacity" INTEGER NOT NULL,
    "application_deadline" TIMESTAMPTZ(3) NOT NULL,
    "offer_hours" INTEGER NOT NULL DEFAULT 72,
    "time_zone" TEXT NOT NULL DEFAULT 'Europe/Copenhagen',
    "city" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "last_queue_position" INTEGER NOT NULL DEFAULT 0,
    "cancel_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cohort_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cohort_facilitator" (
    "cohort_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "is_lead" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "cohort_facilitator_pkey" PRIMARY KEY ("cohort_id","person_id")
);

-- CreateTable
CREATE TABLE "enrolment" (
    "id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "application_id" UUID,
    "state" "enrolment_state" NOT NULL DEFAULT 'reserved',
    "version" INTEGER NOT NULL DEFAULT 1,
    "participant_role" "participant_role" NOT NULL,
    "track_id" UUID,
    "organisation_id" UUID,
    "organisation_name" TEXT NOT NULL DEFAULT '',
    "title" TEXT NOT NULL DEFAULT '',
    "payer" "payer_kind" NOT NULL DEFAULT 'organisation',
    "payer_gln" TEXT NOT NULL DEFAULT '',
    "payer_reference" TEXT NOT NULL DEFAULT '',
    "replaces_id" UUID,
    "end_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "enrolment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seat" (
    "cohort_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "enrolment_id" UUID,
    "waitlist_entry_id" UUID,

    CONSTRAINT "seat_pkey" PRIMARY KEY ("cohort_id","number")
);

-- CreateTable
CREATE TABLE "framework" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "certifying_body_id" UUID NOT NULL,

    CONSTRAINT "framework_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "framework_version" (
    "id" UUID NOT NULL,
    "framework_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "framework_version_state" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "min_observations" INTEGER NOT NULL DEFAULT 2,
    "min_assessors" INTEGER NOT NULL DEFAULT 2,
    "attendance_minimum_percent" INTEGER NOT NULL DEFAULT 80,
    "requires_concluded_project" BOOLEAN NOT NULL DEFAULT true,
    "response_days" INTEGER NOT NULL DEFAULT 14,
    "certificate_validity_months" INTEGER,
    "in_use_from" TIMESTAMPTZ(3),

    CONSTRAINT "framework_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "framework_version_text" (
    "framework_version_id" UUID NOT NULL,
    "locale" "locale" NOT NULL,
    "title" TEXT NOT NULL,
    "scope" TEXT NOT NULL,

    CONSTRAINT "framework_version_text_pkey" PRIMARY KEY ("framework_version_id","locale")
);

-- CreateTable
CREATE TABLE "criterion" (
    "id" UUID NOT NULL,
    "framework_version_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "stable_key" TEXT NOT NULL,
    "min_occasions" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "criterion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "criterion_text" (
    "criterion_id" UUID NOT NULL,
    "locale" "locale" NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "indicators" TEXT[],

    CONSTRAINT "criterion_text_pkey" PRIMARY KEY ("criterion_id","locale")
);

-- CreateTable
CREATE TABLE "framework_approval" (
    "framework_version_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "approved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "framework_approval_pkey" PRIMARY KEY ("framework_version_id","person_id")
);

-- CreateTable
CREATE TABLE "assessor_authorisation" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "framework_version_id" UUID NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_to" TIMESTAMPTZ(3) NOT NULL,
    "last_calibrated_at" TIMESTAMPTZ(3),

    CONSTRAINT "assessor_authorisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publication" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" "publication_kind" NOT NULL,
    "organisation_id" UUID NOT NULL,
    "language" "locale" NOT NULL DEFAULT 'da',
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "body" TEXT NOT NULL DEFAULT '',
    "published_on" DATE NOT NULL,

    CONSTRAINT "publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publication_criterion" (
    "publication_id" UUID NOT NULL,
    "criterion_id" UUID NOT NULL,

    CONSTRAINT "publication_criterion_pkey" PRIMARY KEY ("publication_id","criterion_id")
);

-- CreateTable
CREATE TABLE "event" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "time_zone" TEXT NOT NULL DEFAULT 'Europe/Copenhagen',
    "place" TEXT NOT NULL,
    "link" TEXT,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enquiry" (
    "id" UUID NOT NULL,
    "to_organisation_id" UUID NOT NULL,
    "organisation_id" UUID,
    "state" "enquiry_state" NOT NULL DEFAULT 'new',
    "version" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "assigned_to_id" UUID,
    "answer" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer_due_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "enquiry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conflict_declaration" (
    "id" UUID NOT NULL,
    "assessor_id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "ground" TEXT NOT NULL,
    "outcome" "conflict_outcome" NOT NULL,
    "declared_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "conflict_declaration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "observation_visit" (
    "id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "assessor_id" UUID NOT NULL,
    "state" "visit_state" NOT NULL DEFAULT 'booked',
    "version" INTEGER NOT NULL DEFAULT 1,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "time_zone" TEXT NOT NULL DEFAULT 'Europe/Copenhagen',
    "place" TEXT NOT NULL,
    "situation" TEXT NOT NULL DEFAULT '',
    "aim" TEXT NOT NULL DEFAULT '',
    "others_in_room" TEXT NOT NULL DEFAULT '',
    "others_informed" BOOLEAN NOT NULL DEFAULT false,
    "cancel_reason" TEXT,
    "ical_uid" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "observation_visit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "observation" (
    "id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "assessor_id" UUID NOT NULL,
    "visit_id" UUID,
    "state" "observation_state" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "organisation_id" UUID,
    "observed_on" DATE NOT NULL,
    "situation" TEXT NOT NULL DEFAULT '',
    "seen" TEXT NOT NULL DEFAULT '',
    "interpreted" TEXT NOT NULL DEFAULT '',
    "return_reason" TEXT,
    "submitted_at" TIMESTAMPTZ(3),
    "content_hash" TEXT,
    "shared_at" TIMESTAMPTZ(3),
    "response_due_at" TIMESTAMPTZ(3),
    "response" TEXT NOT NULL DEFAULT '',
    "responded_at" TIMESTAMPTZ(3),
    "locked_at" TIMESTAMPTZ(3),
    "amends_id" UUID,
    "amend_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "observation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "criterion_rating" (
    "observation_id" UUID NOT NULL,
    "criterion_id" UUID NOT NULL,
    "rating" "rating" NOT NULL,
    "evidence" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "criterion_rating_pkey" PRIMARY KEY ("observation_id","criterion_id")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "kind" "organisation_kind" NOT NULL,
    "country" CHAR(2) NOT NULL DEFAULT 'DK',
    "registration_number" TEXT,
    "gln" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation_name" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "organisation_name_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "email_verified_at" TIMESTAMPTZ(3),
    "phone" TEXT,
    "locale" "locale" NOT NULL DEFAULT 'da',
    "closed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "affiliation" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "management_level" "management_level" NOT NULL DEFAULT 'none',
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "affiliation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "organisation_id" UUID NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_to" TIMESTAMPTZ(3),
    "granted_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "practice_project" (
    "id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "state" "practice_project_state" NOT NULL DEFAULT 'proposed',
    "version" INTEGER NOT NULL DEFAULT 1,
    "title" TEXT NOT NULL,
    "task" TEXT NOT NULL,
    "users_involved" TEXT NOT NULL DEFAULT '',
    "methods_used" TEXT NOT NULL DEFAULT '',
    "outcome" TEXT NOT NULL DEFAULT '',
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "practice_project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "provider_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "programme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme_version" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "programme_version_state" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "language" "locale" NOT NULL DEFAULT 'da',
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "aims" TEXT[],
    "description" TEXT NOT NULL,
    "attendance_minimum_percent" INTEGER NOT NULL DEFAULT 80,
    "price_minor" INTEGER,
    "currency" CHAR(3) NOT NULL DEFAULT 'DKK',
    "price_covers" TEXT,
    "certifying_body_id" UUID,
    "framework_version_id" UUID,
    "published_at" TIMESTAMPTZ(3),
    "retired_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "programme_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "track" (
    "id" UUID NOT NULL,
    "programme_version_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "audience" "audience" NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "track_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "venue" (
    "id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "city" TEXT NOT NULL,

    CONSTRAINT "venue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "room" (
    "id" UUID NOT NULL,
    "venue_id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "room_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "state" "session_state" NOT NULL DEFAULT 'planned',
    "version" INTEGER NOT NULL DEFAULT 1,
    "theme" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "format" "session_format" NOT NULL DEFAULT 'course_day',
    "starts_local" TIMESTAMP(0) NOT NULL,
    "ends_local" TIMESTAMP(0) NOT NULL,
    "time_zone" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "room_id" UUID,
    "place" TEXT,
    "link" TEXT,
    "content_open" BOOLEAN NOT NULL DEFAULT false,
    "ical_uid" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session_facilitator" (
    "session_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "is_live" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "session_facilitator_pkey" PRIMARY KEY ("session_id","person_id")
);

-- CreateTable
CREATE TABLE "session_obligation" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "track_id" UUID,
    "participant_role" "participant_role",
    "obligation" "obligation" NOT NULL,

    CONSTRAINT "session_obligation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_account" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_session" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "authenticated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_token" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" BIGSERIAL NOT NULL,
    "stream" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "action" TEXT NOT NULL,
    "actor_id" UUID,
    "acting_role" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entity_id" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "previous_hash" TEXT NOT NULL DEFAULT '',
    "hash" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_mail" (
    "id" UUID NOT NULL,
    "template" TEXT NOT NULL,
    "locale" "locale" NOT NULL,
    "to_email" TEXT NOT NULL,
    "to_name" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "sealed" TEXT,
    "state" "outbox_state" NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "message_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "demo_mail" (
    "id" UUID NOT NULL,
    "message_id" TEXT NOT NULL,
    "to_email" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "links" TEXT[],
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "demo_mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_record" (
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "input_hash" TEXT NOT NULL,
    "result" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_record_pkey" PRIMARY KEY ("actor","action","key")
);

-- CreateTable
CREATE TABLE "installation_fact" (
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "installation_fact_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "state_transition" (
    "machine" TEXT NOT NULL,
    "from_state" TEXT NOT NULL,
    "to_state" TEXT NOT NULL,

    CONSTRAINT "state_transition_pkey" PRIMARY KEY ("machine","from_state","to_state")
);

-- CreateIndex
CREATE INDEX "agreement_provider_id_idx" ON "agreement"("provider_id");

-- CreateIndex
CREATE INDEX "agreement_funder_id_idx" ON "agreement"("funder_id");

-- CreateIndex
CREATE INDEX "agreement_partner_organisation_id_idx" ON "agreement_partner"("organisation_id");

-- CreateIndex
CREATE INDEX "seat_allocation_agreement_id_idx" ON "seat_allocation"("agreement_id");

-- CreateIndex
CREATE INDEX "seat_allocation_organisation_id_idx" ON "seat_allocation"("organisation_id");

-- CreateIndex
CREATE INDEX "seat_allocation_track_id_idx" ON "seat_allocation"("track_id");

-- CreateIndex
CREATE INDEX "application_cohort_id_state_idx" ON "application"("cohort_id", "state");

-- CreateIndex
CREATE INDEX "application_person_id_idx" ON "application"("person_id");

-- CreateIndex
CREATE INDEX "application_decided_by_id_idx" ON "application"("decided_by_id");

-- CreateIndex
CREATE INDEX "application_track_id_idx" ON "application"("track_id");

-- CreateIndex
CREATE INDEX "application_organisation_id_idx" ON "application"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "manager_approval_application_id_key" ON "manager_approval"("application_id");

-- CreateIndex
CREATE UNIQUE INDEX "waitlist_entry_application_id_key" ON "waitlist_entry"("application_id");

-- CreateIndex
CREATE INDEX "waitlist_entry_cohort_id_state_position_idx" ON "waitlist_entry"("cohort_id", "state", "position");

-- CreateIndex
CREATE UNIQUE INDEX "waitlist_entry_cohort_id_position_key" ON "waitlist_entry"("cohort_id", "position");

-- CreateIndex
CREATE INDEX "attendance_enrolment_id_idx" ON "attendance"("enrolment_id");

-- CreateIndex
CREATE INDEX "attendance_recorded_by_id_idx" ON "attendance"("recorded_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "attendance_session_id_enrolment_id_entry_key" ON "attendance"("session_id", "enrolment_id", "entry");

-- CreateIndex
CREATE UNIQUE INDEX "certificate_decision_id_key" ON "certificate"("decision_id");

-- CreateIndex
CREATE UNIQUE INDEX "certificate_public_id_key" ON "certificate"("public_id");

-- CreateIndex
CREATE UNIQUE INDEX "certificate_serial_number_key" ON "certificate"("serial_number");

-- CreateIndex
CREATE UNIQUE INDEX "certificate_supersedes_id_key" ON "certificate"("supersedes_id");

-- CreateIndex
CREATE INDEX "certificate_case_id_idx" ON "certificate"("case_id");

-- CreateIndex
CREATE INDEX "certificate_holder_id_idx" ON "certificate"("holder_id");

-- CreateIndex
CREATE INDEX "certificate_revocation_certificate_id_idx" ON "certificate_revocation"("certificate_id");

-- CreateIndex
CREATE INDEX "certificate_revocation_requested_by_id_idx" ON "certificate_revocation"("requested_by_id");

-- CreateIndex
CREATE INDEX "certificate_revocation_confirmed_by_id_idx" ON "certificate_revocation"("confirmed_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "certification_case_enrolment_id_key" ON "certification_case"("enrolment_id");

-- CreateIndex
CREATE INDEX "certification_case_certifying_body_id_state_idx" ON "certification_case"("certifying_body_id", "state");

-- CreateIndex
CREATE INDEX "certification_case_framework_version_id_idx" ON "certification_case"("framework_version_id");

-- CreateIndex
CREATE INDEX "certification_case_released_by_id_idx" ON "certification_case"("released_by_id");

-- CreateIndex
CREATE INDEX "case_recommendation_recommender_id_idx" ON "case_recommendation"("recommender_id");

-- CreateIndex
CREATE UNIQUE INDEX "case_recommendation_case_id_round_key" ON "case_recommendation"("case_id", "round");

-- CreateIndex
CREATE INDEX "case_decision_decider_id_idx" ON "case_decision"("decider_id");

-- CreateIndex
CREATE UNIQUE INDEX "case_decision_case_id_round_key" ON "case_decision"("case_id", "round");

-- CreateIndex
CREATE INDEX "case_exception_written_by_id_idx" ON "case_exception"("written_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "case_exception_case_id_round_requirement_key" ON "case_exception"("case_id", "round", "requirement");

-- CreateIndex
CREATE UNIQUE INDEX "case_hearing_case_id_round_key" ON "case_hearing"("case_id", "round");

-- CreateIndex
CREATE INDEX "case_appeal_case_id_idx" ON "case_appeal"("case_id");

-- CreateIndex
CREATE INDEX "case_appeal_decided_by_id_idx" ON "case_appeal"("decided_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "cohort_slug_key" ON "cohort"("slug");

-- CreateIndex
CREATE INDEX "cohort_programme_version_id_idx" ON "cohort"("programme_version_id");

-- CreateIndex
CREATE INDEX "cohort_agreement_id_idx" ON "cohort"("agreement_id");

-- CreateIndex
CREATE INDEX "cohort_state_starts_on_idx" ON "cohort"("state", "starts_on");

-- CreateIndex
CREATE INDEX "cohort_facilitator_person_id_idx" ON "cohort_facilitator"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "enrolment_application_id_key" ON "enrolment"("application_id");

-- CreateIndex
CREATE UNIQUE INDEX "enrolment_replaces_id_key" ON "enrolment"("replaces_id");

-- CreateIndex
CREATE INDEX "enrolment_cohort_id_state_idx" ON "enrolment"("cohort_id", "state");

-- CreateIndex
CREATE INDEX "enrolment_person_id_idx" ON "enrolment"("person_id");

-- CreateIndex
CREATE INDEX "enrolment_track_id_idx" ON "enrolment"("track_id");

-- CreateIndex
CREATE INDEX "enrolment_organisation_id_idx" ON "enrolment"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "seat_enrolment_id_key" ON "seat"("enrolment_id");

-- CreateIndex
CREATE UNIQUE INDEX "seat_waitlist_entry_id_key" ON "seat"("waitlist_entry_id");

-- CreateIndex
CREATE UNIQUE INDEX "framework_key_key" ON "framework"("key");

-- CreateIndex
CREATE INDEX "framework_certifying_body_id_idx" ON "framework"("certifying_body_id");

-- CreateIndex
CREATE UNIQUE INDEX "framework_version_framework_id_number_key" ON "framework_version"("framework_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "criterion_framework_version_id_code_key" ON "criterion"("framework_version_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "criterion_framework_version_id_stable_key_key" ON "criterion"("framework_version_id", "stable_key");

-- CreateIndex
CREATE UNIQUE INDEX "criterion_framework_version_id_position_key" ON "criterion"("framework_version_id", "position");

-- CreateIndex
CREATE INDEX "framework_approval_person_id_idx" ON "framework_approval"("person_id");

-- CreateIndex
CREATE INDEX "assessor_authorisation_framework_version_id_idx" ON "assessor_authorisation"("framework_version_id");

-- CreateIndex
CREATE UNIQUE INDEX "assessor_authorisation_person_id_framework_version_id_key" ON "assessor_authorisation"("person_id", "framework_version_id");

-- CreateIndex
CREATE UNIQUE INDEX "publication_slug_key" ON "publication"("slug");

-- CreateIndex
CREATE INDEX "publication_organisation_id_idx" ON "publication"("organisation_id");

-- CreateIndex
CREATE INDEX "publication_criterion_criterion_id_idx" ON "publication_criterion"("criterion_id");

-- CreateIndex
CREATE UNIQUE INDEX "event_slug_key" ON "event"("slug");

-- CreateIndex
CREATE INDEX "event_organisation_id_idx" ON "event"("organisation_id");

-- CreateIndex
CREATE INDEX "event_starts_at_idx" ON "event"("starts_at");

-- CreateIndex
CREATE INDEX "enquiry_to_organisation_id_state_idx" ON "enquiry"("to_organisation_id", "state");

-- CreateIndex
CREATE INDEX "enquiry_organisation_id_idx" ON "enquiry"("organisation_id");

-- CreateIndex
CREATE INDEX "enquiry_assigned_to_id_idx" ON "enquiry"("assigned_to_id");

-- CreateIndex
CREATE INDEX "conflict_declaration_assessor_id_participant_id_idx" ON "conflict_declaration"("assessor_id", "participant_id");

-- CreateIndex
CREATE INDEX "conflict_declaration_participant_id_idx" ON "conflict_declaration"("participant_id");

-- CreateIndex
CREATE UNIQUE INDEX "observation_visit_ical_uid_key" ON "observation_visit"("ical_uid");

-- CreateIndex
CREATE INDEX "observation_visit_enrolment_id_idx" ON "observation_visit"("enrolment_id");

-- CreateIndex
CREATE INDEX "observation_visit_assessor_id_starts_at_idx" ON "observation_visit"("assessor_id", "starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "observation_visit_id_key" ON "observation"("visit_id");

-- CreateIndex
CREATE UNIQUE INDEX "observation_amends_id_key" ON "observation"("amends_id");

-- CreateIndex
CREATE INDEX "observation_enrolment_id_idx" ON "observation"("enrolment_id");

-- CreateIndex
CREATE INDEX "observation_assessor_id_state_idx" ON "observation"("assessor_id", "state");

-- CreateIndex
CREATE INDEX "observation_organisation_id_idx" ON "observation"("organisation_id");

-- CreateIndex
CREATE INDEX "criterion_rating_criterion_id_idx" ON "criterion_rating"("criterion_id");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_country_registration_number_key" ON "organisation"("country", "registration_number");

-- CreateIndex
CREATE INDEX "organisation_name_organisation_id_idx" ON "organisation_name"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE INDEX "affiliation_person_id_idx" ON "affiliation"("person_id");

-- CreateIndex
CREATE INDEX "affiliation_organisation_id_idx" ON "affiliation"("organisation_id");

-- CreateIndex
CREATE INDEX "role_grant_person_id_idx" ON "role_grant"("person_id");

-- CreateIndex
CREATE INDEX "role_grant_organisation_id_idx" ON "role_grant"("organisation_id");

-- CreateIndex
CREATE INDEX "role_grant_granted_by_id_idx" ON "role_grant"("granted_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "practice_project_enrolment_id_key" ON "practice_project"("enrolment_id");

-- CreateIndex
CREATE UNIQUE INDEX "programme_slug_key" ON "programme"("slug");

-- CreateIndex
CREATE INDEX "programme_provider_id_idx" ON "programme"("provider_id");

-- CreateIndex
CREATE INDEX "programme_version_certifying_body_id_idx" ON "programme_version"("certifying_body_id");

-- CreateIndex
CREATE INDEX "programme_version_framework_version_id_idx" ON "programme_version"("framework_version_id");

-- CreateIndex
CREATE UNIQUE INDEX "programme_version_programme_id_number_key" ON "programme_version"("programme_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "track_programme_version_id_position_key" ON "track"("programme_version_id", "position");

-- CreateIndex
CREATE INDEX "venue_provider_id_idx" ON "venue"("provider_id");

-- CreateIndex
CREATE UNIQUE INDEX "room_venue_id_name_key" ON "room"("venue_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "session_ical_uid_key" ON "session"("ical_uid");

-- CreateIndex
CREATE INDEX "session_room_id_idx" ON "session"("room_id");

-- CreateIndex
CREATE INDEX "session_starts_at_idx" ON "session"("starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "session_cohort_id_position_key" ON "session"("cohort_id", "position");

-- CreateIndex
CREATE INDEX "session_facilitator_person_id_idx" ON "session_facilitator"("person_id");

-- CreateIndex
CREATE INDEX "session_obligation_session_id_idx" ON "session_obligation"("session_id");

-- CreateIndex
CREATE INDEX "session_obligation_track_id_idx" ON "session_obligation"("track_id");

-- CreateIndex
CREATE INDEX "sign_in_account_person_id_idx" ON "sign_in_account"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_account_issuer_subject_key" ON "sign_in_account"("issuer", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_session_token_hash_key" ON "sign_in_session"("token_hash");

-- CreateIndex
CREATE INDEX "sign_in_session_person_id_idx" ON "sign_in_session"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_token_token_hash_key" ON "sign_in_token"("token_hash");

-- CreateIndex
CREATE INDEX "sign_in_token_email_idx" ON "sign_in_token"("email");

-- CreateIndex
CREATE INDEX "audit_event_entity_entity_id_idx" ON "audit_event"("entity", "entity_id");

-- CreateIndex
CREATE INDEX "audit_event_actor_id_idx" ON "audit_event"("actor_id");

-- CreateIndex
CREATE INDEX "audit_event_at_idx" ON "audit_event"("at");

-- CreateIndex
CREATE UNIQUE INDEX "audit_event_stream_position_key" ON "audit_event"("stream", "position");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_mail_message_id_key" ON "outbox_mail"("message_id");

-- CreateIndex
CREATE INDEX "outbox_mail_state_created_at_idx" ON "outbox_mail"("state", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "demo_mail_message_id_key" ON "demo_mail"("message_id");

-- CreateIndex
CREATE INDEX "demo_mail_to_email_sent_at_idx" ON "demo_mail"("to_email", "sent_at");

-- CreateIndex
CREATE INDEX "idempotency_record_created_at_idx" ON "idempotency_record"("created_at");

-- AddForeignKey
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_funder_id_fkey" FOREIGN KEY ("funder_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_partner" ADD CONSTRAINT "agreement_partner_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_partner" ADD CONSTRAINT "agreement_partner_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat_allocation" ADD CONSTRAINT "seat_allocation_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat_allocation" ADD CONSTRAINT "seat_allocation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat_allocation" ADD CONSTRAINT "seat_allocation_track_id_fkey" FOREIGN KEY ("track_id") REFERENCES "track"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_target" ADD CONSTRAINT "role_target_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application" ADD CONSTRAINT "application_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application" ADD CONSTRAINT "application_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application" ADD CONSTRAINT "application_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application" ADD CONSTRAINT "application_track_id_fkey" FOREIGN KEY ("track_id") REFERENCES "track"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application" ADD CONSTRAINT "application_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "manager_approval" ADD CONSTRAINT "manager_approval_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waitlist_entry" ADD CONSTRAINT "waitlist_entry_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waitlist_entry" ADD CONSTRAINT "waitlist_entry_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "case_decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "certification_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_holder_id_fkey" FOREIGN KEY ("holder_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_supersedes_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "certificate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificate_document" ADD CONSTRAINT "certificate_document_certificate_id_fkey" FOREIGN KEY ("certificate_id") REFERENCES "certificate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificate_revocation" ADD CONSTRAINT "certificate_revocation_certificate_id_fkey" FOREIGN KEY ("certificate_id") REFERENCES "certificate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificate_revocation" ADD CONSTRAINT "certificate_revocation_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificate_revocation" ADD CONSTRAINT "certificate_revocation_confirmed_by_id_fkey" FOREIGN KEY ("confirmed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certification_case" ADD CONSTRAINT "certification_case_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certification_case" ADD CONSTRAINT "certification_case_certifying_body_id_fkey" FOREIGN KEY ("certifying_body_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certification_case" ADD CONSTRAINT "certification_case_framework_version_id_fkey" FOREIGN KEY ("framework_version_id") REFERENCES "framework_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certification_case" ADD CONSTRAINT "certification_case_released_by_id_fkey" FOREIGN KEY ("released_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_recommendation" ADD CONSTRAINT "case_recommendation_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "certification_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_recommendation" ADD CONSTRAINT "case_recommendation_recommender_id_fkey" FOREIGN KEY ("recommender_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_decision" ADD CONSTRAINT "case_decision_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "certification_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_decision" ADD CONSTRAINT "case_decision_decider_id_fkey" FOREIGN KEY ("decider_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_exception" ADD CONSTRAINT "case_exception_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "certification_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_exception" ADD CONSTRAINT "case_exception_written_by_id_fkey" FOREIGN KEY ("written_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_hearing" ADD CONSTRAINT "case_hearing_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "certification_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_appeal" ADD CONSTRAINT "case_appeal_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "certification_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_appeal" ADD CONSTRAINT "case_appeal_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cohort" ADD CONSTRAINT "cohort_programme_version_id_fkey" FOREIGN KEY ("programme_version_id") REFERENCES "programme_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cohort" ADD CONSTRAINT "cohort_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cohort_facilitator" ADD CONSTRAINT "cohort_facilitator_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cohort_facilitator" ADD CONSTRAINT "cohort_facilitator_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_track_id_fkey" FOREIGN KEY ("track_id") REFERENCES "track"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_replaces_id_fkey" FOREIGN KEY ("replaces_id") REFERENCES "enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat" ADD CONSTRAINT "seat_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat" ADD CONSTRAINT "seat_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat" ADD CONSTRAINT "seat_waitlist_entry_id_fkey" FOREIGN KEY ("waitlist_entry_id") REFERENCES "waitlist_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "framework" ADD CONSTRAINT "framework_certifying_body_id_fkey" FOREIGN KEY ("certifying_body_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "framework_version" ADD CONSTRAINT "framework_version_framework_id_fkey" FOREIGN KEY ("framework_id") REFERENCES "framework"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "framework_version_text" ADD CONSTRAINT "framework_version_text_framework_version_id_fkey" FOREIGN KEY ("framework_version_id") REFERENCES "framework_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "criterion" ADD CONSTRAINT "criterion_framework_version_id_fkey" FOREIGN KEY ("framework_version_id") REFERENCES "framework_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "criterion_text" ADD CONSTRAINT "criterion_text_criterion_id_fkey" FOREIGN KEY ("criterion_id") REFERENCES "criterion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "framework_approval" ADD CONSTRAINT "framework_approval_framework_version_id_fkey" FOREIGN KEY ("framework_version_id") REFERENCES "framework_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "framework_approval" ADD CONSTRAINT "framework_approval_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessor_authorisation" ADD CONSTRAINT "assessor_authorisation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessor_authorisation" ADD CONSTRAINT "assessor_authorisation_framework_version_id_fkey" FOREIGN KEY ("framework_version_id") REFERENCES "framework_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication_criterion" ADD CONSTRAINT "publication_criterion_publication_id_fkey" FOREIGN KEY ("publication_id") REFERENCES "publication"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication_criterion" ADD CONSTRAINT "publication_criterion_criterion_id_fkey" FOREIGN KEY ("criterion_id") REFERENCES "criterion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enquiry" ADD CONSTRAINT "enquiry_to_organisation_id_fkey" FOREIGN KEY ("to_organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enquiry" ADD CONSTRAINT "enquiry_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enquiry" ADD CONSTRAINT "enquiry_assigned_to_id_fkey" FOREIGN KEY ("assigned_to_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conflict_declaration" ADD CONSTRAINT "conflict_declaration_assessor_id_fkey" FOREIGN KEY ("assessor_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conflict_declaration" ADD CONSTRAINT "conflict_declaration_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation_visit" ADD CONSTRAINT "observation_visit_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation_visit" ADD CONSTRAINT "observation_visit_assessor_id_fkey" FOREIGN KEY ("assessor_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_assessor_id_fkey" FOREIGN KEY ("assessor_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "observation_visit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_amends_id_fkey" FOREIGN KEY ("amends_id") REFERENCES "observation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "criterion_rating" ADD CONSTRAINT "criterion_rating_observation_id_fkey" FOREIGN KEY ("observation_id") REFERENCES "observation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "criterion_rating" ADD CONSTRAINT "criterion_rating_criterion_id_fkey" FOREIGN KEY ("criterion_id") REFERENCES "criterion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_name" ADD CONSTRAINT "organisation_name_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "affiliation" ADD CONSTRAINT "affiliation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "affiliation" ADD CONSTRAINT "affiliation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_granted_by_id_fkey" FOREIGN KEY ("granted_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_project" ADD CONSTRAINT "practice_project_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme" ADD CONSTRAINT "programme_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_version" ADD CONSTRAINT "programme_version_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_version" ADD CONSTRAINT "programme_version_certifying_body_id_fkey" FOREIGN KEY ("certifying_body_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_version" ADD CONSTRAINT "programme_version_framework_version_id_fkey" FOREIGN KEY ("framework_version_id") REFERENCES "framework_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "track" ADD CONSTRAINT "track_programme_version_id_fkey" FOREIGN KEY ("programme_version_id") REFERENCES "programme_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "venue" ADD CONSTRAINT "venue_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room" ADD CONSTRAINT "room_venue_id_fkey" FOREIGN KEY ("venue_id") REFERENCES "venue"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_facilitator" ADD CONSTRAINT "session_facilitator_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_facilitator" ADD CONSTRAINT "session_facilitator_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_obligation" ADD CONSTRAINT "session_obligation_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_obligation" ADD CONSTRAINT "session_obligation_track_id_fkey" FOREIGN KEY ("track_id") REFERENCES "track"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_in_account" ADD CONSTRAINT "sign_in_account_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_in_session" ADD CONSTRAINT "sign_in_session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;


