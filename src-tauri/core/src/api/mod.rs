//! The list of commands: what the window can ask, what it gives and what it gets.
//!
//! One list makes both the router and the window's TypeScript; nothing is asked that does not stand in it.

mod typescript;
mod work;

pub use crate::store::Stop;
pub use crate::view::{self as types, ApiError};
pub use typescript::typescript;
pub use work::Work;

use crate::app::{Asked, Desk, Error, Recorder};
use crate::store::Access;
use crate::view::{
    AliasInput, ArticleEdit, ArticleView, ArticlesPage, ArticlesQuery, AssessmentInput,
    AttributionOffer, Board, BoardCsvQuery, BoundsQuery, BoundsReply, ChangeRow, Changes,
    ChangesQuery, CheckQuery, CheckReport, ClaimRow, ClaimsEdit, ClaimsEdited, ClaimsPage,
    ClaimsQuery, ColumnSetInput, ColumnSets, CompareQuery, Csv, Distance, DraftRequest, Drafted,
    EntryQuery, EntryStatement, EntryUses, EventInput, ExportRequest, Exported, FieldEdit,
    FiguresQuery, GradeInput, HistoryRow, Id, Ids, ImportLook, ImportPreview, ImportRequest,
    Imported, LogQuery, MergeInput, MergePreview, NameOffer, Named, Nothing, NumberReadingView,
    PlaceInput, Problem, ProjectInfo, ProjectPatch, ProjectPath, ReadSpan, Register, RelationInput,
    RenameInput, RuleView, SamplePath, SearchQuery, SearchReply, SourceInput, StatementEdit,
    StatementRecord, Walked, WordInput, Written,
};
use chrono::Utc;
use serde_json::Value;
use std::path::Path;

/// The version of the engine that project files are read with.
#[must_use]
pub fn engine_version() -> &'static str {
    crate::store::engine_version()
}

/// What a window works with: a project, once one is open, and who works.
pub struct Session {
    desk: Option<Desk>,
    recorder: Recorder,
}

impl Session {
    /// A session of this person on this machine.
    #[must_use]
    pub fn new(recorder: Recorder) -> Session {
        Session {
            desk: None,
            recorder,
        }
    }

    /// Who works from now on.
    pub fn set_recorder(&mut self, recorder: Recorder) {
        if let Some(desk) = &mut self.desk {
            desk.set_recorder(recorder.clone());
        }
        self.recorder = recorder;
    }

    /// Whether another process changed the open project since this was last asked.
    #[must_use]
    pub fn changed_elsewhere(&self) -> bool {
        self.desk
            .as_ref()
            .is_some_and(|desk| desk.store().changed_elsewhere())
    }

    /// A session of its own on the same project, for what only reads and may take long: the work at the desk goes on
    /// meanwhile.
    ///
    /// # Errors
    /// When no project is open, or its file cannot be opened once more.
    pub fn aside(&self) -> Result<Session, ApiError> {
        let open = |desk: &Desk| {
            let path = desk.store().path();
            Desk::open(path, Access::Read, self.recorder.clone(), Utc::now)
        };
        let desk = self.desk.as_ref().ok_or_else(|| Asked::NoProject.into());
        Ok(Session {
            desk: Some(desk.and_then(open).map_err(|error: Error| error.api())?),
            recorder: self.recorder.clone(),
        })
    }

    fn desk(&mut self) -> Result<&mut Desk, Error> {
        self.desk.as_mut().ok_or_else(|| Asked::NoProject.into())
    }

    fn seat(&mut self, desk: Desk) -> Result<ProjectInfo, Error> {
        let info = desk.info()?;
        self.desk = Some(desk);
        Ok(info)
    }
}

