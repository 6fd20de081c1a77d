-- Links of which one record is known to be deleted; few, so the index is small.
ALTER TABLE links ADD COLUMN gone_at_side INTEGER;
CREATE INDEX link_gone ON links (scope, gone_at_side) WHERE gone_at_side IS NOT NULL;

CREATE TABLE tombstones (
    number       INTEGER PRIMARY KEY,
    scope        INTEGER NOT NULL,
    first_id     TEXT NOT NULL,
    second_id    TEXT NOT NULL,
    deleted_at_side  INTEGER,
    key_hash     TEXT,
    label        TEXT,
    reason       TEXT NOT NULL,
    at           INTEGER NOT NULL,
    used_at      INTEGER NOT NULL,
    first_base   BLOB,
    second_base  BLOB,
    UNIQUE (scope, first_id, second_id)
) STRICT;
CREATE INDEX tombstone_second ON tombstones (scope, second_id);
CREATE INDEX tombstone_key ON tombstones (scope, key_hash) WHERE key_hash IS NOT NULL;
CREATE INDEX tombstone_used ON tombstones (scope, used_at);
