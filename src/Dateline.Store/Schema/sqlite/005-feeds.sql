-- Version 5: feeds that are watched, and when each is asked again.
CREATE TABLE feed (
  url TEXT PRIMARY KEY,
  etag TEXT,
  last_modified TEXT,
  due TEXT NOT NULL,
  failures INTEGER NOT NULL,
  gone INTEGER NOT NULL,
  asked TEXT NOT NULL,
  error TEXT
) WITHOUT ROWID;
