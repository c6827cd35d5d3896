//! Names to entries: matching, paths of places, kinds of sources, merging, and what deleting takes along.

use crate::trial::{Said, Trial, card_of, figure, statement};
use onrecord_core::app::Error;
use onrecord_core::view::{
    AliasInput, ArticleMeta, EventInput, FieldEdit, FigureInput, FigureView, MergeInput, Named,
    Note, Party, PlaceInput, Register, SourceInput, ViaInput, WordInput,
};

const TEXT: &str = "In the valley 18 people died, a ministry said.";

struct Desk {
    trial: Trial,
    article: String,
}

fn desk() -> Desk {
    let mut trial = Trial::new();
    let article = trial.import(TEXT, ArticleMeta::default());
    Desk { trial, article }
}

fn party(name: &str, kind: Option<&str>) -> Party {
    Party {
        id: None,
        name: name.to_owned(),
        kind: kind.map(str::to_owned),
    }
}

fn names(aliases: &[Named]) -> Vec<&str> {
    aliases.iter().map(|alias| alias.name.as_str()).collect()
}

fn code<T>(done: Result<T, Error>) -> String {
    match done {
        Ok(_) => panic!("it was done"),
        Err(error) => error.code(),
    }
}

impl Desk {
    fn register(&self) -> Register {
        self.trial.desk.register().unwrap()
    }

    fn sources(&self) -> Vec<String> {
        self.register()
            .sources
            .into_iter()
            .map(|row| row.name)
            .collect()
    }

    fn paths(&self) -> Vec<String> {
        self.register()
            .places
            .into_iter()
            .map(|row| row.path)
            .collect()
    }

    fn kind_of(&self, name: &str) -> String {
        let rows = self.register().sources.into_iter();
        rows.filter(|row| row.name == name)
            .map(|row| row.kind)
            .next()
            .unwrap()
    }

    fn add_source(&mut self, name: &str, kind: &str) -> String {
        let input = SourceInput {
            name: name.to_owned(),
            kind: Some(kind.to_owned()),
        };
        self.trial.desk.add_source(&input).unwrap().id
    }

    fn alias(&mut self, id: &str, name: &str) -> Result<String, Error> {
        let input = AliasInput {
            id: id.to_owned(),
            name: name.to_owned(),
        };
        self.trial.desk.add_alias(&input).map(|written| written.id)
    }

    fn add_place(&mut self, name: &str, parent: Option<&str>) -> Result<String, Error> {
        let input = PlaceInput {
            name: name.to_owned(),
            parent: parent.map(str::to_owned),
        };
        self.trial.desk.add_place(&input).map(|written| written.id)
    }

    fn add_word(
        &mut self,
        vocabulary: &str,
        word: &str,
        parent: Option<&str>,
    ) -> Result<String, Error> {
        let input = WordInput {
            vocabulary: vocabulary.to_owned(),
            word: word.to_owned(),
            parent: parent.map(str::to_owned),
        };
        self.trial.desk.add_word(&input).map(|written| written.id)
    }

    fn merge(&mut self, from: &str, into: &str) -> Result<(), Error> {
        let input = MergeInput {
            from: vec![from.to_owned()],
            into: into.to_owned(),
        };
        self.trial.desk.merge(&input).map(|_| ())
    }

    fn edit(&mut self, id: &str, fields: &[(&str, &str)]) -> Result<(), Error> {
        let input = FieldEdit {
            id: id.to_owned(),
            fields: fields
                .iter()
                .map(|(field, value)| ((*field).to_owned(), (*value).to_owned()))
                .collect(),
        };
        self.trial.desk.edit(&input).map(|_| ())
    }

    /// Records a statement of a source, at a place, with a chain; answers its id and the notes.
    fn record(
        &mut self,
        source: Party,
        place: Option<&str>,
        via: &[Party],
    ) -> Result<(String, Vec<Note>), Error> {
        let input = onrecord_core::view::StatementInput {
            source: Some(source),
            via: via
                .iter()
                .map(|source| ViaInput {
                    source: source.clone(),
                    connection: None,
                })
                .collect(),
            figures: vec![FigureInput {
                place: place.map(str::to_owned),
                ..figure(14, 16)
            }],
            ..statement(&self.article, 14, 28)
        };
        let written = self.trial.desk.record_statement(&input)?;
        Ok((written.id, written.notes))
    }

