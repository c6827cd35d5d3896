//! Undo and redo over random sequences of what users do, on real files: taking everything back leaves the empty project,
//! doing it again leaves the same content.

use crate::trial::{Dump, Trial, card_of, figure, item, statement};
use onrecord_core::app::{Asked, Error};
use onrecord_core::exchange::{FileKind, read_claims};
use onrecord_core::view::{
    AliasInput, ArticleEdit, ArticleMeta, AssessmentInput, Changes, EventInput, FieldEdit,
    FigureInput, ImportRequest, LogQuery, MergeInput, OperationRow, Party, PlaceInput,
    ProjectPatch, RelationInput, SourceInput, StatementInput, ViaInput, WordInput, Written,
};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

const TEXTS: [&str; 4] = [
    "Flood in the valley\n\nAt least 18 people were killed, the interior ministry said. Some 20 were hurt, a doctor said.",
    "Crue : le bilan\n\nLe ministère fait état de 18 morts et de 25 blessés. Un témoin parle de 20 morts à Ville-Haute.",
    "The count goes up\n\nCivil defence now says 25 people died. It takes back its figure of 20.",
    "山洪\n\n当局称18人死亡。",
];
const SOURCES: [(&str, &str); 5] = [
    ("Interior Ministry", "ministry"),
    ("Civil Defence", "emergency_service"),
    ("A doctor", "witness"),
    ("The Valley Post", "media"),
    ("interior ministry", "field_station"),
];
const PLACES: [&str; 5] = [
    "Valley",
    "Valley > Upper Town",
    "Upper Town",
    "Valley > Valley",
    "Coast > Upper Town",
];
const EVENTS: [&str; 3] = ["Flood", "flood ", "Storm"];
const DATES: [&str; 4] = [
    "2024-05-01",
    "2024-05-02",
    "2024-05",
    "2024-05-02T10:00:00Z",
];
const WORDS: [(&str, &str, &str); 6] = [
    ("measure", "drowned", "killed"),
    ("group", "anglers", "civilians"),
    ("group", "ice_anglers", "anglers"),
    ("basis", "door_to_door", "registered"),
    ("basis", "hearsay", ""),
    ("source_kind", "field_station", "witness"),
];
const RELATIONS: [&str; 8] = [
    "repeats",
    "updates",
    "corrects",
    "retracts",
    "denies",
    "derived_from",
    "part_of",
    "same_origin_as",
];

/// One thing a user does. The numbers choose among what is there, round and round.
#[derive(Debug, Clone)]
enum Act {
    Import(usize, usize),
    /// Articles are read by themselves after an import.
    Read(usize),
    Record([usize; 12]),
    Card(usize, [usize; 12]),
    Claims(usize, [usize; 12]),
    Edit(usize, usize, usize),
    Delete(usize, usize, bool),
    Relate(usize, usize, usize),
    Assess(usize, usize),
    Alias(usize, usize, usize),
    Merge(usize, usize, usize),
    Event(usize, usize),
    Place(usize, usize),
    Word(usize),
    Source(usize),
    Article(usize, usize),
    Project(usize),
    Undo,
    Redo,
    Reopen,
}

fn act() -> impl Strategy<Value = Act> {
    let n = 0..60_usize;
    let many = || prop::array::uniform12(0..60_usize);
    prop_oneof![
        3 => (n.clone(), n.clone()).prop_map(|(a, b)| Act::Import(a, b)),
        2 => n.clone().prop_map(Act::Read),
        8 => many().prop_map(Act::Record),
        3 => (n.clone(), many()).prop_map(|(a, b)| Act::Card(a, b)),
        2 => (n.clone(), many()).prop_map(|(a, b)| Act::Claims(a, b)),
        8 => (n.clone(), n.clone(), n.clone()).prop_map(|(a, b, c)| Act::Edit(a, b, c)),
        3 => (n.clone(), n.clone(), any::<bool>()).prop_map(|(a, b, c)| Act::Delete(a, b, c)),
        4 => (n.clone(), n.clone(), n.clone()).prop_map(|(a, b, c)| Act::Relate(a, b, c)),
        2 => (n.clone(), n.clone()).prop_map(|(a, b)| Act::Assess(a, b)),
        2 => (n.clone(), n.clone(), n.clone()).prop_map(|(a, b, c)| Act::Alias(a, b, c)),
        3 => (n.clone(), n.clone(), n.clone()).prop_map(|(a, b, c)| Act::Merge(a, b, c)),
        2 => (n.clone(), n.clone()).prop_map(|(a, b)| Act::Event(a, b)),
        1 => (n.clone(), n.clone()).prop_map(|(a, b)| Act::Place(a, b)),
        2 => n.clone().prop_map(Act::Word),
        1 => n.clone().prop_map(Act::Source),
        2 => (n.clone(), n.clone()).prop_map(|(a, b)| Act::Article(a, b)),
        1 => n.prop_map(Act::Project),
        6 => Just(Act::Undo),
        4 => Just(Act::Redo),
        1 => Just(Act::Reopen),
    ]
}

