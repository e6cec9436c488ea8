-- Version 1 of the store. Records are only ever added: a row of story and all that hangs on it never changes.
CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

-- A story as read once. `hash` is made of key, input and coder, so that adding the same twice finds the row that is there.
CREATE TABLE story (
  n INTEGER PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  key TEXT NOT NULL,
  id TEXT NOT NULL,
  text_hash TEXT NOT NULL,
  supersedes INTEGER REFERENCES story (n),
  copy_of INTEGER REFERENCES story (n),
  outlet TEXT,
  url TEXT,
  language TEXT,
  file TEXT,
  section TEXT,
  headline TEXT,
  published TEXT,
  day INTEGER,
  dateline_place TEXT,
  statements INTEGER NOT NULL,
  events INTEGER NOT NULL,
  added TEXT NOT NULL,
  record BLOB NOT NULL
);
CREATE INDEX story_key ON story (key, n);
CREATE INDEX story_supersedes ON story (supersedes) WHERE supersedes IS NOT NULL;
CREATE INDEX story_text ON story (text_hash, n);
CREATE INDEX story_day ON story (day, n);
CREATE INDEX story_outlet ON story (outlet, day);

CREATE VIRTUAL TABLE words USING fts5 (headline, text, content = '', tokenize = 'unicode61 remove_diacritics 2');

CREATE TABLE statement (
  n INTEGER PRIMARY KEY,
  story INTEGER NOT NULL REFERENCES story (n),
  id TEXT NOT NULL,
  act TEXT NOT NULL,
  speaker TEXT,
  speaker_words TEXT,
  speaker_country TEXT,
  speaker_sector TEXT,
  form TEXT NOT NULL,
  polarity TEXT NOT NULL,
  certainty TEXT NOT NULL,
  stance TEXT NOT NULL,
  cue TEXT,
  content TEXT NOT NULL,
  content_start INTEGER,
  content_end INTEGER,
  addressee TEXT,
  parent TEXT,
  repeats TEXT,
  confidence REAL NOT NULL,
  rule TEXT NOT NULL
);
CREATE INDEX statement_story ON statement (story);
CREATE INDEX statement_speaker ON statement (speaker COLLATE NOCASE, story);
CREATE INDEX statement_act ON statement (act, story);

CREATE TABLE event (
  n INTEGER PRIMARY KEY,
  story INTEGER NOT NULL REFERENCES story (n),
  id TEXT NOT NULL,
  plover TEXT NOT NULL,
  mode TEXT,
  cameo TEXT,
  quad INTEGER,
  goldstein REAL,
  status TEXT NOT NULL,
  modality TEXT NOT NULL,
  polarity TEXT NOT NULL,
  background INTEGER NOT NULL,
  aggregate INTEGER NOT NULL,
  attribution TEXT,
  country TEXT,
  place TEXT,
  place_precision TEXT,
  latitude REAL,
  longitude REAL,
  "start" INTEGER,
  "end" INTEGER,
  when_basis TEXT,
  words TEXT NOT NULL,
  words_start INTEGER NOT NULL,
  words_end INTEGER NOT NULL,
  confidence REAL NOT NULL,
  rule TEXT NOT NULL
);
CREATE INDEX event_story ON event (story);
CREATE INDEX event_plover ON event (plover, story);
CREATE INDEX event_country ON event (country, plover);

-- Who acts (side actor) and upon whom (side recipient).
CREATE TABLE party (
  event INTEGER NOT NULL REFERENCES event (n),
  story INTEGER NOT NULL REFERENCES story (n),
  side TEXT NOT NULL,
  name TEXT NOT NULL,
  country TEXT,
  sector TEXT,
  organization TEXT
);
CREATE INDEX party_event ON party (event);
CREATE INDEX party_name ON party (name COLLATE NOCASE, side);
CREATE INDEX party_country ON party (country, side);

-- Points of events that happened in a town or at a spot; what is less exact has none.
CREATE VIRTUAL TABLE event_point USING rtree (event, min_latitude, max_latitude, min_longitude, max_longitude);

CREATE TABLE entity (
  story INTEGER NOT NULL REFERENCES story (n),
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  country TEXT,
  sector TEXT,
  role TEXT,
  wikidata TEXT,
  mentions INTEGER NOT NULL,
  PRIMARY KEY (story, id)
) WITHOUT ROWID;
CREATE INDEX entity_name ON entity (name COLLATE NOCASE, story);

CREATE TABLE place (
  story INTEGER NOT NULL REFERENCES story (n),
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  country TEXT,
  admin1 TEXT,
  precision TEXT,
  latitude REAL,
  longitude REAL,
  geonames INTEGER,
  disputed INTEGER NOT NULL,
  PRIMARY KEY (story, id)
) WITHOUT ROWID;
CREATE INDEX place_name ON place (name COLLATE NOCASE, story);

-- What is in force: stories that no newer version supersedes. These are the views to publish.
CREATE VIEW current_story AS
SELECT * FROM story s WHERE NOT EXISTS (SELECT 1 FROM story later WHERE later.supersedes = s.n);
CREATE VIEW current_statement AS
SELECT s.id AS story_id, s.outlet, s.day, x.* FROM statement x JOIN current_story s ON s.n = x.story;
CREATE VIEW current_event AS
SELECT s.id AS story_id, s.outlet, s.day, x.* FROM event x JOIN current_story s ON s.n = x.story;
