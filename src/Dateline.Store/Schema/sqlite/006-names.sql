-- Version 6: every name once, with its words, so that a part of a name is found without looking at each record; and records by country.
CREATE TABLE name (
  n INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
);
CREATE VIRTUAL TABLE names USING fts5 (name, content = 'name', content_rowid = 'n', tokenize = 'unicode61 remove_diacritics 2');
CREATE TRIGGER name_added AFTER INSERT ON name BEGIN INSERT INTO names (rowid, name) VALUES (new.n, new.name); END;
INSERT OR IGNORE INTO name (name)
SELECT speaker FROM statement WHERE speaker IS NOT NULL UNION SELECT addressee FROM statement WHERE addressee IS NOT NULL UNION SELECT name FROM party UNION SELECT name FROM entity UNION SELECT name FROM place;
CREATE INDEX statement_country ON statement (speaker_country, story) WHERE speaker_country IS NOT NULL;
CREATE INDEX entity_country ON entity (country, story) WHERE country IS NOT NULL;
CREATE INDEX place_country ON place (country, story) WHERE country IS NOT NULL;
CREATE INDEX event_where ON event (country, story) WHERE country IS NOT NULL;