fn pick<T>(from: &[T], at: usize) -> Option<&T> {
    from.get(at.checked_rem(from.len())?)
}

fn one_of<const N: usize, T: Copy>(from: [T; N], at: usize) -> T {
    from[at % N]
}

/// A value, or none in two cases of three.
fn perhaps<const N: usize>(from: [&str; N], at: usize) -> Option<String> {
    at.is_multiple_of(3)
        .then(|| one_of(from, at / 3).to_owned())
}

/// What an act changed, `None` where there was nothing to do it to.
type Done = Result<Option<Changes>, Error>;

fn written(written: Result<Written, Error>) -> Done {
    written.map(|written| Some(written.changes))
}

fn party(at: usize, with_kind: bool) -> Party {
    let (name, kind) = one_of(SOURCES, at);
    Party {
        id: None,
        name: name.to_owned(),
        kind: with_kind.then(|| kind.to_owned()),
    }
}

/// The ids of everything that can be edited or deleted, by noun.
fn ids(trial: &Trial, noun: usize) -> Vec<String> {
    let register = trial.desk.register().unwrap();
    match noun % 9 {
        0 => trial.article_ids(),
        1 => trial.statements().into_iter().map(|view| view.id).collect(),
        2 => trial.figures().into_iter().map(|view| view.id).collect(),
        3 => register.sources.into_iter().map(|row| row.id).collect(),
        4 => register.speakers.into_iter().map(|row| row.id).collect(),
        5 => register.places.into_iter().map(|row| row.id).collect(),
        6 => register.events.into_iter().map(|row| row.id).collect(),
        7 => rows_of(trial, "word"),
        _ => [
            rows_of(trial, "alias"),
            rows_of(trial, "relation"),
            rows_of(trial, "reliance"),
        ]
        .concat(),
    }
}

fn rows_of(trial: &Trial, table: &str) -> Vec<String> {
    trial.everything()[table]
        .iter()
        .filter_map(|row| row.strip_prefix("id=")?.split(" | ").next())
        .map(str::to_owned)
        .collect()
}

fn figure_of(start: u32, end: u32, n: &[usize; 12]) -> FigureInput {
    let qualifier = one_of(["exact", "at_least", "about"], n[4] / 4);
    FigureInput {
        qualifier: Some(qualifier.to_owned()),
        point: Some(one_of(["18", "20", "25"], n[4]).to_owned()),
        measure: perhaps(["killed", "injured", "drowned"], 3 * n[5]),
        group: perhaps(["civilians", "anglers", "police"], n[6]),
        place: perhaps(PLACES, n[7]),
        as_of: perhaps(DATES, n[8]),
        basis: perhaps(["identified", "door_to_door", "hearsay"], n[9]),
        stance: one_of(
            [
                "asserts", "asserts", "asserts", "denies", "retracts", "recalls",
            ],
            n[10],
        )
        .to_owned(),
        excludes: perhaps(["prisoners", "anglers"], n[11])
            .into_iter()
            .collect(),
        ..figure(start, end)
    }
}