    fn recorded_as(&mut self, name: &str) -> String {
        let (id, _) = self.record(party(name, None), None, &[]).unwrap();
        self.trial.desk.statement(&id).unwrap().source.unwrap().name
    }

    fn placed(&mut self, path: &str) -> String {
        let (id, _) = self
            .record(party("Ministry", None), Some(path), &[])
            .unwrap();
        self.figure_of(&id).place.unwrap()
    }

    fn figure_of(&self, statement: &str) -> FigureView {
        self.trial
            .desk
            .statement(statement)
            .unwrap()
            .figures
            .remove(0)
    }

    fn sound(mut self) {
        let report = self.trial.desk.check(false).unwrap();
        assert!(report.ok, "{:?}", report.problems);
        while self.trial.desk.undo().is_ok() {}
        while self.trial.desk.redo().is_ok() {}
        assert!(self.trial.desk.check(false).unwrap().ok);
    }
}

#[test]
fn an_exactly_equal_name_wins_and_else_a_folded_one() {
    let mut desk = desk();
    let who = desk.add_source("Who", "media");
    assert_eq!(
        code(desk.trial.desk.add_source(&SourceInput {
            name: " WHO ".to_owned(),
            kind: None
        })),
        "name_taken"
    );
    let other = desk.add_source("Health Body", "un");
    // Folded, this would be the first source's name: the other can only have it exactly as an agency writes it.
    assert_eq!(code(desk.alias(&other, "WHO")), "name_taken");
    assert_eq!(desk.recorded_as("who"), "Who");
    assert_eq!(desk.recorded_as("  WHO"), "Who");
    assert_eq!(desk.recorded_as("HEALTH   body"), "Health Body");
    assert_eq!(
        desk.recorded_as("Ministère de l’Intérieur"),
        "Ministère de l’Intérieur"
    );
    assert_eq!(
        desk.recorded_as("ministere de l'interieur"),
        "Ministère de l’Intérieur"
    );
    assert_eq!(
        desk.alias(&who, "WHO").unwrap(),
        who,
        "its own name is no other name"
    );
    assert_eq!(desk.sources().len(), 3);
    desk.sound();
}

#[test]
fn other_names_lead_to_their_entry() {
    let mut desk = desk();
    let ministry = desk.add_source("Interior Ministry", "ministry");
    let alias = desk.alias(&ministry, "MoI").unwrap();
    assert_eq!(desk.alias(&ministry, "moi").unwrap(), ministry);
    assert_eq!(desk.recorded_as("MOI"), "Interior Ministry");
    let other = desk.add_source("Home Office", "ministry");
    assert_eq!(code(desk.alias(&other, "MoI")), "name_taken");
    assert_eq!(code(desk.edit(&other, &[("name", "moi")])), "name_taken");
    assert_eq!(code(desk.alias("nobody", "X")), "unknown_id");
    assert_eq!(code(desk.alias(&alias, "X")), "wrong_noun");
    desk.trial.desk.delete(&[alias]).unwrap();
    assert_eq!(desk.recorded_as("MoI"), "MoI");
    desk.sound();
}

#[test]
fn two_equally_good_matches_are_refused_by_both_names() {
    let desk = desk();
    let mut desk = Desk {
        trial: desk.trial.tampered(
            "INSERT INTO source (id, name, name_key) VALUES ('s1', 'Red Cross', 'red cross'), ('s2', 'RED CROSS', 'red cross')",
        ),
        ..desk
    };
    assert_eq!(desk.recorded_as("RED CROSS"), "RED CROSS");
    let Err(Error::Refused(refusal)) = desk.record(party("Red cross", None), None, &[]) else {
        panic!("two are equally good")
    };
    assert_eq!(refusal.code(), "name_ambiguous");
    let said = refusal.params()["candidates"].to_string();
    assert!(
        said.contains("Red Cross (s1)") && said.contains("RED CROSS (s2)"),
        "{said}"
    );
    assert_eq!(code(desk.merge("red cross", "RED CROSS")), "name_ambiguous");
    desk.merge("s1", "s2").unwrap();
    assert_eq!(desk.recorded_as("Red cross"), "RED CROSS");
}

