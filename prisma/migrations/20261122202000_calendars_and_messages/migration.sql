-- A person's own calendar, to be subscribed to: whoever has the address reads it, so only a hash of its secret is kept.
CREATE TABLE calendar_feed (
  id UUID NOT NULL,
  person_id UUID NOT NULL,
  token_hash TEXT NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL,
  last_read_at TIMESTAMPTZ(3),
  revoked_at TIMESTAMPTZ(3),
  CONSTRAINT calendar_feed_pkey PRIMARY KEY (id),
  CONSTRAINT calendar_feed_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT calendar_feed_token_hash CHECK (token_hash ~ '^[0-9a-f]{64}$'),
  CONSTRAINT calendar_feed_revoked_later CHECK (revoked_at >= created_at)
);
CREATE UNIQUE INDEX calendar_feed_token_hash_key ON calendar_feed (token_hash);
CREATE INDEX calendar_feed_person_id_idx ON calendar_feed (person_id);
-- One address in force at a time: a new one ends the one before.
CREATE UNIQUE INDEX calendar_feed_one_in_force ON calendar_feed (person_id) WHERE revoked_at IS NULL;

CREATE TYPE invitation_answer AS ENUM ('accepted', 'declined', 'tentative');
CREATE TYPE answer_channel AS ENUM ('link', 'mail');

-- What somebody answered to an invitation; the newest counts. Which version of the session or visit they saw is its SEQUENCE.
CREATE TABLE calendar_answer (
  id UUID NOT NULL,
  person_id UUID NOT NULL,
  session_id UUID,
  visit_id UUID,
  answer invitation_answer NOT NULL,
  sequence INTEGER NOT NULL,
  channel answer_channel NOT NULL,
  answered_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT calendar_answer_pkey PRIMARY KEY (id),
  CONSTRAINT calendar_answer_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT calendar_answer_session_id_fkey FOREIGN KEY (session_id) REFERENCES session (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT calendar_answer_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES observation_visit (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT calendar_answer_one_thing CHECK (num_nonnulls(session_id, visit_id) = 1),
  CONSTRAINT calendar_answer_sequence CHECK (sequence >= 0)
);
CREATE UNIQUE INDEX calendar_answer_session_id_person_id_key ON calendar_answer (session_id, person_id);
CREATE UNIQUE INDEX calendar_answer_visit_id_person_id_key ON calendar_answer (visit_id, person_id);
CREATE INDEX calendar_answer_person_id_idx ON calendar_answer (person_id);

-- That somebody was sent the sessions of the cohort they came to, and told that they are off it: each once.
CREATE TABLE enrolment_notice (
  enrolment_id UUID NOT NULL,
  invited_at TIMESTAMPTZ(3),
  ended_at TIMESTAMPTZ(3),
  CONSTRAINT enrolment_notice_pkey PRIMARY KEY (enrolment_id),
  CONSTRAINT enrolment_notice_enrolment_id_fkey FOREIGN KEY (enrolment_id) REFERENCES enrolment (id) ON DELETE CASCADE ON UPDATE CASCADE
);
-- Those who came before there were invitations are left in peace.
INSERT INTO enrolment_notice (enrolment_id, invited_at, ended_at)
SELECT id, CURRENT_TIMESTAMP, CASE WHEN ended_at IS NULL THEN NULL ELSE CURRENT_TIMESTAMP END FROM enrolment;

-- The demo's mailbox shows invitations too.
ALTER TABLE demo_mail ADD COLUMN calendar TEXT[] DEFAULT ARRAY[]::TEXT[];
