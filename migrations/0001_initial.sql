-- Onrecord project file, schema 1.
--
-- Ids are UUIDv7 in lower-case text, so that they sort by the time they were made. Times are RFC 3339 UTC, whole seconds;
-- dates are kept as given (2022, 2022-01, 2022-01-09 or RFC 3339). Numbers are plain decimals in text, never floats. Offsets
-- are Unicode code points into the canonical text, the end exclusive. A *_key column holds a name folded for matching.
-- Lists are JSON arrays. NULL is "not given", never zero.
--
-- Everything above "journal" is written through the write gate alone, which leaves one row in `change` for each row it
-- touches; originals and canonical texts are named by their SHA-256 and only ever added.

-- The project: exactly one row.
CREATE TABLE project (
  id         TEXT PRIMARY KEY NOT NULL,
  only       INTEGER NOT NULL DEFAULT 1 UNIQUE CHECK (only = 1),
  title      TEXT NOT NULL,
  method     TEXT,                          -- inclusion rules and definitions, in the recorder's words
  created_at TEXT NOT NULL
) STRICT;

-- Originals as they came: zlib-compressed, under the SHA-256 of the uncompressed bytes.
CREATE TABLE original (
  sha256     TEXT PRIMARY KEY NOT NULL CHECK (length(sha256) = 64),
  size       INTEGER NOT NULL CHECK (size >= 0),     -- bytes before compression
  compressed BLOB NOT NULL
) STRICT;

-- Canonical texts under their own SHA-256.
CREATE TABLE canonical (
  sha256 TEXT PRIMARY KEY NOT NULL CHECK (length(sha256) = 64),
  text   TEXT NOT NULL
) STRICT;

-- Places, a tree: the path "Kazakhstan > Almaty" names each place under the one before it.
CREATE TABLE place (
  id        TEXT PRIMARY KEY NOT NULL,
  name      TEXT NOT NULL CHECK (name <> ''),
  name_key  TEXT NOT NULL,
  parent_id TEXT REFERENCES place (id) CHECK (parent_id <> id)
) STRICT;
CREATE INDEX place_name ON place (name_key);
CREATE INDEX place_parent ON place (parent_id);

-- What the figures are about.
CREATE TABLE event (
  id           TEXT PRIMARY KEY NOT NULL,
  name         TEXT NOT NULL CHECK (name <> ''),
  name_key     TEXT NOT NULL,
  place_id     TEXT REFERENCES place (id),
  period_start TEXT,
  period_end   TEXT,
  inclusion    TEXT,                        -- who counts as its victim
  parent_id    TEXT REFERENCES event (id) CHECK (parent_id <> id)
) STRICT;
CREATE INDEX event_name ON event (name_key);
CREATE INDEX event_place ON event (place_id);
CREATE INDEX event_parent ON event (parent_id);

-- Bodies that speak: the issuers of figures, and those who pass them on.
CREATE TABLE source (
  id                 TEXT PRIMARY KEY NOT NULL,
  name               TEXT NOT NULL CHECK (name <> ''),
  name_key           TEXT NOT NULL,
  kind               TEXT NOT NULL DEFAULT 'other',  -- a word of the vocabulary source_kind
  parent_id          TEXT REFERENCES source (id) CHECK (parent_id <> id),
  country            TEXT,
  reliability        TEXT CHECK (reliability IN ('A', 'B', 'C', 'D', 'E', 'F')),
  reliability_reason TEXT,
  reliability_date   TEXT,
  party              INTEGER NOT NULL DEFAULT 0 CHECK (party IN (0, 1)),   -- party to the conflict
  notes              TEXT
) STRICT;
CREATE INDEX source_name ON source (name_key);
CREATE INDEX source_parent ON source (parent_id);

-- "relies on": the first has its figures from the second.
CREATE TABLE reliance (
  id           TEXT PRIMARY KEY NOT NULL,
  source_id    TEXT NOT NULL REFERENCES source (id),
  relies_on_id TEXT NOT NULL REFERENCES source (id) CHECK (relies_on_id <> source_id),
  UNIQUE (source_id, relies_on_id)
) STRICT;
CREATE INDEX reliance_on ON reliance (relies_on_id);

