//! The register kept in order: what a merge would do is what it does, other names go, words are named otherwise.

use crate::trial::{Said, Trial};
use onrecord_core::app::Error;
use onrecord_core::view::{
    AliasInput, ArticleMeta, EntryQuery, FieldEdit, GradeInput, MergeInput, MergePreview,
    PlaceInput, RenameInput, SourceRow, Uses, WordInput,
};

const TEXT: &str = "In the valley 18 people died, the ministry said. Then 19 were missing.";

fn trial() -> Trial {
    let mut trial = Trial::new();
    let article = trial.import(TEXT, ArticleMeta::default());
    let said = |source, point| Said {
        source: Some(source),
        point,
        event: Some("Flood"),
        place: Some("Kesh > Bor"),
        ..Said::default()
    };
    trial.record(&article, "18 people", said("Ministry", "18"));
    trial.record(&article, "19 were", said("MoI", "19"));
    trial
}

fn code<T>(done: Result<T, Error>) -> Error {
    match done {
        Ok(_) => panic!("it was done"),
        Err(error) => error,
    }
}

fn source(trial: &Trial, name: &str) -> SourceRow {
    let sources = trial.desk.register().unwrap().sources;
    let mut found = sources.into_iter().filter(|row| row.name == name);
    found.next().unwrap()
}

fn alias(trial: &mut Trial, id: &str, name: &str) -> String {
    let input = AliasInput {
        id: id.to_owned(),
        name: name.to_owned(),
    };
    trial.desk.add_alias(&input).unwrap().id
}

fn edit(trial: &mut Trial, id: &str, field: &str, value: &str) {
    let input = FieldEdit {
        id: id.to_owned(),
        fields: vec![(field.to_owned(), value.to_owned())],
    };
    trial.desk.edit(&input).unwrap();
}

fn names(row: &SourceRow) -> Vec<&str> {
    row.aliases
        .iter()
        .map(|alias| alias.name.as_str())
        .collect()
}

#[test]
fn a_merge_does_what_its_preview_says_and_one_undo_takes_it_back() {
    let mut trial = trial();
    let (kept, gone) = (source(&trial, "Ministry").id, source(&trial, "MoI").id);
    for name in ["Interior", "ministry of interior"] {
        alias(&mut trial, &gone, name);
    }
    edit(&mut trial, &gone, "relies_on", "Police; Ministry");
    let police = source(&trial, "Police").id;
    edit(&mut trial, &police, "parent", &gone);
    let grade = |id: &str, grade: &str| GradeInput {
        id: id.to_owned(),
        reliability: Some(grade.to_owned()),
        reason: "Revised it twice.".to_owned(),
        date: None,
    };
    trial.desk.grade(&grade(&gone, "D")).unwrap();
    edit(&mut trial, &gone, "country", "OR");
    edit(&mut trial, &kept, "country", "VA");
    let other = trial.desk.register().unwrap().sources.len();

    let input = MergeInput {
        from: vec![gone.clone()],
        into: kept.clone(),
    };
    let before = trial.everything();
    let preview = trial.desk.preview_merge(&input).unwrap();
    assert_eq!(trial.everything(), before, "a preview leaves no trace");
    assert_eq!(
        (
            preview.moved,
            preview.reliances,
            &preview.children,
            &preview.aliases
        ),
        (
            Uses {
                statements: 1,
                ..Uses::default()
            },
            1,
            &vec!["Police".to_owned()],
            &["Interior", "ministry of interior", "MoI"]
                .map(str::to_owned)
                .to_vec(),
        )
    );
    let lost: Vec<_> = preview
        .lost
        .iter()
        .map(|lost| {
            (
                lost.field.as_str(),
                lost.value.as_str(),
                lost.kept.as_deref(),
            )
        })
        .collect();
    assert_eq!(
        lost,
        [
            ("country", "OR", Some("VA")),
            ("reliability", "D", None),
            ("reliability_reason", "Revised it twice.", None),
        ]
    );

    let nouns = trial.nouns();
    let written = trial.desk.merge(&input).unwrap();
    assert_eq!(written.id, kept);
    let notes: Vec<_> = written
        .notes
        .iter()
        .map(|note| note.code.as_str())
        .collect();
    assert_eq!(notes, ["merge_lost"]);
    let row = source(&trial, "Ministry");
    assert_eq!(names(&row), preview.aliases);
    assert_eq!(
        (row.statements, row.relies_on.as_slice()),
        (2, ["Police".to_owned()].as_slice())
    );
    assert_eq!(source(&trial, "Police").parent.as_deref(), Some("Ministry"));
    assert_eq!(trial.desk.register().unwrap().sources.len(), other - 1);
    trial.desk.undo().unwrap();
    assert_eq!(trial.nouns(), nouns);
}

#[test]
fn several_are_folded_into_one_at_once() {
    let mut trial = trial();
    for (name, parent) in [
        ("Keshia", None),
        ("Bor", Some("Keshia")),
        ("Kesh Land", None),
    ] {
        let input = PlaceInput {
            name: name.to_owned(),
            parent: parent.map(str::to_owned),
        };
        trial.desk.add_place(&input).unwrap();
    }
    let ids = trial.desk.register().unwrap().places;
    let id = |path: &str| ids.iter().find(|row| row.path == path).unwrap().id.clone();
    // A place that goes with another that was named before it is no mistake.
    let input = MergeInput {
        from: vec![id("Kesh"), id("Kesh > Bor"), id("Kesh Land")],
        into: id("Keshia"),
    };
    let preview: MergePreview = trial.desk.preview_merge(&input).unwrap();
    assert_eq!(
        (preview.moved.figures, preview.twins),
        (2, vec!["Bor".to_owned()])
    );
    trial.desk.merge(&input).unwrap();
    let paths: Vec<_> = trial
        .desk
        .register()
        .unwrap()
        .places
        .into_iter()
        .map(|row| row.path)
        .collect();
    assert_eq!(paths, ["Keshia", "Keshia > Bor"]);
}

