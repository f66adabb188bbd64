-- Signing in: what somebody sees of their sessions, and the question for a name at the first sign-in by a link.
ALTER TABLE sign_in_session ADD COLUMN device TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN welcomed_at TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP;

-- How often something was asked for, per address and per client (rate-limiter-flexible's own three columns).
CREATE TABLE rate_limit (
  key VARCHAR(255) NOT NULL,
  points INTEGER NOT NULL DEFAULT 0,
  expire BIGINT,
  CONSTRAINT rate_limit_pkey PRIMARY KEY (key)
);
CREATE INDEX rate_limit_expire_idx ON rate_limit (expire);

-- When a queued mail is due: at once, or after a failed attempt or a claim.
ALTER TABLE outbox_mail ADD COLUMN next_attempt_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
DROP INDEX outbox_mail_state_created_at_idx;
CREATE INDEX outbox_mail_state_next_attempt_at_idx ON outbox_mail (state, next_attempt_at);
ALTER TABLE outbox_mail
  ADD CONSTRAINT outbox_mail_sent_at CHECK ((state = 'sent') = (sent_at IS NOT NULL)),
  ADD CONSTRAINT outbox_mail_secret_emptied CHECK (state = 'queued' OR sealed IS NULL),
  ADD CONSTRAINT outbox_mail_failed_with_reason CHECK (state <> 'failed' OR last_error <> '');

-- The audit trail of the installation is read newest first.
CREATE INDEX audit_event_action_idx ON audit_event (action);
