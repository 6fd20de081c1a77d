-- Side: 0 is the pair's first connection, 1 its second. Instants are UTC ticks (100 ns since year 1).
CREATE TABLE schema_version (
    version     INTEGER NOT NULL PRIMARY KEY,
    applied_at  INTEGER NOT NULL
) STRICT;

-- A pair and a kind, so that rows carry one small number instead of two texts.
CREATE TABLE scopes (
    scope  INTEGER NOT NULL PRIMARY KEY,
    pair   TEXT NOT NULL,
    kind   TEXT NOT NULL,
    UNIQUE (pair, kind)
) STRICT;

-- Short columns first: pages of links are read without touching overflow pages unless the bases are long.
CREATE TABLE links (
    number              INTEGER PRIMARY KEY AUTOINCREMENT,
    scope               INTEGER NOT NULL,
    first_id            TEXT NOT NULL,
    second_id           TEXT NOT NULL,
    created_at_side     INTEGER,
    linked_at           INTEGER NOT NULL,
    open_fields         TEXT,
    first_stamp         TEXT,
    second_stamp        TEXT,
    reason              TEXT NOT NULL,
    label               TEXT,
    first_fingerprint   BLOB,
    second_fingerprint  BLOB,
    first_base          BLOB,
    second_base         BLOB
) STRICT;
CREATE UNIQUE INDEX link_first ON links (scope, first_id);
CREATE UNIQUE INDEX link_second ON links (scope, second_id);
CREATE INDEX link_page ON links (scope);
CREATE INDEX link_open ON links (scope) WHERE open_fields IS NOT NULL;

CREATE TABLE unlinked (
    scope       INTEGER NOT NULL,
    side        INTEGER NOT NULL,
    id          TEXT NOT NULL,
    seen_at     INTEGER NOT NULL,
    label       TEXT,
    candidates  TEXT,
    problem     TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX unlinked_record ON unlinked (scope, side, id);
CREATE INDEX unlinked_seen ON unlinked (scope, seen_at);

CREATE TABLE intents (
    number         INTEGER PRIMARY KEY,
    pair           TEXT NOT NULL,
    kind           TEXT NOT NULL,
    token          TEXT NOT NULL,
    target         INTEGER NOT NULL,
    source_id      TEXT NOT NULL,
    natural_key    TEXT,
    newest_before  TEXT,
    expected       BLOB,
    created_at     INTEGER NOT NULL,
    UNIQUE (pair, token)
) STRICT;

CREATE TABLE parked (
    number     INTEGER PRIMARY KEY,
    scope      INTEGER NOT NULL,
    side       INTEGER NOT NULL,
    id         TEXT NOT NULL,
    attempts   INTEGER NOT NULL,
    parked_at  INTEGER NOT NULL,
    retry_at   INTEGER,
    label      TEXT,
    problem    TEXT NOT NULL,
    UNIQUE (scope, side, id)
) STRICT;

CREATE TABLE journal (
    number     INTEGER PRIMARY KEY AUTOINCREMENT,
    scope      INTEGER NOT NULL,
    run        INTEGER NOT NULL,
    side       INTEGER NOT NULL,
    id         TEXT NOT NULL,
    action     INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    reason     TEXT NOT NULL,
    field      TEXT,
    old_value  TEXT,
    new_value  TEXT
) STRICT;
CREATE INDEX journal_run ON journal (run);
CREATE INDEX journal_record ON journal (scope, side, id);

CREATE TABLE runs (
    number      INTEGER PRIMARY KEY AUTOINCREMENT,
    pair        TEXT NOT NULL,
    started_at  INTEGER NOT NULL,
    ended_at    INTEGER,
    written     INTEGER NOT NULL,
    failed      INTEGER NOT NULL,
    error       TEXT
) STRICT;
CREATE INDEX run_pair ON runs (pair);

CREATE TABLE texts (
    pair  TEXT NOT NULL,
    key   TEXT NOT NULL,
    text  TEXT NOT NULL,
    PRIMARY KEY (pair, key)
) STRICT, WITHOUT ROWID;

-- A row without a holder was released; it stays because its fencing token must go on growing.
CREATE TABLE leases (
    name           TEXT NOT NULL PRIMARY KEY,
    holder         TEXT,
    fencing_token  INTEGER NOT NULL,
    until          INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
