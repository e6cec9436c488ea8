-- Version 2: what the pages look for. A story by its id, and events by when they happened.
CREATE INDEX story_id ON story (id, n);
CREATE INDEX event_start ON event ("start", story);