#[test]
fn a_path_names_each_place_under_the_one_before_it() {
    let mut desk = desk();
    assert_eq!(desk.placed("Almora"), "Almora");
    // A place without parent gets the one it is named under; one with another parent is another place.
    assert_eq!(desk.placed("Kesh > almora"), "Kesh > Almora");
    assert_eq!(desk.placed("Oren > Almora"), "Oren > Almora");
    assert_eq!(
        desk.paths(),
        ["Kesh", "Kesh > Almora", "Oren", "Oren > Almora"]
    );
    // Alone, the name now means two places.
    assert_eq!(
        code(desk.record(party("Ministry", None), Some("Almora"), &[])),
        "name_ambiguous"
    );
    let kesh = desk
        .register()
        .places
        .into_iter()
        .find(|row| row.path == "Kesh")
        .unwrap()
        .id;
    desk.alias(&kesh, "Republic of Kesh").unwrap();
    assert_eq!(desk.placed("republic of kesh > Almora"), "Kesh > Almora");
    assert_eq!(
        desk.placed("World > Kesh > Almora"),
        "World > Kesh > Almora"
    );
    assert_eq!(desk.placed(" Kesh>Almora "), "World > Kesh > Almora");
    assert_eq!(
        code(desk.record(party("Ministry", None), Some("Kesh > "), &[])),
        "bad_value"
    );
    desk.sound();
}

#[test]
fn places_may_share_a_name_with_what_they_lie_in_but_not_lie_in_themselves() {
    let mut desk = desk();
    assert_eq!(desk.placed("Luma > Luma"), "Luma > Luma");
    assert_eq!(desk.placed("Luma > Luma"), "Luma > Luma");
    assert_eq!(desk.placed("Luma"), "Luma");
    assert_eq!(desk.paths(), ["Luma", "Luma > Luma"]);
    desk.placed("Kesh > Almora > Old Town");
    assert_eq!(code(desk.add_place("Kesh", Some("Kesh"))), "circle");
    assert_eq!(
        code(desk.add_place("Kesh", Some("Kesh > Almora > Old Town"))),
        "circle"
    );
    let kesh = desk
        .register()
        .places
        .into_iter()
        .find(|row| row.path == "Kesh")
        .unwrap()
        .id;
    assert_eq!(code(desk.edit(&kesh, &[("parent", "Old Town")])), "circle");
    assert_eq!(code(desk.edit(&kesh, &[("parent", "Kesh")])), "circle");
    desk.add_place("Kesh", Some("World")).unwrap();
    assert!(
        desk.paths()
            .contains(&"World > Kesh > Almora > Old Town".to_owned())
    );
    desk.sound();
}

#[test]
fn a_place_that_moves_is_refused_where_its_name_is_taken() {
    let mut desk = desk();
    desk.placed("Kesh > Almora");
    desk.placed("Oren > Almora");
    let oren = desk
        .register()
        .places
        .into_iter()
        .find(|row| row.path == "Oren > Almora")
        .unwrap()
        .id;
    assert_eq!(code(desk.edit(&oren, &[("parent", "Kesh")])), "name_taken");
    // Both at once is one change: neither half of it has to be free by itself.
    desk.edit(&oren, &[("parent", "Kesh"), ("name", "New Almora")])
        .unwrap();
    assert_eq!(
        desk.paths(),
        ["Kesh", "Kesh > Almora", "Kesh > New Almora", "Oren"]
    );
    desk.sound();
}

#[test]
fn a_kind_that_differs_is_noted_and_only_a_mere_link_takes_it() {
    let mut desk = desk();
    let (_, notes) = desk
        .record(
            party("Ministry", Some("ministry")),
            None,
            &[party("Wire", None)],
        )
        .unwrap();
    assert!(notes.is_empty());
    assert_eq!(desk.kind_of("Wire"), "other");
    let (_, notes) = desk
        .record(party("Ministry", Some("police")), None, &[])
        .unwrap();
    assert_eq!(notes.len(), 1);
    assert_eq!(notes[0].code, "source_kind_kept");
    assert_eq!(
        (&notes[0].params["kept"], &notes[0].params["given"]),
        (&"ministry".into(), &"police".into())
    );
    assert_eq!(desk.kind_of("Ministry"), "ministry");
    let (_, notes) = desk
        .record(party("Wire", Some("news_agency")), None, &[])
        .unwrap();
    assert!(notes.is_empty());
    assert_eq!(desk.kind_of("Wire"), "news_agency");
    // One that was given the kind `other` as an issuer keeps it.
    desk.record(party("Somebody", Some("other")), None, &[])
        .unwrap();
    let (_, notes) = desk
        .record(party("Somebody", Some("ngo")), None, &[])
        .unwrap();
    assert_eq!(
        (notes.len(), desk.kind_of("Somebody").as_str()),
        (1, "other")
    );
    assert_eq!(
        code(desk.record(party("New", Some("wizard")), None, &[])),
        "unknown_word"
    );
    assert!(!desk.sources().contains(&"New".to_owned()));
    desk.sound();
}

