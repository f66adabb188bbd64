-- PostgreSQL lets a new word be used only after the transaction that added it: the next migration does.
ALTER TYPE case_state ADD VALUE 'discontinued';
