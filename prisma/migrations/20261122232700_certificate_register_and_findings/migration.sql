-- The public register is searched by a piece of a name, and read newest first; only what holds can be in it. Of 100,000 certificates a
-- name takes a millisecond, a page as well; the end of validity is in the index so that counting reads nothing else.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX certificate_holder_name_idx ON certificate USING gin ((payload #>> '{holder,name}') gin_trgm_ops) WHERE state = 'issued';
CREATE INDEX certificate_newest_idx ON certificate (issued_at DESC, id DESC) INCLUDE (valid_until) WHERE state = 'issued';
-- Of those who are listed there are few among all; the visibility alone would lead to every one of them.
CREATE INDEX certificate_sharing_public_idx ON certificate_sharing (certificate_id) WHERE visibility = 'public';

-- A PDF is compressed: trying to compress it once more costs and gains nothing.
ALTER TABLE certificate_document ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- What the nightly check found wrong and has told the people concerned: nobody is told the same thing every night.
CREATE TABLE certificate_finding_told (
    fingerprint TEXT NOT NULL,
    told_at TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT certificate_finding_told_pkey PRIMARY KEY (fingerprint),
    CONSTRAINT certificate_finding_told_hash CHECK (fingerprint ~ '^[0-9a-f]{64}$')
);
