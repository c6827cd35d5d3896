// Written by `make types` from the core's list of commands. Do not edit.

/**
 * Parameters of a command that takes none.
 */
export type Nothing = Record<symbol, never>;

/**
 * A file to open or to make.
 */
export type ProjectPath = { 
/**
 * Where the project file stands.
 */
path: string, 
/**
 * The title of a new project; absent, the file's name.
 */
title?: string, };

/**
 * The sample project, to be made.
 */
export type SamplePath = { 
/**
 * Where its file is to stand.
 */
path: string, 
/**
 * The language of its title, names, notes and translations: `en` or `fr`.
 */
language: string, };

/**
 * The open project.
 */
export type ProjectInfo = { id: string, title: string, 
/**
 * Inclusion rules and definitions, in the recorder's words.
 */
method: string | null, path: string, 
/**
 * The file cannot be written: everything can be looked at, nothing changed.
 */
read_only: boolean, articles: number, statements: number, figures: number, 
/**
 * The command that undo would take back.
 */
undo: OperationInfo | null, 
/**
 * The command that redo would do again.
 */
redo: OperationInfo | null, };

/**
 * New words for the project itself. What is absent stays.
 */
export type ProjectPatch = { title?: string, method?: string, };

/**
 * What the journal calls an operation.
 */
export type OperationInfo = { id: string, 
/**
 * The command's code, worded by the catalogue as `command.CODE`.
 */
command: string, };

/**
 * What a write changed: the window refreshes just that. Ids of made, changed and deleted entities alike.
 */
export type Changes = { 
/**
 * The operation that stands in the journal for it.
 */
operation: OperationInfo | null, project: boolean, articles: Array<string>, statements: Array<string>, figures: Array<string>, sources: Array<string>, speakers: Array<string>, places: Array<string>, events: Array<string>, words: Array<string>, relations: Array<string>, assessments: Array<string>, column_sets: Array<string>, 
/**
 * What undo and redo would now do.
 */
undo: OperationInfo | null, redo: OperationInfo | null, };

/**
 * The answer of a write that makes or changes one entity.
 */
export type Written = { id: string, changes: Changes, 
/**
 * What was done differently from what was asked, to be shown.
 */
notes: Array<Note>, };

/**
 * Something a person should know of a write that was done: a code and its parameters.
 */
export type Note = { 
/**
 * Worded by the catalogue as `note.CODE`.
 */
code: string, params: { [key in string]: JsonValue }, };

/**
 * An error as the window gets it: a code and its parameters, worded by the catalogue as `error.CODE`.
 */
export type ApiError = { code: string, params: { [key in string]: JsonValue }, };

/**
 * Entities by id.
 */
export type Ids = { ids: Array<string>, };

/**
 * One entity by id.
 */
export type Id = { id: string, };

/**
 * A line of the journal.
 */
export type OperationRow = { id: string, at: string, by: string, command: string, 
/**
 * How many rows it touched.
 */
changes: number, undone: boolean, 
/**
 * What the command says of itself (a title, a name, a count), for the sentence of the history.
 */
detail: { [key in string]: JsonValue }, };

/**
 * Which lines of the journal, newest first. What is absent does not count.
 */
export type LogQuery = { limit: number, 
/**
 * Only operations before this one.
 */
before?: string, 
/**
 * Only those that touched an entity of this noun.
 */
noun?: string, 
/**
 * Only those of this person.
 */
by?: string, 
/**
 * Only those from this time on: RFC 3339, UTC.
 */
since?: string, 
/**
 * Only those before this time: RFC 3339, UTC.
 */
until?: string, 
/**
 * Only those that touched this entity or what hangs on it: figures of a statement, other names of a source.
 */
entity?: string, };

/**
 * A line of the journal with what it was about.
 */
export type HistoryRow = { operation: OperationRow, 
/**
 * Undone, and something new was done since: it cannot be done again.
 */
dropped: boolean, 
/**
 * What it touched.
 */
touched: Array<Touched>, 
/**
 * The article that its statement stands in, or that it is about.
 */
article: string | null, 
/**
 * The source of its statement.
 */
source: string | null, 
/**
 * The fields that it gave the same value in everything it changed.
 */
set: Array<FieldChange>, };