-- Persons who speak. Their roles are those that statements give them, each with its source and its time.
CREATE TABLE speaker (
  id       TEXT PRIMARY KEY NOT NULL,
  name     TEXT NOT NULL CHECK (name <> ''),
  name_key TEXT NOT NULL,
  notes    TEXT
) STRICT;
CREATE INDEX speaker_name ON speaker (name_key);

-- Words of the project's own vocabularies, beside those the program knows. A word's rules are its parent's.
CREATE TABLE word (
  id         TEXT PRIMARY KEY NOT NULL,
  vocabulary TEXT NOT NULL CHECK (vocabulary IN ('measure', 'severity', 'group', 'basis', 'source_kind', 'unit')),
  word       TEXT NOT NULL CHECK (word <> ''),
  parent     TEXT CHECK (parent <> word),
  UNIQUE (vocabulary, word)
) STRICT;

-- Other names of a source, speaker, place or group: of exactly one of them.
CREATE TABLE alias (
  id         TEXT PRIMARY KEY NOT NULL,
  source_id  TEXT REFERENCES source (id),
  speaker_id TEXT REFERENCES speaker (id),
  place_id   TEXT REFERENCES place (id),
  group_word TEXT,                          -- a word of the vocabulary group
  name       TEXT NOT NULL CHECK (name <> ''),
  name_key   TEXT NOT NULL,
  CHECK ((source_id IS NOT NULL) + (speaker_id IS NOT NULL) + (place_id IS NOT NULL) + (group_word IS NOT NULL) = 1)
) STRICT;
CREATE INDEX alias_name ON alias (name_key);
CREATE INDEX alias_source ON alias (source_id) WHERE source_id IS NOT NULL;
CREATE INDEX alias_speaker ON alias (speaker_id) WHERE speaker_id IS NOT NULL;
CREATE INDEX alias_place ON alias (place_id) WHERE place_id IS NOT NULL;

-- Something published. Its text is in its revisions.
CREATE TABLE article (
  id           TEXT PRIMARY KEY NOT NULL,
  title        TEXT NOT NULL,
  outlet       TEXT,
  authors      TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(authors)),
  url          TEXT,
  archive_url  TEXT,
  language     TEXT,                        -- ISO 639-1
  direction    TEXT NOT NULL DEFAULT 'ltr' CHECK (direction IN ('ltr', 'rtl')),
  published_at TEXT,
  event_id     TEXT REFERENCES event (id),  -- default for its statements
  confidential INTEGER NOT NULL DEFAULT 0 CHECK (confidential IN (0, 1))
) STRICT;
CREATE INDEX article_event ON article (event_id);
CREATE INDEX article_url ON article (url) WHERE url IS NOT NULL;
CREATE INDEX article_title ON article (title);
CREATE INDEX article_language ON article (language);

-- One frozen capture of an article.
CREATE TABLE revision (
  id              TEXT PRIMARY KEY NOT NULL,
  article_id      TEXT NOT NULL REFERENCES article (id),
  previous_id     TEXT REFERENCES revision (id) CHECK (previous_id <> id),
  media_type      TEXT NOT NULL,
  original_sha256 TEXT NOT NULL REFERENCES original (sha256),
  text_sha256     TEXT NOT NULL REFERENCES canonical (sha256),
  blocks          TEXT NOT NULL CHECK (json_valid(blocks)),   -- [{"kind", "start", "end"}]
  retrieved_at    TEXT NOT NULL
) STRICT;
CREATE INDEX revision_article ON revision (article_id);
CREATE INDEX revision_original ON revision (original_sha256);
CREATE INDEX revision_text ON revision (text_sha256);
CREATE INDEX revision_previous ON revision (previous_id) WHERE previous_id IS NOT NULL;