/// What a card says of a sentence of an article.
fn card(trial: &Trial, n: &[usize; 12]) -> Option<StatementInput> {
    let articles = trial.article_ids();
    let view = trial.desk.article(pick(&articles, n[0])?).unwrap();
    let (start, end) = *pick(&view.sentences, n[1])?;
    let numbers = view
        .numbers
        .iter()
        .filter(|number| start <= number.0 && number.1 <= end);
    Some(StatementInput {
        source: (!n[2].is_multiple_of(5)).then(|| party(n[2], n[3].is_multiple_of(2))),
        speaker: n[3].is_multiple_of(4).then(|| Party {
            name: one_of(["Ada Byron", "Émile Zola", "emile zola"], n[3] / 4).to_owned(),
            ..Party::default()
        }),
        via: n[3]
            .is_multiple_of(3)
            .then(|| ViaInput {
                source: party(n[2] + 1, false),
                connection: None,
            })
            .into_iter()
            .collect(),
        event: perhaps(EVENTS, 3 * n[5] + n[4] % 2),
        stated_at: perhaps(DATES, n[6] + n[7]),
        tags: perhaps(["toll", "hearsay"], n[9]).into_iter().collect(),
        note: perhaps(["asked again"], n[10]).unwrap_or_default(),
        figures: numbers
            .map(|number| figure_of(number.0, number.1, n))
            .collect(),
        ..statement(&view.article.id, start, end)
    })
}

fn edit(trial: &mut Trial, noun: usize, which: usize, how: usize) -> Done {
    let found = ids(trial, noun);
    let Some(id) = pick(&found, which) else {
        return Ok(None);
    };
    let date = one_of(DATES, how / 8);
    let place = one_of(PLACES, how / 8);
    let event = one_of(EVENTS, how / 8);
    let source = one_of(SOURCES, how / 8);
    let (field, value) = match noun % 9 {
        0 => one_of(
            [
                ("published_at", date),
                ("language", "fr"),
                ("language", "en"),
                ("outlet", "The Coast Post"),
                ("event", event),
                ("title", "Another title"),
            ],
            how,
        ),
        1 => one_of(
            [
                ("source", source.0),
                ("source", ""),
                ("event", event),
                ("stated_at", date),
                ("via", "The Valley Post; Civil Defence"),
                ("via", ""),
                ("speaker", "Ada Byron"),
                ("note", "blessées"),
            ],
            how,
        ),
        2 => one_of(
            [
                ("point", "18"),
                ("qualifier", "at_least"),
                ("qualifier", "between"),
                ("place", place),
                ("as_of", date),
                ("stance", one_of(["denies", "retracts", "asserts"], how / 8)),
                (
                    "measure",
                    one_of(["killed", "injured", "drowned", ""], how / 8),
                ),
                ("unit", "money:USD"),
                (
                    "group",
                    one_of(["anglers", "ice_anglers", "police", "other"], how / 8),
                ),
                (
                    "basis",
                    one_of(["door_to_door", "hearsay", "bodies"], how / 8),
                ),
            ],
            how,
        ),
        3 => one_of(
            [
                ("kind", source.1),
                ("parent", source.0),
                ("relies_on", "Civil Defence; A doctor"),
                ("relies_on", ""),
                ("name", "Home Office"),
                ("reliability", "b"),
            ],
            how,
        ),
        4 => ("name", one_of(["Ada King", "Émile Zola"], how)),
        5 => one_of(
            [
                ("name", "Upper Town"),
                ("parent", "Coast"),
                ("parent", ""),
                ("parent", "Upper Town"),
            ],
            how,
        ),
        6 => one_of(
            [
                ("place", place),
                ("from", date),
                ("to", ""),
                ("parent", event),
                ("name", "Deluge"),
            ],
            how,
        ),
        7 => (
            "parent",
            one_of(
                [
                    "",
                    "killed",
                    "anglers",
                    "ice_anglers",
                    "bodies",
                    "hearsay",
                    "witness",
                    "other",
                ],
                how,
            ),
        ),
        _ => ("name", "no such field"),
    };
    written(trial.desk.edit(&FieldEdit {
        id: id.clone(),
        fields: vec![(field.to_owned(), value.to_owned())],
    }))
}

