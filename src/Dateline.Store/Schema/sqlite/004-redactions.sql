-- Version 4: who was taken out, as hashes of their names, so that stories added later are redacted too and the names stand nowhere.
CREATE TABLE redaction (
  name_hash TEXT PRIMARY KEY,
  made TEXT NOT NULL
) WITHOUT ROWID;
