-- State: 0 waits, 1 dead letter, 2 skipped until it changes, 3 skipped for good. Fingerprint: of the content that failed.
ALTER TABLE parked ADD COLUMN state INTEGER NOT NULL DEFAULT 0;
ALTER TABLE parked ADD COLUMN fingerprint TEXT;