-- Marked words and who stands behind them. The anchor is quote + 32 code points of prefix and suffix + position.
CREATE TABLE statement (
  id                TEXT PRIMARY KEY NOT NULL,
  revision_id       TEXT NOT NULL REFERENCES revision (id),
  start             INTEGER NOT NULL CHECK (start >= 0),
  "end"             INTEGER NOT NULL,
  quote             TEXT NOT NULL CHECK (quote <> ''),
  prefix            TEXT NOT NULL,
  suffix            TEXT NOT NULL,
  page              TEXT,
  modality          TEXT NOT NULL CHECK (modality IN ('direct', 'indirect', 'document', 'unattributed')),
  speaker_id        TEXT REFERENCES speaker (id),
  speaker_role      TEXT,                   -- as stated in the article
  source_id         TEXT REFERENCES source (id),
  source_as_written TEXT,
  source_quote      TEXT,
  stated_at         TEXT,
  event_id          TEXT REFERENCES event (id),
  quote_translation TEXT,
  translation_lang  TEXT,
  translated_by     TEXT,
  note              TEXT NOT NULL DEFAULT '',
  tags              TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(tags)),
  status            TEXT NOT NULL CHECK (status IN ('draft', 'accepted', 'dismissed')),
  confidential      INTEGER NOT NULL DEFAULT 0 CHECK (confidential IN (0, 1)),
  recorded_by       TEXT NOT NULL,
  second_reader     TEXT,
  created_at        TEXT NOT NULL,
  updated_at        TEXT NOT NULL,
  CHECK ("end" > start)
) STRICT;
CREATE INDEX statement_place ON statement (revision_id, start, id);
CREATE INDEX statement_speaker ON statement (speaker_id) WHERE speaker_id IS NOT NULL;
CREATE INDEX statement_scope ON statement (event_id, source_id);
CREATE INDEX statement_source ON statement (source_id) WHERE source_id IS NOT NULL;

-- Who passes a statement on, from the issuer outwards.
CREATE TABLE chain_link (
  id           TEXT PRIMARY KEY NOT NULL,
  statement_id TEXT NOT NULL REFERENCES statement (id),
  position     INTEGER NOT NULL CHECK (position >= 0),
  source_id    TEXT NOT NULL REFERENCES source (id),
  connection   TEXT NOT NULL CHECK (connection IN ('issuer', 'spokesperson', 'channel', 'agency', 'relay', 'outlet'))
) STRICT;
CREATE INDEX chain_link_statement ON chain_link (statement_id, position);
CREATE INDEX chain_link_source ON chain_link (source_id);

-- One number of a statement, with its uncertainty and its scope.
CREATE TABLE figure (
  id           TEXT PRIMARY KEY NOT NULL,
  statement_id TEXT NOT NULL REFERENCES statement (id),
  position     INTEGER NOT NULL CHECK (position >= 0),      -- order within the statement
  start        INTEGER,                     -- of the figure's words in the canonical text
  "end"        INTEGER,
  figure_text  TEXT,                        -- the article's own words, never reformatted
  qualifier    TEXT NOT NULL CHECK (qualifier IN ('exact', 'about', 'at_least', 'more_than', 'at_most', 'less_than',
                                                  'between', 'nearly', 'up_to')),
  point        TEXT,
  low          TEXT,                        -- inclusive, NULL = open
  high         TEXT,
  vague        INTEGER NOT NULL DEFAULT 0 CHECK (vague IN (0, 1)),
  unit         TEXT NOT NULL DEFAULT 'count',               -- "count", "money:USD"
  measure      TEXT,
  severity     TEXT,
  "group"      TEXT,
  includes     TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(includes)),
  excludes     TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(excludes)),
  place_id     TEXT REFERENCES place (id),
  period_start TEXT,
  period_end   TEXT,
  as_of        TEXT,
  counting     TEXT CHECK (counting IN ('total', 'new', 'standing')),
  basis        TEXT,
  stance       TEXT NOT NULL DEFAULT 'asserts' CHECK (stance IN ('asserts', 'denies', 'retracts', 'recalls', 'projects')),
  doubtful     INTEGER NOT NULL DEFAULT 0 CHECK (doubtful IN (0, 1)),
  part_of      TEXT REFERENCES figure (id) CHECK (part_of <> id),
  standing     TEXT NOT NULL DEFAULT 'current'              -- derived from the figures around it
               CHECK (standing IN ('current', 'superseded', 'retracted', 'denied')),
  CHECK (point IS NOT NULL OR low IS NOT NULL OR high IS NOT NULL),
  CHECK ((start IS NULL) = ("end" IS NULL) AND (start IS NULL) = (figure_text IS NULL)),
  CHECK (qualifier <> 'exact' OR (low IS NOT NULL AND high IS NOT NULL AND low = high))
) STRICT;
CREATE INDEX figure_statement ON figure (statement_id, position);
CREATE INDEX figure_place ON figure (place_id) WHERE place_id IS NOT NULL;
CREATE INDEX figure_part_of ON figure (part_of) WHERE part_of IS NOT NULL;