#[test]
fn merged_sources_become_one_with_all_their_names() {
    let mut desk = desk();
    let from = desk.add_source("Interior Ministry", "ministry");
    let into = desk.add_source("Ministry of the Interior", "ministry");
    desk.alias(&from, "MoI").unwrap();
    let (by_from, _) = desk.record(party("MoI", None), None, &[]).unwrap();
    desk.record(
        party("Herald", None),
        None,
        &[party("Interior Ministry", None)],
    )
    .unwrap();
    let police = desk.add_source("Police", "police");
    desk.edit(
        &police,
        &[
            ("parent", "Interior Ministry"),
            ("relies_on", "Interior Ministry; Ministry of the Interior"),
        ],
    )
    .unwrap();
    desk.edit(&from, &[("relies_on", "Ministry of the Interior; Herald")])
        .unwrap();
    desk.edit(&into, &[("parent", "Police")]).unwrap();
    desk.merge("Interior Ministry", "Ministry of the Interior")
        .unwrap();
    let rows = desk.register().sources;
    let row = |name: &str| rows.iter().find(|row| row.name == name).unwrap();
    assert_eq!(
        names(&row("Ministry of the Interior").aliases),
        ["MoI", "Interior Ministry"]
    );
    assert_eq!(row("Ministry of the Interior").statements, 1);
    // It lay in a body that lay in the other; a tree has no circles.
    assert_eq!(row("Ministry of the Interior").parent, None);
    assert_eq!(
        row("Police").parent.as_deref(),
        Some("Ministry of the Interior")
    );
    assert_eq!(row("Police").relies_on, ["Ministry of the Interior"]);
    assert_eq!(row("Ministry of the Interior").relies_on, ["Herald"]);
    assert_eq!(
        desk.trial
            .desk
            .statement(&by_from)
            .unwrap()
            .source
            .unwrap()
            .id,
        into
    );
    assert_eq!(code(desk.merge(&into, &into)), "itself");
    assert_eq!(code(desk.merge(&into, "Nobody")), "unknown_name");
    assert_eq!(code(desk.merge("Nobody", "Nobody else")), "unknown_id");
    desk.sound();
}

#[test]
fn merging_keeps_each_other_name_once() {
    let mut desk = desk();
    let a = desk.trial.import("More: 19 dead.", ArticleMeta::default());
    desk.trial.record(
        &a,
        "19 dead",
        Said {
            source: Some("X"),
            point: "19",
            ..Said::default()
        },
    );
    let desk_ = Desk {
        trial: desk.trial.tampered(
            "INSERT INTO source (id, name, name_key) VALUES ('s1', 'One', 'one'), ('s2', 'Two', 'two');
             INSERT INTO alias (id, source_id, name, name_key) VALUES ('a1', 's1', 'Both', 'both'),
               ('a2', 's2', 'BOTH', 'both'), ('a3', 's2', 'one', 'one')",
        ),
        ..desk
    };
    desk = desk_;
    desk.merge("s1", "s2").unwrap();
    let row = desk
        .register()
        .sources
        .into_iter()
        .find(|row| row.name == "Two")
        .unwrap();
    assert_eq!(names(&row.aliases), ["BOTH", "one"]);
}

#[test]
fn merged_places_merge_what_has_one_name_in_both() {
    let mut desk = desk();
    let (first, _) = desk
        .record(
            party("Ministry", None),
            Some("Kesh > Almora > Old Town"),
            &[],
        )
        .unwrap();
    let (second, _) = desk
        .record(party("Ministry", None), Some("Keshia > almora"), &[])
        .unwrap();
    desk.record(party("Ministry", None), Some("Kesh > Bor"), &[])
        .unwrap();
    desk.merge("Kesh", "Keshia").unwrap();
    assert_eq!(
        desk.paths(),
        [
            "Keshia",
            "Keshia > Bor",
            "Keshia > almora",
            "Keshia > almora > Old Town"
        ]
    );
    assert_eq!(
        desk.figure_of(&first).place.as_deref(),
        Some("Keshia > almora > Old Town")
    );
    assert_eq!(
        desk.figure_of(&second).place.as_deref(),
        Some("Keshia > almora")
    );
    assert_eq!(desk.placed("Kesh > Almora"), "Keshia > almora");
    // Into one that lies in it: that one takes its place.
    desk.merge("Keshia", "Bor").unwrap();
    assert_eq!(
        desk.paths(),
        ["Bor", "Bor > almora", "Bor > almora > Old Town"]
    );
    desk.sound();
}