fn claims(trial: &mut Trial, which: usize, n: &[usize; 12]) -> Done {
    let articles = trial.article_ids();
    let Some(article) = pick(&articles, which) else {
        return Ok(None);
    };
    let title = trial.desk.article(article).unwrap().article.title;
    let (source, kind) = one_of(SOURCES, n[2]);
    let line = |quote: &str, label: &str, part: &str| {
        format!(
            r#"{{"article": "{title}", "quote": "{quote}", "source": "{source}", "source_kind": "{kind}",
                "event": "{event}", "id": "{label}", "figures": [{{"id": "f{label}", "text": "18", "measure": "killed",
                "place": "{place}", "as_of": "{date}"}}, {{"text": "18", "measure": "killed", "part_of": {part}}}],
                "relations": [{{"kind": "updates", "from": "f{label}", "to": "fb"}}]}}"#,
            event = one_of(EVENTS, n[3]),
            place = one_of(PLACES, n[4]),
            date = one_of(DATES, n[5]),
        )
        .replace('\n', " ")
    };
    let file = [
        line("At least 18 people were killed", "a", "0"),
        line("fait état de 18 morts", "b", "null"),
        line("18人死亡", "c", one_of(["null", "0", "\"fa\"", "7"], n[6])),
    ]
    .join("\n");
    let file = read_claims(FileKind::Jsonl, file.as_bytes(), None).unwrap();
    trial
        .desk
        .add(file, |_| ())
        .map(|added| Some(added.changes))
}

fn perform(trial: &mut Trial, act: &Act) -> Done {
    match act {
        Act::Read(n) => {
            let done = operations(trial);
            let imports: Vec<_> = done
                .iter()
                .filter(|one| one.command == "import" && !one.undone)
                .collect();
            let Some(import) = pick(&imports, *n) else {
                return Ok(None);
            };
            let articles = trial.article_ids();
            let drafted = trial.desk.draft_after(&import.id, &articles, |_, _| ());
            drafted.map(|drafted| Some(drafted.changes))
        }
        Act::Import(which, n) => {
            let meta = ArticleMeta {
                outlet: perhaps(["The Valley Post", "Le Courrier"], *n),
                published_at: perhaps(DATES, n + 1),
                event: perhaps(EVENTS, n + 2),
                language: perhaps(["xx1"], n / 7 + 1),
                ..ArticleMeta::default()
            };
            let items = (0..=n % 2)
                .map(|more| item(one_of(TEXTS, which + more), meta.clone()))
                .collect();
            let imported = trial.desk.import(&ImportRequest { items }, |_| ())?;
            Ok(Some(imported.changes))
        }
        Act::Record(n) => match card(trial, n) {
            Some(card) => written(trial.desk.record_statement(&card)),
            None => Ok(None),
        },
        Act::Card(which, n) => {
            let statements = trial.statements();
            let Some(view) = pick(&statements, *which) else {
                return Ok(None);
            };
            let mut card = card_of(view);
            match n[0] % 6 {
                0 => card.source = Some(party(n[1], true)),
                1 => card.figures.truncate(n[1] % 2),
                2 => card.figures.push(figure_of(view.start, view.end, n)),
                3 => card.figures.reverse(),
                4 => card.via.push(ViaInput {
                    source: party(n[1], false),
                    connection: None,
                }),
                _ => {
                    if let Some(figure) = card.figures.first_mut() {
                        *figure = FigureInput {
                            id: figure.id.clone(),
                            part_of: perhaps(["#1", "#0", "nowhere"], n[1]),
                            ..figure_of(view.start, view.end, n)
                        };
                    }
                }
            }
            written(trial.desk.edit_statement(&view.id, &card))
        }
        Act::Claims(which, n) => claims(trial, *which, n),
        Act::Edit(noun, which, how) => edit(trial, *noun, *which, *how),
        Act::Delete(noun, which, two) => {
            let found = ids(trial, *noun);
            let Some(id) = pick(&found, *which) else {
                return Ok(None);
            };
            let mut chosen = vec![id.clone()];
            if *two {
                chosen.extend(pick(&ids(trial, noun + 1), *which).cloned());
            }
            trial.desk.delete(&chosen).map(Some)
        }
        Act::Relate(from, kind, to) => {
            let figures = trial.figures();
            let (Some(from), Some(to)) = (pick(&figures, *from), pick(&figures, *to)) else {
                return Ok(None);
            };
            written(trial.desk.relate(&RelationInput {
                from: from.id.clone(),
                kind: one_of(RELATIONS, *kind).to_owned(),
                to: to.id.clone(),
            }))
        }
        Act::Assess(which, n) => {
            let found = ids(trial, 1 + n % 2);
            let Some(id) = pick(&found, *which) else {
                return Ok(None);
            };
            written(trial.desk.assess(&AssessmentInput {
                id: id.clone(),
                status: one_of(["verified", "contested"], n / 2).to_owned(),
                grade: u8::try_from(n % 8).ok(),
                rule: None,
                reasoning: one_of(["two sources", "asked the ministry", " "], n / 3).to_owned(),
            }))
        }
        Act::Alias(noun, which, n) => {
            let found = ids(trial, 3 + noun % 5);
            let Some(id) = pick(&found, *which) else {
                return Ok(None);
            };
            written(trial.desk.add_alias(&AliasInput {
                id: id.clone(),
                name:
                    one_of(["MoI", "moi", "Upper Town", "Ada Byron", "rod people"], *n).to_owned(),
            }))
        }
        Act::Merge(noun, from, into) => {
            let found = if noun % 5 == 4 {
                ["anglers", "ice_anglers", "civilians", "police"]
                    .map(str::to_owned)
                    .to_vec()
            } else {
                ids(trial, 3 + noun % 5)
            };
            let (Some(from), Some(into)) = (pick(&found, *from), pick(&found, *into)) else {
                return Ok(None);
            };
            trial
                .desk
                .merge(&MergeInput {
                    from: vec![from.clone()],
                    into: into.clone(),
                })
                .map(|written| Some(written.changes))
        }
        Act::Event(which, n) => written(trial.desk.put_event(&EventInput {
            name: one_of(EVENTS, *which).to_owned(),
            place: perhaps(PLACES, *n),
            from: perhaps(DATES, n + 1),
            parent: perhaps(EVENTS, n + 2),
            ..EventInput::default()
        })),
        Act::Place(which, n) => written(trial.desk.add_place(&PlaceInput {
            name: one_of(["Upper Town", "Valley", "Coast"], *which).to_owned(),
            parent: perhaps(PLACES, *n),
        })),
        Act::Word(which) => {
            let (vocabulary, word, parent) = one_of(WORDS, *which);
            written(trial.desk.add_word(&WordInput {
                vocabulary: vocabulary.to_owned(),
                word: word.to_owned(),
                parent: (!parent.is_empty()).then(|| parent.to_owned()),
            }))
        }
        Act::Source(which) => {
            let (name, kind) = one_of(SOURCES, *which);
            written(trial.desk.add_source(&SourceInput {
                name: name.to_owned(),
                kind: Some(kind.to_owned()),
            }))
        }
        Act::Article(which, n) => {
            let articles = trial.article_ids();
            let Some(id) = pick(&articles, *which) else {
                return Ok(None);
            };
            written(trial.desk.edit_article(&ArticleEdit {
                id: id.clone(),
                meta: ArticleMeta {
                    language: perhaps(["en", "fr", "zh"], *n),
                    published_at: perhaps(DATES, n + 1),
                    title: perhaps(["Flood in the valley", "Bilan"], n + 2),
                    ..ArticleMeta::default()
                },
            }))
        }
        Act::Project(n) => trial
            .desk
            .edit_project(&ProjectPatch {
                title: perhaps(["Trial", "Other"], *n),
                method: perhaps(["Only named bodies."], n + 1),
            })
            .map(Some),
        Act::Undo => trial.desk.undo().map(Some),
        Act::Redo => trial.desk.redo().map(Some),
        Act::Reopen => Ok(None),
    }
}