-- What one figure does to another. part_of stands in the figure itself.
CREATE TABLE relation (
  id          TEXT PRIMARY KEY NOT NULL,
  kind        TEXT NOT NULL CHECK (kind IN ('repeats', 'updates', 'corrects', 'retracts', 'denies', 'derived_from',
                                            'same_origin_as')),
  from_figure TEXT NOT NULL REFERENCES figure (id),
  to_figure   TEXT NOT NULL REFERENCES figure (id) CHECK (to_figure <> from_figure),
  by          TEXT NOT NULL,
  at          TEXT NOT NULL,
  UNIQUE (kind, from_figure, to_figure)
) STRICT;
CREATE INDEX relation_from ON relation (from_figure);
CREATE INDEX relation_to ON relation (to_figure);

-- Judgements: added, never edited; taking one back hides it.
CREATE TABLE assessment (
  id           TEXT PRIMARY KEY NOT NULL,
  statement_id TEXT REFERENCES statement (id) ON DELETE CASCADE,
  figure_id    TEXT REFERENCES figure (id) ON DELETE CASCADE,
  status       TEXT NOT NULL CHECK (status IN ('unverified', 'in_review', 'verified', 'contested', 'refuted', 'withdrawn')),
  grade        INTEGER CHECK (grade BETWEEN 1 AND 6),       -- information: 1 confirmed … 6 cannot be judged
  rule         TEXT,
  reasoning    TEXT NOT NULL CHECK (reasoning <> ''),
  by           TEXT NOT NULL,
  at           TEXT NOT NULL,
  hidden       INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1)),
  CHECK ((statement_id IS NULL) <> (figure_id IS NULL))
) STRICT;
CREATE INDEX assessment_statement ON assessment (statement_id) WHERE statement_id IS NOT NULL;
CREATE INDEX assessment_figure ON assessment (figure_id) WHERE figure_id IS NOT NULL;

-- Named sets of columns of the claim table.
CREATE TABLE saved_view (
  id      TEXT PRIMARY KEY NOT NULL,
  name    TEXT NOT NULL UNIQUE CHECK (name <> ''),
  columns TEXT NOT NULL CHECK (json_valid(columns))
) STRICT;

-- journal ------------------------------------------------------------------------------------------------------------

-- One thing a user did. What is "undone" can be done again until something new is done, which makes it "dropped".
CREATE TABLE operation (
  id      TEXT PRIMARY KEY NOT NULL,
  at      TEXT NOT NULL,
  by      TEXT NOT NULL,
  device  TEXT NOT NULL,
  command TEXT NOT NULL,                    -- a code of the program's list of commands
  detail  TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(detail)),
  changes INTEGER NOT NULL DEFAULT 0,       -- how many rows it touched
  state   TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped'))
) STRICT;
CREATE INDEX operation_undone ON operation (state, id) WHERE state <> 'done';

-- What it did to one row: its fields before and after. No before = made, no after = deleted.
CREATE TABLE change (
  operation_id TEXT NOT NULL REFERENCES operation (id),
  seq          INTEGER NOT NULL,
  noun         TEXT NOT NULL,               -- the table
  entity_id    TEXT NOT NULL,
  before       TEXT CHECK (before IS NULL OR json_valid(before)),
  after        TEXT CHECK (after IS NULL OR json_valid(after)),
  PRIMARY KEY (operation_id, seq),
  CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_entity ON change (entity_id);

-- search -------------------------------------------------------------------------------------------------------------

-- What can be searched, derived: `words` holds each word folded, in order; `stems` holds their stems.
CREATE TABLE search_doc (
  rowid     INTEGER PRIMARY KEY,
  kind      TEXT NOT NULL CHECK (kind IN ('article', 'statement', 'source')),
  entity_id TEXT NOT NULL UNIQUE
) STRICT;
CREATE VIRTUAL TABLE search USING fts5 (words, stems, tokenize = "unicode61 remove_diacritics 0");