#[test]
fn another_name_goes_and_comes_back() {
    let mut trial = trial();
    let ministry = source(&trial, "Ministry").id;
    let id = alias(&mut trial, &ministry, "Interior");
    assert_eq!(source(&trial, "Ministry").aliases[0].id, id);
    trial.desk.remove_alias(&id).unwrap();
    assert_eq!(names(&source(&trial, "Ministry")), [""; 0]);
    assert_eq!(code(trial.desk.remove_alias(&id)).code(), "unknown_id");
    trial.desk.undo().unwrap();
    assert_eq!(names(&source(&trial, "Ministry")), ["Interior"]);
}

#[test]
fn a_new_name_can_keep_the_old_one() {
    let mut trial = trial();
    let ministry = source(&trial, "Ministry").id;
    alias(&mut trial, &ministry, "Interior");
    let rename = |id: &str, name: &str, keep_old| RenameInput {
        id: id.to_owned(),
        name: name.to_owned(),
        keep_old,
    };
    let taken = trial.desk.rename(&rename(&ministry, "moi", true));
    assert_eq!(code(taken).code(), "name_taken");
    // One of its other names becomes its own, and is no other name any more.
    trial
        .desk
        .rename(&rename(&ministry, "Interior", true))
        .unwrap();
    assert_eq!(names(&source(&trial, "Interior")), ["Ministry"]);
    trial
        .desk
        .rename(&rename(&ministry, "Home Office", false))
        .unwrap();
    assert_eq!(names(&source(&trial, "Home Office")), ["Ministry"]);
}

#[test]
fn a_word_that_is_named_otherwise_takes_its_figures_along() {
    let mut trial = trial();
    let word = |vocabulary: &str, word: &str, parent: Option<&str>| WordInput {
        vocabulary: vocabulary.to_owned(),
        word: word.to_owned(),
        parent: parent.map(str::to_owned),
    };
    let dockers = trial
        .desk
        .add_word(&word("group", "dockers", None))
        .unwrap()
        .id;
    trial
        .desk
        .add_word(&word("group", "crane_drivers", Some("dockers")))
        .unwrap();
    alias(&mut trial, "dockers", "stevedores");
    let (first, second) = (trial.figures()[0].id.clone(), trial.figures()[1].id.clone());
    edit(&mut trial, &first, "group", "dockers");
    edit(&mut trial, &second, "excludes", "dockers; guests");
    let nouns = trial.nouns();

    let uses = trial.desk.register_uses().unwrap();
    let of = |id: &str| uses.iter().find(|row| row.id == id).map(|row| row.uses);
    assert_eq!(of("dockers").map(|uses| uses.figures), Some(1));
    assert_eq!(of("crane_drivers"), None);
    let refused = code(trial.desk.delete(std::slice::from_ref(&dockers))).api();
    assert_eq!(refused.code, "in_use");
    assert_eq!(
        (&refused.params["figures"], &refused.params["entries"]),
        (&1.into(), &1.into())
    );

    let input = RenameInput {
        id: dockers,
        name: "dock_workers".to_owned(),
        keep_old: true,
    };
    trial.desk.rename(&input).unwrap();
    let register = trial.desk.register().unwrap();
    let row = |word: &str| register.words.iter().find(|row| row.word == word).unwrap();
    assert_eq!(row("crane_drivers").parent.as_deref(), Some("dock_workers"));
    let aliases: Vec<_> = row("dock_workers")
        .aliases
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    assert_eq!(aliases, ["stevedores", "dockers"]);
    let figures = trial.figures();
    assert_eq!(figures[0].group.as_deref(), Some("dock_workers"));
    assert_eq!(figures[1].excludes, ["dock_workers", "guests"]);
    trial.desk.undo().unwrap();
    assert_eq!(trial.nouns(), nouns);
}

#[test]
fn the_statements_that_use_an_entry_are_listed_newest_first() {
    let trial = trial();
    let register = trial.desk.register().unwrap();
    let ask = |vocabulary: Option<&str>, id: &str| {
        let query = EntryQuery {
            vocabulary: vocabulary.map(str::to_owned),
            id: id.to_owned(),
            limit: 10,
        };
        let found = trial.desk.statements_of(&query).unwrap();
        found.into_iter().map(|row| row.quote).collect::<Vec<_>>()
    };
    assert_eq!(ask(None, &source(&trial, "MoI").id), ["19 were"]);
    assert_eq!(ask(None, &register.events[0].id), ["19 were", "18 people"]);
    let bor = register
        .places
        .iter()
        .find(|row| row.name == "Bor")
        .unwrap();
    assert_eq!(ask(None, &bor.id).len(), 2);
    assert_eq!(ask(Some("source_kind"), "other").len(), 2);
    assert_eq!(ask(Some("measure"), "killed").len(), 2);
    assert_eq!(ask(Some("measure"), "injured").len(), 0);
}