/**
 * Entities of one noun that an operation touched.
 */
export type Touched = { noun: string, count: number, made: number, gone: number, 
/**
 * The only one, as it is or was called last.
 */
only: Named | null, };

/**
 * What an operation did to one entity.
 */
export type ChangeRow = { noun: string, id: string, 
/**
 * As it is or was called last.
 */
name: string | null, made: boolean, gone: boolean, fields: Array<FieldChange>, };

/**
 * A field before and after; ids of other entities are given as their names.
 */
export type FieldChange = { field: string, before: JsonValue, after: JsonValue, };

/**
 * Which part of an operation's changes.
 */
export type ChangesQuery = { 
/**
 * The operation.
 */
id: string, offset: number, limit: number, };

/**
 * How far undo or redo would have to go.
 */
export type Distance = { 
/**
 * Operations up to and with the one asked for; 0 when it cannot be reached.
 */
operations: number, };

/**
 * What going back or forth over several operations did.
 */
export type Walked = { changes: Changes, operations: number, 
/**
 * The operation to go to in order to be where one was.
 */
way_back: string, };

/**
 * What `check` found.
 */
export type CheckReport = { ok: boolean, problems: Array<Problem>, 
/**
 * What `repair` rebuilt.
 */
repaired: Array<Problem>, };

/**
 * One fault: a code, the entity it is on, and the engine's or the program's detail.
 */
export type Problem = { 
/**
 * Worded by the catalogue as `problem.KIND`.
 */
kind: string, id: string | null, text: string, };

/**
 * Whether `check` may rebuild what is derived.
 */
export type CheckQuery = { repair: boolean, };

/**
 * Which articles, and in which order.
 */
export type ArticlesQuery = { offset: number, limit: number, 
/**
 * A part of the title or the outlet, or words and "phrases" of the text.
 */
filter?: string, event_id?: string, 
/**
 * Only those that are not done with in this way.
 */
only?: Unfinished, 
/**
 * Absent, in order of import.
 */
order?: ArticleOrder, };

/**
 * What is still to be done in an article.
 */
export type Unfinished = "numbers_left" | "no_statements" | "drafts";

/**
 * An order of articles.
 */
export type ArticleOrder = "imported" | "last_imported" | "published" | "numbers_left" | "title";

/**
 * A window of the list of articles.
 */
export type ArticlesPage = { total: number, rows: Array<ArticleRow>, };

/**
 * An article as lists show it.
 */
export type ArticleRow = { id: string, title: string, outlet: string | null, author: string | null, url: string | null, language: string | null, 
/**
 * `ltr` or `rtl`.
 */
direction: string, published_at: string | null, retrieved_at: string, 
/**
 * SHA-256 of the original bytes.
 */
sha256: string, event_id: string | null, event: string | null, confidential: boolean, 
/**
 * Drafts too.
 */
statements: number, 
/**
 * Statements that wait to be accepted or dismissed.
 */
drafts: number, 
/**
 * Numbers of the newest revision that no figure has taken.
 */
numbers_left: number, 
/**
 * Where the words asked for stand in the text, if they do.
 */
hits: ArticleHits | null, };

/**
 * Where words stand in the text of an article.
 */
export type ArticleHits = { 
/**
 * How many places.
 */
count: number, 
/**
 * The code point at which the first of those in `text` stands in the article.
 */
at: number, 
/**
 * The words as the text has them, each once.
 */
words: Array<string>, 
/**
 * A piece of the text around them.
 */
text: string, 
/**
 * Code point ranges into `text`.
 */
marks: Array<[number, number]>, };

/**
 * An article to read: its newest revision with everything marked in it.
 */
export type ArticleView = { article: ArticleRow, archive_url: string | null, revision_id: string, 
/**
 * The canonical text.
 */
text: string, blocks: Array<BlockView>, 
/**
 * Sentences, in order.
 */
sentences: Array<[number, number]>, 
/**
 * Numbers that may be figures, in order.
 */
numbers: Array<[number, number]>, 
/**
 * By place in the text.
 */
statements: Array<StatementView>, };

/**
 * A block of the canonical text.
 */
