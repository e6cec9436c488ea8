-- Version 2: what the pages look for. A story by its id, and events by when they happened.
CREATE INDEX story_id ON story (id, n);
CREATE INDEX event_start ON event ("start", story);
CREATE INDEX statement_addressee ON statement (addressee COLLATE NOCASE, story) WHERE addressee IS NOT NULL;
-- What the page of sources counts, so that no record is read for it.
CREATE INDEX story_source ON story (outlet, day, language, copy_of, statements, events, added);
