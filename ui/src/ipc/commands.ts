import type {
  AliasInput,
  ApiError,
  ArticleEdit,
  ArticlesPage,
  ArticlesQuery,
  ArticleView,
  AssessmentInput,
  Board,
  BoundsQuery,
  BoundsReply,
  Changes,
  CheckQuery,
  CheckReport,
  ClaimsPage,
  ClaimsQuery,
  CompareQuery,
  EventInput,
  Exported,
  ExportRequest,
  FieldEdit,
  Id,
  Ids,
  Imported,
  ImportLook,
  ImportPreview,
  ImportRequest,
  LogQuery,
  MergeInput,
  Nothing,
  NumberReadingView,
  OperationRow,
  PlaceInput,
  ProjectInfo,
  ProjectPatch,
  ProjectPath,
  ReadSpan,
  Register,
  RelationInput,
  SearchQuery,
  SearchReply,
  SourceInput,
  StatementEdit,
  StatementRecord,
  WordInput,
  Written,
} from './generated';

/** The list of commands of the core: what each takes and what it answers. */
export type Commands = {
  project_create: [ProjectPath, ProjectInfo];
  project_open: [ProjectPath, ProjectInfo];
  project_info: [Nothing, ProjectInfo];
  project_edit: [ProjectPatch, Changes];
  articles: [ArticlesQuery, ArticlesPage];
  article: [Id, ArticleView];
  article_edit: [ArticleEdit, Written];
  import_look: [ImportLook, ImportPreview];
  import: [ImportRequest, Imported];
  statement_record: [StatementRecord, Written];
  statement_edit: [StatementEdit, Written];
  delete: [Ids, Changes];
  read_span: [ReadSpan, NumberReadingView[]];
  bounds: [BoundsQuery, BoundsReply];
  relate: [RelationInput, Written];
  assess: [AssessmentInput, Written];
  register: [Nothing, Register];
  edit: [FieldEdit, Written];
  source_add: [SourceInput, Written];
  place_add: [PlaceInput, Written];
  event_put: [EventInput, Written];
  word_add: [WordInput, Written];
  alias: [AliasInput, Written];
  merge: [MergeInput, Changes];
  compare: [CompareQuery, Board];
  claims: [ClaimsQuery, ClaimsPage];
  export_csv: [ExportRequest, Exported];
  search: [SearchQuery, SearchReply];
  log: [LogQuery, OperationRow[]];
  undo: [Nothing, Changes];
  redo: [Nothing, Changes];
  check: [CheckQuery, CheckReport];
  backup: [ProjectPath, Nothing];
};

export type CommandName = keyof Commands;
export type Params<N extends CommandName> = Commands[N][0];
export type Reply<N extends CommandName> = Commands[N][1];

/** A project that was opened before. */
export type RecentProject = { path: string; title: string; opened_at: string; missing: boolean };

/** What the user chose for the program itself. */
export type Settings = {
  /** Absent: the system's. */
  language: 'en' | 'fr' | null;
  theme: 'system' | 'light' | 'dark';
  /** Who is named as the author of each operation; absent: the login name. */
  by: string | null;
  /** Whether single letters are keys while the article or the cards have the focus. */
  letter_keys: boolean;
};

/** The program's versions, and where its data lie. */
export type About = { version: string; [name: string]: string };

/** What the shell does for the window beside the core: files, links, what belongs to no project. */
export type ShellCommands = {
  choose_import: [Nothing, string[]];
  choose_save_csv: [{ suggested: string }, string | null];
  choose_project_open: [Nothing, string | null];
  choose_project_new: [{ suggested: string }, string | null];
  open_url: [{ url: string }, null];
  recent: [Nothing, RecentProject[]];
  recent_forget: [{ path: string }, null];
  /** Why the project that the window was opened for is not there, said once. */
  opening_trouble: [Nothing, ApiError | null];
  settings_get: [Nothing, Settings];
  settings_set: [Settings, null];
  draft_get: [{ key: string }, string | null];
  draft_set: [{ key: string; value: string | null }, null];
  about: [Nothing, About];
};

export type ShellName = keyof ShellCommands;

/** What the shell tells the window. */
export type ShellEvents = {
  /** Another process wrote to the project. */
  'project-changed': null;
  'files-dropped': { paths: string[] };
  menu: string;
};