export type BlockView = { 
/**
 * `title`, `heading`, `paragraph`, `list_item` or `quote`.
 */
kind: string, start: number, end: number, };

/**
 * What a person says of an article; what is absent stays or is read from the article itself.
 */
export type ArticleMeta = { title?: string, outlet?: string, authors?: Array<string>, url?: string, archive_url?: string, language?: string, published_at?: string, 
/**
 * An event's name; made when the project lacks it. Empty takes the event away.
 */
event?: string, confidential?: boolean, };

/**
 * A change of an article's particulars. An empty text takes a value away.
 */
export type ArticleEdit = { id: string, meta: ArticleMeta, };

/**
 * Where an import comes from: a file's path, or pasted text (plain or HTML).
 */
export type ImportSource = { "path": string } | { "text": string } | { "html": string };

/**
 * Asks what an import would bring in.
 */
export type ImportLook = { from: ImportSource, };

/**
 * What an import would bring in, read from the article itself.
 */
export type ImportPreview = { title: string, outlet: string | null, authors: Array<string>, url: string | null, language: string | null, direction: string, published_at: string | null, 
/**
 * Length of the canonical text in code points.
 */
characters: number, 
/**
 * The first few hundred code points.
 */
excerpt: string, 
/**
 * The article of the project that has the same bytes.
 */
already: string | null, };

/**
 * An import of one or more articles: one operation.
 */
export type ImportRequest = { items: Array<ImportItem>, };

/**
 * One article of an import.
 */
export type ImportItem = { from: ImportSource, meta: ArticleMeta, };

/**
 * What an import did: in the order asked, what came in and what could not.
 */
export type Imported = { results: Array<ImportResult>, changes: Changes, };

/**
 * One article of an import: its id, or why it did not come in.
 */
export type ImportResult = { 
/**
 * The file's name, or the title of pasted text.
 */
name: string, article_id: string | null, error: ApiError | null, notes: Array<Note>, };

/**
 * A full-text question.
 */
export type SearchQuery = { 
/**
 * Words and "phrases".
 */
query: string, 
/**
 * `articles`, `statements` or `sources`; absent, all.
 */
within?: string, limit: number, };

/**
 * What was found, best first.
 */
export type SearchReply = { query: string, hits: Array<SearchHit>, };

/**
 * One hit: where, a piece of its text, and the marked words in that piece.
 */
export type SearchHit = { 
/**
 * `article`, `statement` or `source`.
 */
kind: string, id: string, article_id: string | null, title: string, text: string, 
/**
 * Code point ranges into `text`.
 */
marks: Array<[number, number]>, };

/**
 * A register entry by name, with what chips and marks show of it.
 */
export type Named = { id: string, name: string, };

/**
 * A source as statements show it.
 */
export type SourceRef = { id: string, name: string, 
/**
 * A word of the vocabulary `source_kind`.
 */
kind: string, 
/**
 * The family of the kind: state, security, health_rescue, international, civil_society, media, parties, witnesses.
 */
family: string, };

/**
 * One who passes a statement on.
 */
export type ChainLinkView = { source: SourceRef, connection: string, };

/**
 * A statement with all that stands in its card.
 */
export type StatementView = { id: string, article_id: string, start: number, end: number, quote: string, page: string | null, modality: string, speaker: Named | null, speaker_role: string | null, source: SourceRef | null, source_as_written: string | null, source_quote: string | null, 
/**
 * From the issuer outwards.
 */
via: Array<ChainLinkView>, stated_at: string | null, event: Named | null, quote_translation: string | null, translation_lang: string | null, translated_by: string | null, note: string, tags: Array<string>, status: string, confidential: boolean, figures: Array<FigureView>, 
/**
 * The newest judgement of the statement itself.
 */
assessment: AssessmentView | null, recorded_by: string, created_at: string, updated_at: string, };

/**
 * A figure as cards show it.
 */
