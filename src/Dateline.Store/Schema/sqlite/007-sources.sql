-- Version 7: what the page of sources tells of watched feeds, so that no record is read for it: when their stories were published and when they were read.
CREATE INDEX story_feed ON story (file, added, published, outlet, supersedes) WHERE file >= 'http' AND file < 'httq';
