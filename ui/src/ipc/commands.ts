import type { ApiError, ArticleOrder, Commands, Nothing, ProjectInfo } from './generated';

export type CommandName = keyof Commands;
export type Params<N extends CommandName> = Commands[N][0];
export type Reply<N extends CommandName> = Commands[N][1];

/** A project that was opened before. */
export type RecentProject = {
  path: string;
  title: string;
  opened_at: string;
  pinned: boolean;
  missing: boolean;
};

/** What the user chose for the program itself. */
export type Settings = {
  /** Absent: the system's. */
  language: 'en' | 'fr' | null;
  theme: 'system' | 'light' | 'dark';
  /** `more`: every word and line stands out at least 7 to 1. */
  contrast: 'system' | 'normal' | 'more';
  /** How large everything in the window is, in percent. */
  zoom: number;
  /** How large the words of an article are, in percent. */
  text_size: number;
  /** How wide the column of an article is. */
  measure: 'narrow' | 'usual' | 'wide';
  /** Who is named as the author of each operation; absent: the login name. */
  by: string | null;
  /** Whether single letters are keys while the article or the cards have the focus. */
  letter_keys: boolean;
  /** The user's own chords, by the name of the command. */
  keys: Record<string, string>;
  /** The columns of the claim table, in their order; absent: the usual ones. */
  claim_columns: string[] | null;
  /** The program was started before: no sample opens by itself. */
  started_before: boolean;
  /** Whether the sample leads through its first steps. */
  first_steps: boolean;
  /** Whether articles are read for drafts as they come in. */
  read_imports: boolean;
  /** The widths of its columns that are not the usual ones, in pixels at the usual text size. */
  claim_widths: Record<string, number>;
  /** The order of the list of articles. */
  article_order: ArticleOrder;
};

/** The versions of the program and of what it is built on, and where its own files lie. */
export type About = {
  version: string;
  sqlite: string;
  webview: string;
  settings: string;
  data: string;
  logs: string;
};

/** A place that the desktop's file browser can be asked to show. */
export type Folder = 'settings' | 'data' | 'logs' | 'project';

/** A kind of file that the window makes, and what stands in one. */
export type FileKind = 'csv' | 'svg' | 'png';
export type FileContent = { text: string } | { base64: string };

/** What the shell does for the window beside the core: files, links, what belongs to no project. */
export type ShellCommands = {
  choose_import: [Nothing, string[]];
  choose_save_csv: [{ suggested: string }, string | null];
  /** Asks where a file goes and writes it there; the file's name, or `null` when the dialog was left. */
  save_file: [{ kind: FileKind; suggested: string; content: FileContent }, string | null];
  choose_project_open: [Nothing, string | null];
  choose_project_new: [{ suggested: string }, string | null];
  /** Stops a call that runs, by its task. */
  stop: [{ task: string }, null];
  open_url: [{ url: string }, null];
  recent: [Nothing, RecentProject[]];
  recent_forget: [{ path: string }, null];
  recent_pin: [{ path: string; pinned: boolean }, null];
  /** Opens the sample project as `project_open` opens others; makes it where there is none. */
  sample_open: [Nothing, ProjectInfo];
  /** Makes the sample anew in the window that shows it; the answer is where the one before is kept. */
  sample_restart: [Nothing, string];
  sample_shown: [Nothing, boolean];
  window_new: [Nothing, null];
  /** Why the project that the window was opened for is not there, said once. */
  opening_trouble: [Nothing, ApiError | null];
  settings_get: [Nothing, Settings];
  settings_set: [Settings, null];
  /** Opens the dialog that prints the page. */
  print: [Nothing, null];
  draft_get: [{ key: string }, string | null];
  draft_set: [{ key: string; value: string | null }, null];
  about: [Nothing, About];
  folder_open: [{ folder: Folder }, null];
};

export type ShellName = keyof ShellCommands;

/** What the shell tells the window. */
export type ShellEvents = {
  /** Another process wrote to the project. */
  'project-changed': null;
  /** Files are drawn over the window, or no longer. */
  'files-over': boolean;
  /** The files, those of folders among them, and the folders that hold nothing to import. */
  'files-dropped': { paths: string[]; empty: string[] };
  menu: string;
  /** Another window chose other settings. */
  'settings-changed': Settings;
  /** How far a call is that has a task. */
  progress: { task: string; done: number; total: number };
};