export type FigureView = { id: string, start: number | null, end: number | null, figure_text: string | null, qualifier: string, point: string | null, low: string | null, high: string | null, vague: boolean, unit: string, measure: string | null, severity: string | null, group: string | null, includes: Array<string>, excludes: Array<string>, 
/**
 * A path, `Kazakhstan > Almaty`.
 */
place: string | null, period_start: string | null, period_end: string | null, as_of: string | null, counting: string | null, basis: string | null, stance: string, doubtful: boolean, 
/**
 * The figure that this one is a part of, by id.
 */
part_of: string | null, relations: Array<RelationView>, standing: string, assessment: AssessmentView | null, };

/**
 * What a figure does to another.
 */
export type RelationView = { id: string, kind: string, to: string, };

/**
 * What a figure of a card does to another one.
 */
export type RelationTo = { kind: string, 
/**
 * The id of a figure, or `#N`: the N-th figure of this statement, from 0.
 */
to: string, };

/**
 * A judgement.
 */
export type AssessmentView = { id: string, status: string, grade: number | null, rule: string | null, reasoning: string, by: string, at: string, };

/**
 * A source or speaker as a card names it: of the register by id, or by name (matched, or made).
 */
export type Party = { id?: string, name: string, 
/**
 * For a source that is made: its kind.
 */
kind?: string, };

/**
 * A link of the chain as a card names it.
 */
export type ViaInput = { source: Party, 
/**
 * Absent: agency for a news agency, outlet for media, else channel.
 */
connection?: string, };

/**
 * A statement to record, or the whole of a changed one.
 */
export type StatementInput = { article_id: string, start: number, end: number, 
/**
 * Absent: indirect with a source or speaker, else unattributed.
 */
modality: string | null, speaker: Party | null, speaker_role: string | null, source: Party | null, source_as_written: string | null, source_quote: string | null, via: Array<ViaInput>, stated_at: string | null, 
/**
 * By name; made when the project lacks it.
 */
event: string | null, quote_translation: string | null, translation_lang: string | null, translated_by: string | null, note: string, tags: Array<string>, confidential: boolean, figures: Array<FigureInput>, };

/**
 * A figure to record. Bounds that are both absent are filled from qualifier and point.
 */
export type FigureInput = { 
/**
 * Of a figure that is already there; it keeps its id, relations and judgements.
 */
id: string | null, 
/**
 * The figure's words, code points into the canonical text, inside the statement.
 */
start: number | null, end: number | null, qualifier: string | null, point: string | null, low: string | null, high: string | null, vague: boolean, unit: string, measure: string | null, severity: string | null, group: string | null, includes: Array<string>, excludes: Array<string>, 
/**
 * A path; places that the project lacks are made.
 */
place: string | null, period_start: string | null, period_end: string | null, as_of: string | null, counting: string | null, basis: string | null, stance: string, doubtful: boolean, 
/**
 * The id of a figure, or `#N`: the N-th figure of this statement, from 0.
 */
part_of: string | null, 
/**
 * All that the figure does to others; absent, what it did before.
 */
relations?: Array<RelationTo>, };

/**
 * A statement to record.
 */
export type StatementRecord = { statement: StatementInput, };

/**
 * The whole of a changed statement.
 */
export type StatementEdit = { id: string, statement: StatementInput, };

/**
 * Articles to read: all of the project where none is named.
 */
export type DraftRequest = { ids: Array<string>, 
/**
 * The import that they are read after by itself: both are taken back, and done again, as one.
 */
after?: string, };

/**
 * What reading articles found and kept.
 */
export type Drafted = { 
/**
 * How many statements there are to accept or dismiss.
 */
statements: number, 
/**
 * How many figures they have.
 */
figures: number, changes: Changes, };

/**
 * A rule that had a part in a draft.
 */
export type RuleView = { 
/**
 * The catalogue words it as `rule.CODE`.
 */
code: string, 
/**
 * The words of the article that it rests on.
 */
words: string, 
/**
 * The source kind that the lexicon gives these words.
 */
kind: string | null, };

/**
 * Words of an article to be read for figures.
 */
export type ReadSpan = { article_id: string, start: number, end: number, };

/**
 * A number as it reads, with what the words around it suggest.
 */
