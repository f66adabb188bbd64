-- Verifiable credentials of certificates, their status lists, and the daily Merkle roots (lib/badges).
-- CreateEnum
CREATE TYPE "badge_format" AS ENUM ('data_integrity', 'vc_jwt');

-- CreateEnum
CREATE TYPE "status_purpose" AS ENUM ('revocation', 'suspension');

-- CreateEnum
CREATE TYPE "transparency_kind" AS ENUM ('issued', 'revoked');

-- CreateTable
CREATE TABLE "badge_issuer" (
    "organisation_id" UUID NOT NULL,
    "owns_host" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "badge_issuer_pkey" PRIMARY KEY ("organisation_id")
);

-- CreateTable
CREATE TABLE "status_list" (
    "id" UUID NOT NULL,
    "issuer_id" UUID NOT NULL,
    "purpose" "status_purpose" NOT NULL,
    "number" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "status_list_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "status_list_entry" (
    "list_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "purpose" "status_purpose" NOT NULL,
    "certificate_id" UUID NOT NULL,

    CONSTRAINT "status_list_entry_pkey" PRIMARY KEY ("list_id","position")
);

-- CreateTable
CREATE TABLE "badge_credential" (
    "certificate_id" UUID NOT NULL,
    "issuer_id" UUID NOT NULL,
    "framework_version_id" UUID NOT NULL,
    "unsigned" JSONB NOT NULL,
    "unsigned_hash" TEXT NOT NULL,
    "reserved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "badge_credential_pkey" PRIMARY KEY ("certificate_id")
);

-- CreateTable
CREATE TABLE "badge_proof" (
    "certificate_id" UUID NOT NULL,
    "format" "badge_format" NOT NULL,
    "content" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "key_thumbprint" TEXT NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "badge_proof_pkey" PRIMARY KEY ("certificate_id","format")
);