/// The project as it was with these operations done, by their ids.
type Seen = BTreeMap<BTreeSet<String>, (Dump, Dump)>;

/// The whole journal, newest first.
fn operations(trial: &Trial) -> Vec<OperationRow> {
    let all = LogQuery {
        limit: u32::MAX,
        ..LogQuery::default()
    };
    trial.desk.log(&all).unwrap()
}

fn done(trial: &Trial) -> BTreeSet<String> {
    let rows = operations(trial).into_iter();
    rows.filter(|row| !row.undone).map(|row| row.id).collect()
}

/// Those that a person did and that are done.
fn steps(trial: &Trial) -> Vec<String> {
    let rows = operations(trial).into_iter();
    rows.filter(|row| !row.undone && row.command != "new" && !row.detail.contains_key("after"))
        .map(|row| row.id)
        .collect()
}

fn content(trial: &Trial) -> (Dump, Dump) {
    (trial.nouns(), trial.searchable())
}

fn sound(trial: &mut Trial) -> Result<(), TestCaseError> {
    let report = trial.desk.check(false).unwrap();
    prop_assert!(report.ok, "{:?}", report.problems);
    Ok(())
}

fn nothing_left(error: &Error) -> bool {
    matches!(
        error,
        Error::Asked(Asked::NothingToUndo | Asked::NothingToRedo)
    )
}