export type NumberReadingView = { 
/**
 * The number with its adjacent qualifier, code points into the canonical text.
 */
start: number, end: number, text: string, qualifier: string, point: string | null, low: string | null, high: string | null, vague: boolean, unit: string, measure: string | null, severity: string | null, group: string | null, 
/**
 * The place whose name stands nearest to this number: a path of the register, or a name that the words give.
 */
place: string | null, 
/**
 * Only where the words say so.
 */
counting: string | null, basis: string | null, stance: string, 
/**
 * The number among these readings that it is said to be a part of.
 */
part_of: number | null, };

/**
 * A name that stands in or near some words of an article, to be chosen from.
 */
export type NameOffer = { 
/**
 * Code points into the canonical text.
 */
start: number, end: number, name: string, 
/**
 * `body`, `person` or `place`.
 */
bearer: string, 
/**
 * Of a body: the source kind that its words tell.
 */
kind: string | null, 
/**
 * Of a person: what the words say they are.
 */
role: string | null, };

/**
 * Who says some words of an article, as its text tells; what it does not tell is absent.
 */
export type AttributionOffer = { 
/**
 * Absent where nothing is found in the words.
 */
modality: string | null, speaker: Party | null, 
/**
 * What the words say that the speaker is.
 */
speaker_role: string | null, source: Party | null, 
/**
 * The source as the text calls it.
 */
source_as_written: string | null, 
/**
 * Who passes it on, nearest to the issuer first.
 */
via: Array<Party>, };

/**
 * A qualifier and a number whose bounds are asked for.
 */
export type BoundsQuery = { qualifier: string, point: string | null, unit: string, };

/**
 * Inclusive bounds; `null` is open.
 */
export type BoundsReply = { low: string | null, high: string | null, };

/**
 * A relation to record: `from` does `kind` to `to`.
 */
export type RelationInput = { from: string, kind: string, to: string, };

/**
 * A judgement to add.
 */
export type AssessmentInput = { 
/**
 * A statement or a figure.
 */
id: string, status: string, grade: number | null, rule: string | null, reasoning: string, };

/**
 * A source of the register.
 */
export type SourceRow = { id: string, name: string, aliases: Array<Named>, kind: string, family: string, parent: string | null, parent_id: string | null, relies_on: Array<string>, country: string | null, reliability: string | null, reliability_reason: string | null, reliability_date: string | null, party: boolean, notes: string | null, statements: number, };

/**
 * A speaker of the register.
 */
export type SpeakerRow = { id: string, name: string, aliases: Array<Named>, 
/**
 * As statements give them, newest first.
 */
roles: Array<string>, 
/**
 * The source of the newest statement, to be offered with the speaker.
 */
source: string | null, notes: string | null, statements: number, };

/**
 * An event.
 */
export type EventRow = { id: string, name: string, place: string | null, from: string | null, to: string | null, inclusion: string | null, parent: string | null, figures: number, };

/**
 * A place, by its path.
 */
export type PlaceRow = { id: string, name: string, path: string, aliases: Array<Named>, parent: string | null, };

/**
 * A word of an open vocabulary.
 */
export type WordRow = { vocabulary: string, word: string, parent: string | null, 
/**
 * The id of a word of the project's own; the program's words have none.
 */
id: string | null, 
/**
 * The project's own, not the program's.
 */
own: boolean, aliases: Array<Named>, };

/**
 * Everything fields choose from.
 */
export type Register = { sources: Array<SourceRow>, speakers: Array<SpeakerRow>, events: Array<EventRow>, places: Array<PlaceRow>, words: Array<WordRow>, };

/**
 * A change of one field of a register entry, an article, a statement or a figure; an empty value takes it away.
 */
export type FieldEdit = { id: string, 
/**
 * Field and value, as `onrec edit` takes them.
 */
fields: Array<[string, string]>, };

/**
 * Entries that all become one.
 */
export type MergeInput = { 
/**
 * Those that go, by id or name.
 */
from: Array<string>, 
/**
 * The one that stays.
 */
into: string, };

/**
 * What a merge does.
 */
