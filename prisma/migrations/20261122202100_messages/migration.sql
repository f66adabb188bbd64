-- What staff write to the people of a cohort: templates, what is to be sent and when, and whom it went to.
CREATE TYPE message_audience AS ENUM ('participants', 'facilitators', 'applicants', 'everybody');
CREATE TYPE message_state AS ENUM ('scheduled', 'sent', 'cancelled');
CREATE TYPE reminder_kind AS ENUM ('session', 'deadline');

CREATE TABLE message_template (
  id UUID NOT NULL,
  cohort_id UUID NOT NULL,
  name TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT message_template_pkey PRIMARY KEY (id),
  CONSTRAINT message_template_cohort_id_fkey FOREIGN KEY (cohort_id) REFERENCES cohort (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT message_template_named CHECK (btrim(name) <> '')
);
CREATE UNIQUE INDEX message_template_cohort_id_name_key ON message_template (cohort_id, name);

CREATE TABLE message_text (
  template_id UUID NOT NULL,
  locale locale NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  CONSTRAINT message_text_pkey PRIMARY KEY (template_id, locale),
  CONSTRAINT message_text_template_id_fkey FOREIGN KEY (template_id) REFERENCES message_template (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT message_text_written CHECK (btrim(subject) <> '' AND btrim(body) <> '')
);

CREATE TABLE message_reminder (
  id UUID NOT NULL,
  template_id UUID NOT NULL,
  kind reminder_kind NOT NULL,
  hours_before INTEGER NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT message_reminder_pkey PRIMARY KEY (id),
  CONSTRAINT message_reminder_template_id_fkey FOREIGN KEY (template_id) REFERENCES message_template (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT message_reminder_hours CHECK (hours_before BETWEEN 1 AND 1440)
);
CREATE UNIQUE INDEX message_reminder_template_id_kind_hours_before_key ON message_reminder (template_id, kind, hours_before);

CREATE TABLE message (
  id UUID NOT NULL,
  cohort_id UUID NOT NULL,
  template_name TEXT NOT NULL,
  session_id UUID,
  reminder_id UUID,
  audience message_audience NOT NULL,
  state message_state NOT NULL DEFAULT 'scheduled',
  version INTEGER NOT NULL DEFAULT 1,
  send_at TIMESTAMPTZ(3) NOT NULL,
  created_by_id UUID,
  created_at TIMESTAMPTZ(3) NOT NULL,
  sent_at TIMESTAMPTZ(3),
  -- What makes a reminder one: the reminder with the session or the day it is about.
  once_key TEXT,
  CONSTRAINT message_pkey PRIMARY KEY (id),
  CONSTRAINT message_cohort_id_fkey FOREIGN KEY (cohort_id) REFERENCES cohort (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT message_session_id_fkey FOREIGN KEY (session_id) REFERENCES session (id) ON DELETE SET NULL ON UPDATE CASCADE,
  CONSTRAINT message_reminder_id_fkey FOREIGN KEY (reminder_id) REFERENCES message_reminder (id) ON DELETE SET NULL ON UPDATE CASCADE,
  CONSTRAINT message_created_by_id_fkey FOREIGN KEY (created_by_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT message_sent_at CHECK ((state = 'sent') = (sent_at IS NOT NULL))
);
CREATE UNIQUE INDEX message_once_key_key ON message (once_key);
CREATE INDEX message_cohort_id_idx ON message (cohort_id);
CREATE INDEX message_session_id_idx ON message (session_id);
CREATE INDEX message_reminder_id_idx ON message (reminder_id);
CREATE INDEX message_created_by_id_idx ON message (created_by_id);
CREATE INDEX message_state_send_at_idx ON message (state, send_at);

-- The words of a message, as they were when it was scheduled: a template changed afterwards does not change it.
CREATE TABLE message_wording (
  message_id UUID NOT NULL,
  locale locale NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  CONSTRAINT message_wording_pkey PRIMARY KEY (message_id, locale),
  CONSTRAINT message_wording_message_id_fkey FOREIGN KEY (message_id) REFERENCES message (id) ON DELETE CASCADE ON UPDATE CASCADE
);

-- Whom a message went to: a person once (primary key), by which mail. Whether it arrived is in the outbox.
CREATE TABLE message_recipient (
  message_id UUID NOT NULL,
  person_id UUID NOT NULL,
  mail_id UUID NOT NULL,
  CONSTRAINT message_recipient_pkey PRIMARY KEY (message_id, person_id),
  CONSTRAINT message_recipient_message_id_fkey FOREIGN KEY (message_id) REFERENCES message (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT message_recipient_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX message_recipient_mail_id_key ON message_recipient (mail_id);
CREATE INDEX message_recipient_person_id_idx ON message_recipient (person_id);

INSERT INTO state_transition (machine, from_state, to_state) VALUES
  ('message', 'scheduled', 'sent'),
  ('message', 'scheduled', 'cancelled');
CREATE TRIGGER message_transition BEFORE UPDATE OF state ON message
  FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION legal_transition();
