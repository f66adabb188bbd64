-- A word of its own: it can be used only once the migration that adds it has ended.
ALTER TYPE case_step_kind ADD VALUE 'released';