export type MergePreview = { 
/**
 * What refers to an entry that goes, and will refer to the one that stays.
 */
moved: Uses, 
/**
 * The entries that will lie in the one that stays, by name.
 */
children: Array<string>, 
/**
 * The other names that the one that stays gets.
 */
aliases: Array<string>, 
/**
 * Links to those that a source relies on, of either end, that are moved.
 */
reliances: number, 
/**
 * Entries that go as well, since one of that name lies in the one that stays already.
 */
twins: Array<string>, 
/**
 * What the entries that go say of themselves, and the one that stays says otherwise or not at all.
 */
lost: Array<Lost>, };

/**
 * A field of an entry that goes with it.
 */
export type Lost = { 
/**
 * The entry that goes.
 */
entry: string, field: string, value: string, 
/**
 * What the entry that stays says instead.
 */
kept: string | null, };

/**
 * How many of each refer to an entry of the register.
 */
export type Uses = { 
/**
 * Statements, those counted in that pass on what another says.
 */
statements: number, figures: number, articles: number, 
/**
 * Entries of the register.
 */
entries: number, };

/**
 * An entry of the register with what refers to it.
 */
export type EntryUses = { 
/**
 * The vocabulary, where the entry is a word.
 */
vocabulary: string | null, 
/**
 * The entry's id, or the word.
 */
id: string, uses: Uses, };

/**
 * Which entry is meant: by id, or as a word of a vocabulary.
 */
export type EntryQuery = { vocabulary?: string, id: string, limit: number, };

/**
 * A statement that uses an entry, with where it stands.
 */
export type EntryStatement = { id: string, article_id: string, article: string, quote: string, source: string | null, };

/**
 * Another name for an entry.
 */
export type RenameInput = { id: string, name: string, 
/**
 * Whether the name it had stays as another name of it.
 */
keep_old: boolean, };

/**
 * How far a source is to be believed: a grade with its reason and its date, or none.
 */
export type GradeInput = { id: string, 
/**
 * `A` to `F`; absent, the grade is taken away.
 */
reliability: string | null, reason: string, date: string | null, };

/**
 * Another name of an entry.
 */
export type AliasInput = { id: string, name: string, };

/**
 * A place under another.
 */
export type PlaceInput = { name: string, parent: string | null, };

/**
 * An event to make, or whose given fields to change.
 */
export type EventInput = { name: string, place: string | null, from: string | null, to: string | null, inclusion: string | null, parent: string | null, };

/**
 * A source to make.
 */
export type SourceInput = { name: string, kind: string | null, };

/**
 * A word of the project's own.
 */
export type WordInput = { vocabulary: string, word: string, parent: string | null, };

export type JsonValue = number | string | boolean | Array<JsonValue> | { [key in string]: JsonValue } | null;

/**
 * What to compare.
 */
export type CompareQuery = { 
/**
 * An event by id or name; absent, all figures.
 */
event?: string, measure?: string, 
/**
 * Leaves out what is later.
 */
as_of?: string, include_drafts?: boolean, };

/**
 * A conflict board to be had as CSV.
 */
export type BoardCsvQuery = { query: CompareQuery, 
/**
 * Only the lines of these figures; absent, all.
 */
figures?: Array<string>, };

/**
 * A table as text: RFC 4180, lines ended by CR LF.
 */
export type Csv = { csv: string, };

/**
 * The conflict board.
 */
export type Board = { event: string | null, rows: Array<BoardRow>, findings: Array<Finding>, };

/**
 * The figures of one event, measure, severity, unit, group, place, period and counting, as understood.
 */
export type BoardRow = { event: string | null, measure: string | null, severity: string | null, unit: string, group: string | null, place: string | null, 
/**
 * `start/end`, an open side `..`.
 */
period: string | null, counting: string | null, cells: Array<BoardCell>, 
/**
 * `none`, `single`, `agree`, `compatible` or `conflict`.
 */
verdict: string, lowest: string | null, highest: string | null, open_below: boolean, open_above: boolean, gap: Gap | null, independent_origins: number, };

/**
 * How far apart the figures in conflict are.
 */
export type Gap = { difference: string, ratio: string | null, };

/**
 * The figures of one source in a row.
 */
export type BoardCell = { source: string, source_kind: string, family: string, unattributed: boolean, figures: Array<BoardFigure>, };

/**
 * A figure of a cell, with the words it stands on.
 */
