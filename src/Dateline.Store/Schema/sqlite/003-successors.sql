-- Version 3: where a record went when its story was read anew. `successor` is absent for a record that was withdrawn.
CREATE TABLE successor (
  story INTEGER NOT NULL REFERENCES story (n),
  old_id TEXT NOT NULL,
  successor TEXT,
  PRIMARY KEY (story, old_id)
) WITHOUT ROWID;
