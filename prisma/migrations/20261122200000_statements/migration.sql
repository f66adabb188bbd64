-- The statements that the law asks for, as an administrator words them (lib/statements).

CREATE TYPE statement_name AS ENUM ('accessibility', 'privacy');

CREATE TABLE statement_wording (
    name statement_name NOT NULL,
    locale locale NOT NULL,
    number INTEGER NOT NULL,
    lead TEXT NOT NULL,
    body TEXT NOT NULL,
    worded_at TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT statement_wording_pkey PRIMARY KEY (name, locale, number),
    CONSTRAINT statement_wording_number CHECK (number > 0),
    CONSTRAINT statement_wording_lead CHECK (btrim(lead) <> ''),
    CONSTRAINT statement_wording_body CHECK (btrim(body) <> '')
);

-- What stood on the page on a day stays known: wordings are added, never changed.
CREATE FUNCTION statement_wording_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a wording is never changed' USING ERRCODE = 'check_violation', CONSTRAINT = 'statement_wording_kept';
END $$;
CREATE TRIGGER statement_wording_kept BEFORE UPDATE OR DELETE ON statement_wording FOR EACH ROW EXECUTE FUNCTION statement_wording_kept();