-- CreateTable
CREATE TABLE "merkle_root" (
    "number" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "size" INTEGER NOT NULL,
    "root" TEXT NOT NULL,
    "previous_root" TEXT,
    "previous_path" TEXT[],
    "sealed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "merkle_root_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "transparency_entry" (
    "certificate_id" UUID NOT NULL,
    "kind" "transparency_kind" NOT NULL,
    "root_number" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "leaf" JSONB NOT NULL,
    "leaf_hash" TEXT NOT NULL,

    CONSTRAINT "transparency_entry_pkey" PRIMARY KEY ("certificate_id","kind")
);

-- CreateIndex
CREATE UNIQUE INDEX "status_list_issuer_id_purpose_number_key" ON "status_list"("issuer_id", "purpose", "number");

-- CreateIndex
CREATE UNIQUE INDEX "status_list_id_purpose_key" ON "status_list"("id", "purpose");

-- CreateIndex
CREATE INDEX "status_list_entry_list_id_purpose_idx" ON "status_list_entry"("list_id", "purpose");

-- CreateIndex
CREATE UNIQUE INDEX "status_list_entry_certificate_id_purpose_key" ON "status_list_entry"("certificate_id", "purpose");

-- CreateIndex
CREATE INDEX "badge_credential_issuer_id_idx" ON "badge_credential"("issuer_id");

-- CreateIndex
CREATE INDEX "badge_credential_framework_version_id_idx" ON "badge_credential"("framework_version_id");

-- CreateIndex
CREATE UNIQUE INDEX "merkle_root_day_key" ON "merkle_root"("day");

-- CreateIndex
CREATE UNIQUE INDEX "merkle_root_previous_root_key" ON "merkle_root"("previous_root");

-- CreateIndex
CREATE UNIQUE INDEX "transparency_entry_root_number_position_key" ON "transparency_entry"("root_number", "position");

-- AddForeignKey
ALTER TABLE "badge_issuer" ADD CONSTRAINT "badge_issuer_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status_list" ADD CONSTRAINT "status_list_issuer_id_fkey" FOREIGN KEY ("issuer_id") REFERENCES "badge_issuer"("organisation_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status_list_entry" ADD CONSTRAINT "status_list_entry_list_id_purpose_fkey" FOREIGN KEY ("list_id", "purpose") REFERENCES "status_list"("id", "purpose") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "status_list_entry" ADD CONSTRAINT "status_list_entry_certificate_id_fkey" FOREIGN KEY ("certificate_id") REFERENCES "certificate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "badge_credential" ADD CONSTRAINT "badge_credential_certificate_id_fkey" FOREIGN KEY ("certificate_id") REFERENCES "certificate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "badge_credential" ADD CONSTRAINT "badge_credential_issuer_id_fkey" FOREIGN KEY ("issuer_id") REFERENCES "badge_issuer"("organisation_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "badge_credential" ADD CONSTRAINT "badge_credential_framework_version_id_fkey" FOREIGN KEY ("framework_version_id") REFERENCES "framework_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "badge_proof" ADD CONSTRAINT "badge_proof_certificate_id_fkey" FOREIGN KEY ("certificate_id") REFERENCES "badge_credential"("certificate_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transparency_entry" ADD CONSTRAINT "transparency_entry_certificate_id_fkey" FOREIGN KEY ("certificate_id") REFERENCES "certificate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transparency_entry" ADD CONSTRAINT "transparency_entry_root_number_fkey" FOREIGN KEY ("root_number") REFERENCES "merkle_root"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand from here on -----------------------------------------------------------------------------------------

-- The host's own DID is one body's.
CREATE UNIQUE INDEX badge_issuer_one_host ON badge_issuer (owns_host) WHERE owns_host;

ALTER TABLE status_list ADD CONSTRAINT status_list_number CHECK (number >= 1);
-- W3C Bitstring Status List 1.0, 6.1: at least 131,072 bits; all lists have exactly that many (lib/badges/rules/status-list.ts).
ALTER TABLE status_list_entry ADD CONSTRAINT status_list_entry_position CHECK (position BETWEEN 0 AND 131071);
ALTER TABLE badge_credential
  ADD CONSTRAINT badge_credential_hash CHECK (unsigned_hash ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT badge_credential_unsigned CHECK (NOT unsigned ? 'proof');
ALTER TABLE badge_proof
  ADD CONSTRAINT badge_proof_hash CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT badge_proof_content CHECK (content <> '');
ALTER TABLE merkle_root
  ADD CONSTRAINT merkle_root_hashes CHECK (root ~ '^[0-9a-f]{64}$' AND previous_root ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT merkle_root_first CHECK ((number = 1) = (previous_root IS NULL) AND number >= 1 AND size >= 1);
ALTER TABLE transparency_entry ADD CONSTRAINT transparency_entry_hash CHECK (leaf_hash ~ '^[0-9a-f]{64}$');

-- Signed once, given out once, published once.
CREATE TRIGGER badge_issuer_append_only BEFORE UPDATE OR DELETE ON badge_issuer FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER status_list_append_only BEFORE UPDATE OR DELETE ON status_list FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER status_list_entry_append_only BEFORE UPDATE OR DELETE ON status_list_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER badge_credential_append_only BEFORE UPDATE OR DELETE ON badge_credential FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER badge_proof_append_only BEFORE UPDATE OR DELETE ON badge_proof FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER merkle_root_append_only BEFORE UPDATE OR DELETE ON merkle_root FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER transparency_entry_append_only BEFORE UPDATE OR DELETE ON transparency_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A credential is signed with both of its status bits, under the body that certified.
CREATE FUNCTION badge_credential_complete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(*) FROM status_list_entry e JOIN status_list l ON l.id = e.list_id
      WHERE e.certificate_id = NEW.certificate_id AND l.issuer_id = NEW.issuer_id) <> 2
     OR NOT EXISTS (SELECT 1 FROM certificate c JOIN certification_case k ON k.id = c.case_id
                    WHERE c.id = NEW.certificate_id AND k.certifying_body_id = NEW.issuer_id
                      AND k.framework_version_id = NEW.framework_version_id) THEN
    RAISE EXCEPTION 'a credential has its two status bits under the body that certified [badge_credential_complete]' USING ERRCODE = 'P0001', CONSTRAINT = 'badge_credential_complete';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER badge_credential_complete BEFORE INSERT ON badge_credential
  FOR EACH ROW EXECUTE FUNCTION badge_credential_complete();

-- Roots follow each other without a gap, each naming the one before, on later and later days.
CREATE FUNCTION merkle_root_follows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE newest merkle_root;
BEGIN
  SELECT * INTO newest FROM merkle_root ORDER BY number DESC LIMIT 1;
  IF NEW.number <> coalesce(newest.number, 0) + 1 OR NEW.previous_root IS DISTINCT FROM newest.root OR NEW.day <= newest.day THEN
    RAISE EXCEPTION 'a root follows the one before [merkle_root_follows]' USING ERRCODE = 'P0001', CONSTRAINT = 'merkle_root_follows';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER merkle_root_follows BEFORE INSERT ON merkle_root FOR EACH ROW EXECUTE FUNCTION merkle_root_follows();