#[test]
fn merged_events_and_speakers_become_one() {
    let mut desk = desk();
    for (name, parent) in [("Flood", None), ("The flood", Some("Flood"))] {
        let input = EventInput {
            name: name.to_owned(),
            parent: parent.map(str::to_owned),
            ..EventInput::default()
        };
        desk.trial.desk.put_event(&input).unwrap();
    }
    let said = Said {
        source: Some("Ministry"),
        event: Some("Flood"),
        point: "18",
        ..Said::default()
    };
    let article = desk.article.clone();
    let (id, _) = desk.trial.record(&article, "18 people", said);
    desk.merge("Flood", "The flood").unwrap();
    let events = desk.register().events;
    assert_eq!(
        (events.len(), events[0].figures, events[0].parent.as_deref()),
        (1, 1, None)
    );
    let mut card = card_of(&desk.trial.desk.statement(&id).unwrap());
    assert_eq!(card.event.as_deref(), Some("The flood"));
    for name in ["Émile Aran", "E. Aran"] {
        card.speaker = Some(party(name, None));
        desk.trial.desk.edit_statement(&id, &card).unwrap();
    }
    desk.merge("emile aran", "E. Aran").unwrap();
    let speakers = desk.register().speakers;
    assert_eq!(
        (speakers.len(), names(&speakers[0].aliases)),
        (1, vec!["Émile Aran"])
    );
    assert_eq!(
        code(desk.merge(&speakers[0].id, "The flood")),
        "unknown_name"
    );
    assert_eq!(
        code(desk.merge(&speakers[0].id, &events[0].id)),
        "different_nouns"
    );
    desk.sound();
}

#[test]
fn merged_groups_move_what_was_counted_and_keep_the_tree_a_tree() {
    let mut desk = desk();
    desk.add_word("group", "river_police", Some("police"))
        .unwrap();
    desk.add_word("group", "divers", Some("river_police"))
        .unwrap();
    desk.add_word("group", "night_divers", Some("divers"))
        .unwrap();
    let (id, _) = desk.record(party("Ministry", None), None, &[]).unwrap();
    let counted = desk.figure_of(&id).id;
    desk.edit(&counted, &[("group", "river_police")]).unwrap();
    desk.merge("river_police", "night_divers").unwrap();
    assert_eq!(desk.figure_of(&id).group.as_deref(), Some("night_divers"));
    let words = desk.register().words;
    let own: Vec<_> = words
        .iter()
        .filter(|row| row.own)
        .map(|row| (row.word.as_str(), row.parent.as_deref()))
        .collect();
    assert_eq!(
        own,
        [
            ("night_divers", Some("police")),
            ("divers", Some("night_divers"))
        ]
    );
    let row = words.iter().find(|row| row.word == "night_divers").unwrap();
    assert_eq!(names(&row.aliases), ["river_police"]);
    // A word of the program's own stays, and what was recorded under it moves.
    desk.edit(&counted, &[("group", "police")]).unwrap();
    desk.merge("police", "fighters").unwrap();
    assert_eq!(desk.figure_of(&id).group.as_deref(), Some("fighters"));
    assert!(desk.register().words.iter().any(|row| row.word == "police"));
    desk.sound();
}

#[test]
fn a_word_may_be_put_under_one_that_was_added_later() {
    let mut desk = desk();
    let anglers = desk.add_word("group", "anglers", None).unwrap();
    desk.add_word("group", "sportsmen", Some("civilians"))
        .unwrap();
    desk.edit(&anglers, &[("parent", "sportsmen")]).unwrap();
    let words = desk.register().words;
    let row = words.iter().find(|row| row.word == "anglers").unwrap();
    assert_eq!(row.parent.as_deref(), Some("sportsmen"));
    let sportsmen = desk.trial.everything()["word"]
        .iter()
        .find(|row| row.contains("sportsmen | parent=civ"))
        .unwrap()[3..39]
        .to_owned();
    assert_eq!(
        code(desk.edit(&sportsmen, &[("parent", "anglers")])),
        "circle"
    );
    assert_eq!(code(desk.add_word("group", "police", None)), "name_taken");
    assert_eq!(
        code(desk.add_word("group", "x", Some("nobody"))),
        "unknown_word"
    );
    assert_eq!(code(desk.add_word("colour", "x", None)), "bad_value");
    desk.alias(&anglers, "rod people").unwrap();
    desk.trial.desk.delete(&[anglers]).unwrap();
    assert!(desk.trial.everything()["alias"].is_empty());
    desk.sound();
}