export type BoardFigure = { figure_id: string, statement_id: string, article_id: string, article_title: string, article_url: string | null, language: string | null, outlet: string | null, published_at: string | null, speaker: string | null, via: Array<string>, quote: string, quote_translation: string | null, 
/**
 * Of the quote in the article, code points.
 */
start: number, 
/**
 * Of the figure's words, code points into `quote`.
 */
figure_start: number | null, figure_end: number | null, figure_text: string | null, qualifier: string, point: string | null, low: string | null, high: string | null, vague: boolean, doubtful: boolean, 
/**
 * The figure's time: as_of, else stated_at, else the article's published_at.
 */
time: string | null, as_of: string | null, part_of: string | null, basis: string | null, includes: Array<string>, excludes: Array<string>, stance: string, standing: string, 
/**
 * The figure that this one is shown under.
 */
under: string | null, };

/**
 * Something a reader of the board should know.
 */
export type Finding = { 
/**
 * Worded by the catalogue as `finding.KIND`.
 */
kind: string, event: string | null, 
/**
 * Ids, in the order that the kind gives them a meaning.
 */
figures: Array<string>, axes: Array<string>, 
/**
 * Index of the first row that one of its figures stands in.
 */
row: number | null, 
/**
 * The two numbers of the rule, as `1301 > 1100`: left, sign, right.
 */
rule: [string, string, string] | null, 
/**
 * The finding rests on a ±10 %, ±1 % or vague bound: `ten_percent`, `one_percent`, `vague`.
 */
rests_on: Array<string>, 
/**
 * For a denial: who denies; otherwise empty.
 */
by: string | null, };

/**
 * What the claim table shows and the export writes.
 */
export type ClaimsFilter = { 
/**
 * An event by id or name.
 */
event?: string, 
/**
 * Column and words that its cell contains, whatever the case and the accents.
 */
contains: Array<[string, string]>, 
/**
 * Column and words of which its cell is one.
 */
one_of: Array<[string, Array<string>]>, include_drafts: boolean, include_confidential: boolean, 
/**
 * Column to sort by; absent: article, place in the text, figure's place.
 */
sort?: string, descending: boolean, };

/**
 * A window of the claim table.
 */
export type ClaimsQuery = { filter: ClaimsFilter, 
/**
 * Names of the claim table's columns.
 */
columns: Array<string>, offset: number, limit: number, 
/**
 * Rows before all are counted, where that is quicker.
 */
at_once?: boolean, };

/**
 * A window of the claim table.
 */
export type ClaimsPage = { 
/**
 * How many rows the filter shows; `null` where they are not counted yet.
 */
total: number | null, rows: Array<ClaimRow>, };

/**
 * A row of the claim table: a figure, or a statement without figures.
 */
export type ClaimRow = { article_id: string, statement_id: string, figure_id: string | null, 
/**
 * In the order of the columns asked for, as the export writes them, without the formula guard.
 */
cells: Array<string | null>, };

/**
 * Which figures of the project another one may point to.
 */
export type FiguresQuery = { 
/**
 * Those of an event, by its name; absent: those of none.
 */
event?: string, 
/**
 * Of each of these, one has to stand in the figure's words or number, its measure, place or day, its source or speaker,
 * or the outlet or title of its article, whatever the case and the accents.
 */
words: Array<Array<string>>, 
/**
 * Where there are any: just these, of whatever event.
 */
ids: Array<string>, 
/**
 * Names of the claim table's columns.
 */
columns: Array<string>, limit: number, };

/**
 * One change to many rows of the claim table.
 */
export type ClaimsEdit = { filter: ClaimsFilter, 
/**
 * All rows that the filter shows, but those named; else only those named.
 */
all: boolean, 
/**
 * Rows by the ids of their figures, or of their statements where these have none.
 */
ids: Array<string>, 
/**
 * A field as `edit` names it, or `add_tags`, `remove_tags`, `assessment`.
 */
field: string, value: string, 
/**
 * The reasons of an assessment.
 */
reasoning?: string, 
/**
 * Only says what would change.
 */
try_only: boolean, };

/**
 * What a change to many rows did, or would do.
 */