fn step(trial: &mut Trial, act: &Act, seen: &mut Seen) -> Result<(), TestCaseError> {
    let before = trial.everything();
    let (done_before, steps_before) = (done(trial), steps(trial));
    let answer = perform(trial, act);
    if let Err(Error::Store(error)) = &answer {
        prop_assert!(false, "an invariant and no refusal: {error}");
    }
    let changes = answer.as_ref().ok().and_then(Option::as_ref);
    let changed = changes.filter(|changes| changes.operation.is_some());
    let ends = trial.desk.store().journal_ends().unwrap();
    let done = done(trial);
    let steps = steps(trial);
    if let Some(changes) = changed {
        prop_assert_eq!(&ends, &(changes.undo.clone(), changes.redo.clone()));
    }
    let operation = changed.and_then(|changes| Some(changes.operation.clone()?.id));
    match (act, operation) {
        (_, None) => {
            // Refused, or nothing new: not a byte of the tables has changed.
            prop_assert_eq!(trial.everything(), before);
            if let Err(error) = &answer {
                prop_assert!(
                    nothing_left(error) == matches!(act, Act::Undo | Act::Redo),
                    "{}",
                    error
                );
            }
        }
        (Act::Undo, Some(operation)) => {
            // What a person did last, and nothing else that a person did.
            prop_assert_eq!(Some(&operation), steps_before.first());
            prop_assert_eq!(&steps, &steps_before[1..].to_vec());
            prop_assert!(done.is_subset(&done_before));
        }
        (Act::Redo, Some(operation)) => {
            prop_assert!(done.is_superset(&done_before));
            prop_assert!(done.contains(&operation) && !done_before.contains(&operation));
        }
        _ => prop_assert_eq!(&ends.1, &None),
    }
    let next = ends.0.map(|operation| operation.id);
    prop_assert_eq!(next.as_ref(), steps.first());
    let now = content(trial);
    let then = seen.entry(done).or_insert_with(|| now.clone());
    prop_assert_eq!(&now, &*then);
    sound(trial)
}

/// Few cases, since every operation waits for the disk; PROPTEST_CASES asks for more.
fn few() -> ProptestConfig {
    let usual = ProptestConfig::default();
    ProptestConfig {
        cases: std::env::var_os("PROPTEST_CASES").map_or(8, |_| usual.cases),
        max_shrink_iters: 200,
        failure_persistence: None,
        ..usual
    }
}

proptest! {
    #![proptest_config(few())]

    #[test]
    fn everything_can_be_taken_back_and_done_again(acts in prop::collection::vec(act(), 12..40)) {
        let mut trial = Trial::new();
        let empty = content(&trial);
        let mut seen = Seen::from([(done(&trial), empty.clone())]);
        for start in 0..2 {
            step(&mut trial, &Act::Import(start, 0), &mut seen)?;
            step(&mut trial, &Act::Record([start; 12]), &mut seen)?;
        }
        for act in &acts {
            step(&mut trial, act, &mut seen)?;
            if matches!(act, Act::Reopen) {
                trial = trial.reopened();
                prop_assert_eq!(Some(&content(&trial)), seen.get(&done(&trial)));
            }
        }
        let (last, all) = (content(&trial), done(&trial));
        let expected = steps(&trial).len();
        let mut taken_back = 0;
        while trial.desk.undo().is_ok() {
            taken_back += 1;
        }
        prop_assert_eq!(taken_back, expected);
        prop_assert_eq!(&content(&trial), &empty);
        for (table, rows) in &trial.everything() {
            let stays = ["project", "original", "canonical", "operation", "change"];
            prop_assert!(stays.contains(&table.as_str()) || rows.is_empty(), "{} is not empty: {:?}", table, rows);
        }
        trial = trial.reopened();
        // What was read comes again with its import, or in a step of its own where it rests on what a person did.
        while !done(&trial).is_superset(&all) {
            trial.desk.redo().unwrap();
            let now = content(&trial);
            prop_assert_eq!(&now, &*seen.entry(done(&trial)).or_insert_with(|| now.clone()));
        }
        if done(&trial) == all {
            prop_assert_eq!(&content(&trial), &last);
        }
        sound(&mut trial)?;
    }
}