macro_rules! commands {
    ($($name:ident: $params:ty => $reply:ty, |$session:ident, $given:ident $(, $work:ident)?| $does:expr;)+) => {
        /// Does one command of the list.
        ///
        /// # Errors
        /// A code with parameters: of the verb, `unknown_command`, or `bad_parameters`.
        pub fn call(
            session: &mut Session,
            name: &str,
            params: Value,
            work: &mut Work<'_>,
        ) -> Result<Value, ApiError> {
            match name {
                $(stringify!($name) => run(session, name, params, |$session: &mut Session, $given: $params| -> Result<$reply, Error> {
                    $(let $work = work;)?
                    $does
                }),)+
                _ => Err(Error::from(Asked::UnknownCommand { name: name.to_owned() }).api()),
            }
        }

        /// The commands with the TypeScript names of what they take and answer.
        fn signatures() -> Vec<(&'static str, String, String)> {
            let config = ts_rs::Config::default();
            vec![$((stringify!($name), <$params as ts_rs::TS>::name(&config), <$reply as ts_rs::TS>::name(&config))),+]
        }
    };
}

commands! {
    project_create: ProjectPath => ProjectInfo, |session, given| {
        let desk = Desk::create(Path::new(&given.path), given.title.as_deref(), session.recorder.clone(), Utc::now)?;
        session.seat(desk)
    };
    project_open: ProjectPath => ProjectInfo, |session, given| {
        let recorder = session.recorder.clone();
        let desk = Desk::open(Path::new(&given.path), Access::WriteIfPossible, recorder, Utc::now)?;
        session.seat(desk)
    };
    sample_create: SamplePath => ProjectInfo, |session, given| {
        let recorder = session.recorder.clone();
        let desk = Desk::create_sample(Path::new(&given.path), &given.language, recorder, Utc::now)?;
        session.seat(desk)
    };
    project_info: Nothing => ProjectInfo, |session, _given| session.desk()?.info();
    project_edit: ProjectPatch => Changes, |session, given| session.desk()?.edit_project(&given);
    articles: ArticlesQuery => ArticlesPage, |session, given| session.desk()?.articles(&given);
    article: Id => ArticleView, |session, given| session.desk()?.article(&given.id);
    article_edit: ArticleEdit => Written, |session, given| session.desk()?.edit_article(&given);
    import_look: ImportLook => ImportPreview, |session, given| session.desk()?.look_at_import(&given.from);
    import: ImportRequest => Imported, |session, given, work| {
        let total = given.items.len();
        session.desk()?.import(&given, |done| work.reached(done, total))
    };
    statement_record: StatementRecord => Written, |session, given| session.desk()?.record_statement(&given.statement);
    statement_edit: StatementEdit => Written, |session, given| session.desk()?.edit_statement(&given.id, &given.statement);
    draft: DraftRequest => Drafted, |session, given, work| {
        let told = |done, total| work.reached(done, total);
        match &given.after {
            Some(import) => session.desk()?.draft_after(import, &given.ids, told),
            None => session.desk()?.draft(&given.ids, told),
        }
    };
    explain: Id => Vec<RuleView>, |session, given| session.desk()?.explain(&given.id);
    accept: Ids => Changes, |session, given| session.desk()?.accept(&given.ids);
    dismiss: Ids => Changes, |session, given| session.desk()?.dismiss(&given.ids);
    delete: Ids => Changes, |session, given| session.desk()?.delete(&given.ids);
    read_span: ReadSpan => Vec<NumberReadingView>, |session, given| session.desk()?.read_span(&given);
    attribution: ReadSpan => AttributionOffer, |session, given| session.desk()?.attribution(&given);
    names: ReadSpan => Vec<NameOffer>, |session, given| session.desk()?.names(&given);
    bounds: BoundsQuery => BoundsReply, |session, given| session.desk()?.bounds(&given);
    relate: RelationInput => Written, |session, given| session.desk()?.relate(&given);
    assess: AssessmentInput => Written, |session, given| session.desk()?.assess(&given);
    register: Nothing => Register, |session, _given| session.desk()?.register();
    events: Nothing => Vec<Named>, |session, _given| session.desk()?.event_names();
    edit: FieldEdit => Written, |session, given| session.desk()?.edit(&given);
    source_add: SourceInput => Written, |session, given| session.desk()?.add_source(&given);
    place_add: PlaceInput => Written, |session, given| session.desk()?.add_place(&given);
    event_put: EventInput => Written, |session, given| session.desk()?.put_event(&given);
    word_add: WordInput => Written, |session, given| session.desk()?.add_word(&given);
    alias: AliasInput => Written, |session, given| session.desk()?.add_alias(&given);
    alias_remove: Id => Changes, |session, given| session.desk()?.remove_alias(&given.id);
    rename: RenameInput => Written, |session, given| session.desk()?.rename(&given);
    source_grade: GradeInput => Written, |session, given| session.desk()?.grade(&given);
    merge: MergeInput => Written, |session, given| session.desk()?.merge(&given);
    merge_preview: MergeInput => MergePreview, |session, given| session.desk()?.preview_merge(&given);
    register_uses: Nothing => Vec<EntryUses>, |session, _given| session.desk()?.register_uses();
    entry_statements: EntryQuery => Vec<EntryStatement>, |session, given| session.desk()?.statements_of(&given);
    compare: CompareQuery => Board, |session, given| session.desk()?.compare(&given);
    compare_csv: BoardCsvQuery => Csv, |session, given| session.desk()?.compare_csv(&given);
    claims: ClaimsQuery => ClaimsPage, |session, given, work| session.desk()?.claims_until(&given, work.stop());
    figures: FiguresQuery => Vec<ClaimRow>, |session, given| session.desk()?.figures(&given);
    claims_edit: ClaimsEdit => ClaimsEdited, |session, given, work| {
        session.desk()?.edit_claims(&given, |done, total| work.reached(done as usize, total as usize))
    };
    column_sets: Nothing => ColumnSets, |session, _given| session.desk()?.column_sets();
    columns_save: ColumnSetInput => Written, |session, given| session.desk()?.save_columns(&given);
    export_csv: ExportRequest => Exported, |session, given, work| {
        let desk = session.desk()?;
        let total = desk.claims_total(&given.filter)? as usize;
        desk.export_csv(&given, |done| work.reached(done as usize, total))
    };
    search: SearchQuery => SearchReply, |session, given| session.desk()?.search(&given);
    log: LogQuery => Vec<HistoryRow>, |session, given| session.desk()?.history(&given);
    log_changes: ChangesQuery => Vec<ChangeRow>, |session, given| session.desk()?.changes(&given);
    log_people: Nothing => Vec<String>, |session, _given| session.desk()?.people();
    undo: Nothing => Changes, |session, _given| session.desk()?.undo();
    redo: Nothing => Changes, |session, _given| session.desk()?.redo();
    distance: Id => Distance, |session, given| session.desk()?.distance(&given.id);
    undo_to: Id => Walked, |session, given| session.desk()?.undo_to(&given.id);
    redo_to: Id => Walked, |session, given| session.desk()?.redo_to(&given.id);
    check: CheckQuery => CheckReport, |session, given| session.desk()?.check(given.repair);
    backup: ProjectPath => Vec<Problem>, |session, given| session.desk()?.backup(Path::new(&given.path));
}

fn run<P: serde::de::DeserializeOwned, R: serde::Serialize>(
    session: &mut Session,
    name: &str,
    params: Value,
    work: impl FnOnce(&mut Session, P) -> Result<R, Error>,
) -> Result<Value, ApiError> {
    let misfit = |error: serde_json::Error| {
        Error::from(Asked::BadParameters {
            name: name.to_owned(),
            detail: error.to_string(),
        })
        .api()
    };
    let given = serde_json::from_value(params).map_err(misfit)?;
    let reply = work(session, given).map_err(|error| {
        tracing::warn!(command = name, code = error.code(), "refused");
        error.api()
    })?;
    serde_json::to_value(reply).map_err(misfit)
}