#[test]
fn what_is_used_is_not_deleted_and_what_goes_along_is_no_error() {
    let mut desk = desk();
    let (id, _) = desk
        .record(
            party("Ministry", None),
            Some("Kesh > Almora"),
            &[party("Wire", None)],
        )
        .unwrap();
    let counted = desk.figure_of(&id).id;
    let source = |desk: &Desk, name: &str| {
        desk.register()
            .sources
            .into_iter()
            .find(|row| row.name == name)
            .unwrap()
            .id
    };
    for name in ["Ministry", "Wire"] {
        let used = source(&desk, name);
        assert_eq!(code(desk.trial.desk.delete(&[used])), "in_use");
    }
    for place in desk.register().places {
        assert_eq!(code(desk.trial.desk.delete(&[place.id])), "in_use");
    }
    let before = desk.trial.everything();
    assert_eq!(
        code(desk.trial.desk.delete(&[id.clone(), "nobody".to_owned()])),
        "unknown_id"
    );
    assert_eq!(desk.trial.everything(), before);
    let ministry = source(&desk, "Ministry");
    desk.trial
        .desk
        .delete(&[id.clone(), counted, id, ministry])
        .unwrap();
    assert_eq!(desk.sources(), ["Wire"]);
    assert!(desk.trial.everything()["figure"].is_empty());
    desk.sound();
}

#[test]
fn a_card_names_figures_of_its_own_alone() {
    let mut desk = desk();
    let (first, _) = desk.record(party("Ministry", None), None, &[]).unwrap();
    let (second, _) = desk.record(party("Ministry", None), None, &[]).unwrap();
    let theirs = desk.figure_of(&second).id;
    let own = card_of(&desk.trial.desk.statement(&first).unwrap());
    for id in [theirs.as_str(), "x"] {
        let mut card = own.clone();
        card.figures[0].id = Some(id.to_owned());
        assert_eq!(
            code(desk.trial.desk.edit_statement(&first, &card)),
            "unknown_id"
        );
        assert_eq!(code(desk.trial.desk.record_statement(&card)), "unknown_id");
    }
    let mut twice = own.clone();
    twice.figures.push(own.figures[0].clone());
    assert_eq!(
        code(desk.trial.desk.edit_statement(&first, &twice)),
        "unknown_id"
    );
    desk.sound();
}

#[test]
fn bounds_follow_number_and_qualifier_and_leave_what_was_given() {
    let mut desk = desk();
    let (id, _) = desk.record(party("Ministry", None), None, &[]).unwrap();
    let figure = desk.figure_of(&id).id;
    let bounds = |desk: &Desk| {
        let figure = desk.figure_of(&id);
        (figure.point, figure.low, figure.high)
    };
    let some = |n: &str| Some(n.to_owned());
    desk.edit(&figure, &[("qualifier", "more_than")]).unwrap();
    assert_eq!(bounds(&desk), (some("18"), some("19"), None));
    // Of money "more than" takes the number itself.
    desk.edit(&figure, &[("unit", "money:USD")]).unwrap();
    assert_eq!(bounds(&desk), (some("18"), some("18"), None));
    desk.edit(
        &figure,
        &[("point", "20"), ("qualifier", "exact"), ("unit", "count")],
    )
    .unwrap();
    assert_eq!(bounds(&desk), (some("20"), some("20"), some("20")));
    assert_eq!(code(desk.edit(&figure, &[("high", "30")])), "exact_differs");
    desk.edit(
        &figure,
        &[
            ("qualifier", "between"),
            ("point", ""),
            ("low", "20"),
            ("high", "30"),
        ],
    )
    .unwrap();
    desk.edit(&figure, &[("unit", "money:USD")]).unwrap();
    assert_eq!(bounds(&desk), (None, some("20"), some("30")));
    assert_eq!(code(desk.edit(&figure, &[("low", "31")])), "low_above_high");
    assert_eq!(code(desk.edit(&figure, &[("low", "1 300")])), "bad_value");
    assert_eq!(
        code(desk.edit(&figure, &[("colour", "red")])),
        "unknown_field"
    );
    desk.sound();
}
