//! The window's types, written from ours.

use super::signatures;
use crate::view::{self, *};
use std::fmt::Write as _;
use ts_rs::{Config, TS};

macro_rules! declarations {
    ($config:ident, $($type:ty),+ $(,)?) => {
        vec![$((<$type as TS>::docs(), <$type as TS>::decl($config))),+]
    };
}

/// The TypeScript of every type that commands take and answer, and of the list itself.
#[must_use]
pub fn typescript() -> String {
    let config = &Config::default();
    let mut out =
        String::from("// Written by `make types` from the core's list of commands. Do not edit.\n");
    for (docs, declaration) in declarations!(
        config,
        Nothing,
        ProjectPath,
        SamplePath,
        ProjectInfo,
        ProjectPatch,
        OperationInfo,
        Changes,
        Written,
        Note,
        view::ApiError,
        Ids,
        Id,
        OperationRow,
        LogQuery,
        HistoryRow,
        Touched,
        ChangeRow,
        FieldChange,
        ChangesQuery,
        Distance,
        Walked,
        CheckReport,
        Problem,
        CheckQuery,
        ArticlesQuery,
        Unfinished,
        ArticleOrder,
        ArticlesPage,
        ArticleRow,
        ArticleHits,
        ArticleView,
        BlockView,
        ArticleMeta,
        ArticleEdit,
        ImportSource,
        ImportLook,
        ImportPreview,
        ImportRequest,
        ImportItem,
        Imported,
        ImportResult,
        SearchQuery,
        SearchReply,
        SearchHit,
        Named,
        SourceRef,
        ChainLinkView,
        StatementView,
        FigureView,
        RelationView,
        RelationTo,
        AssessmentView,
        Party,
        ViaInput,
        StatementInput,
        FigureInput,
        StatementRecord,
        StatementEdit,
        DraftRequest,
        Drafted,
        RuleView,
        ReadSpan,
        NumberReadingView,
        NameOffer,
        AttributionOffer,
        BoundsQuery,
        BoundsReply,
        RelationInput,
        AssessmentInput,
        SourceRow,
        SpeakerRow,
        EventRow,
        PlaceRow,
        WordRow,
        Register,
        FieldEdit,
        MergeInput,
        MergePreview,
        Lost,
        Uses,
        EntryUses,
        EntryQuery,
        EntryStatement,
        RenameInput,
        GradeInput,
        AliasInput,
        PlaceInput,
        EventInput,
        SourceInput,
        WordInput,
        serde_json::Value,
        CompareQuery,
        BoardCsvQuery,
        Csv,
        Board,
        BoardRow,
        Gap,
        BoardCell,
        BoardFigure,
        Finding,
        ClaimsFilter,
        ClaimsQuery,
        ClaimsPage,
        ClaimRow,
        FiguresQuery,
        ClaimsEdit,
        ClaimsEdited,
        ClaimRefused,
        ColumnSets,
        ColumnSet,
        ColumnSetInput,
        ExportRequest,
        Exported,
    ) {
        let _ = write!(out, "\n{}export {declaration}\n", docs.unwrap_or_default());
    }
    out.push_str("\n/** The list of commands: what each takes and what it answers. */\nexport type Commands = {\n");
    for (name, params, reply) in signatures() {
        let _ = writeln!(out, "  {name}: [{params}, {reply}];");
    }
    out.push_str("};\n");
    out
}