export type ClaimsEdited = { statements: number, figures: number, 
/**
 * How many cannot be changed; when there are any, nothing is.
 */
refused: number, 
/**
 * The first of them.
 */
refusals: Array<ClaimRefused>, changes: Changes, notes: Array<Note>, };

/**
 * A row that cannot be changed, and why.
 */
export type ClaimRefused = { id: string, quote: string, error: ApiError, };

/**
 * The sets of columns that there are beside the usual ones and all.
 */
export type ColumnSets = { 
/**
 * What is fit to print: without ids, internal notes and hashes of text.
 */
publication: Array<string>, 
/**
 * The project's own, by name.
 */
saved: Array<ColumnSet>, };

/**
 * A named set of columns, in order.
 */
export type ColumnSet = { id: string, name: string, columns: Array<string>, };

/**
 * Columns to be saved under a name.
 */
export type ColumnSetInput = { 
/**
 * The set that gets the name and the columns; absent: a new one.
 */
id?: string, name: string, 
/**
 * Absent: those it has.
 */
columns?: Array<string>, };

/**
 * An export of the claim table as CSV: exactly what the filter and the columns show.
 */
export type ExportRequest = { path: string, filter: ClaimsFilter, columns: Array<string>, 
/**
 * A byte order mark in front, for spreadsheet programs.
 */
bom: boolean, };

/**
 * What an export wrote and left out.
 */
export type Exported = { rows: number, left_out_drafts: number, left_out_confidential: number, };

/** The list of commands: what each takes and what it answers. */
export type Commands = {
  project_create: [ProjectPath, ProjectInfo];
  project_open: [ProjectPath, ProjectInfo];
  sample_create: [SamplePath, ProjectInfo];
  project_info: [Nothing, ProjectInfo];
  project_edit: [ProjectPatch, Changes];
  articles: [ArticlesQuery, ArticlesPage];
  article: [Id, ArticleView];
  article_edit: [ArticleEdit, Written];
  import_look: [ImportLook, ImportPreview];
  import: [ImportRequest, Imported];
  statement_record: [StatementRecord, Written];
  statement_edit: [StatementEdit, Written];
  draft: [DraftRequest, Drafted];
  explain: [Id, Array<RuleView>];
  accept: [Ids, Changes];
  dismiss: [Ids, Changes];
  delete: [Ids, Changes];
  read_span: [ReadSpan, Array<NumberReadingView>];
  attribution: [ReadSpan, AttributionOffer];
  names: [ReadSpan, Array<NameOffer>];
  bounds: [BoundsQuery, BoundsReply];
  relate: [RelationInput, Written];
  assess: [AssessmentInput, Written];
  register: [Nothing, Register];
  events: [Nothing, Array<Named>];
  edit: [FieldEdit, Written];
  source_add: [SourceInput, Written];
  place_add: [PlaceInput, Written];
  event_put: [EventInput, Written];
  word_add: [WordInput, Written];
  alias: [AliasInput, Written];
  alias_remove: [Id, Changes];
  rename: [RenameInput, Written];
  source_grade: [GradeInput, Written];
  merge: [MergeInput, Written];
  merge_preview: [MergeInput, MergePreview];
  register_uses: [Nothing, Array<EntryUses>];
  entry_statements: [EntryQuery, Array<EntryStatement>];
  compare: [CompareQuery, Board];
  compare_csv: [BoardCsvQuery, Csv];
  claims: [ClaimsQuery, ClaimsPage];
  figures: [FiguresQuery, Array<ClaimRow>];
  claims_edit: [ClaimsEdit, ClaimsEdited];
  column_sets: [Nothing, ColumnSets];
  columns_save: [ColumnSetInput, Written];
  export_csv: [ExportRequest, Exported];
  search: [SearchQuery, SearchReply];
  log: [LogQuery, Array<HistoryRow>];
  log_changes: [ChangesQuery, Array<ChangeRow>];
  log_people: [Nothing, Array<string>];
  undo: [Nothing, Changes];
  redo: [Nothing, Changes];
  distance: [Id, Distance];
  undo_to: [Id, Walked];
  redo_to: [Id, Walked];
  check: [CheckQuery, CheckReport];
  backup: [ProjectPath, Array<Problem>];
};
