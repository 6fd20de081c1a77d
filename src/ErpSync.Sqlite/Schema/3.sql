-- What a run was for, plans kept by name, and the journal by time.
ALTER TABLE runs ADD COLUMN purpose INTEGER NOT NULL DEFAULT 1;

CREATE TABLE plans (
    number   INTEGER PRIMARY KEY,
    pair     TEXT NOT NULL,
    name     TEXT NOT NULL,
    made_at  INTEGER NOT NULL,
    entries  INTEGER NOT NULL,
    writes   INTEGER NOT NULL,
    content  BLOB NOT NULL,
    UNIQUE (pair, name)
) STRICT;

CREATE INDEX journal_at ON journal (at);
