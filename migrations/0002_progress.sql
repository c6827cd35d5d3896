-- How far the reading of each article has come, derived: what the list of articles is sorted and filtered by. The numbers are
-- those in the words of its newest revision that may be figures, as [start, end] in code points; one is left until a figure of a
-- statement that is not dismissed lies over it.
CREATE TABLE progress (
  article_id   TEXT PRIMARY KEY NOT NULL,
  numbers      TEXT NOT NULL CHECK (json_valid(numbers)),
  numbers_left INTEGER NOT NULL,
  statements   INTEGER NOT NULL,            -- of all its revisions, drafts too
  drafts       INTEGER NOT NULL
) STRICT;
