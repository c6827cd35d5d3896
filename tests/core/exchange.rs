//! Reading claims from JSON lines and from tables.

use onrecord_core::domain::claim::{Claim, FigureRef};
use onrecord_core::domain::refusal::Refusal;
use onrecord_core::exchange::{ClaimFile, ColumnMap, FileError, FileKind, MapError, read_claims};
use std::path::Path;

fn jsonl(text: &str) -> ClaimFile {
    read_claims(FileKind::Jsonl, text.as_bytes(), None).unwrap()
}

fn csv(text: &str) -> ClaimFile {
    read_claims(FileKind::Csv, text.as_bytes(), None).unwrap()
}

fn only(file: ClaimFile) -> Claim {
    assert_eq!(file.refused, []);
    assert_eq!(file.claims.len(), 1, "{:?}", file.claims);
    file.claims.into_iter().next().unwrap()
}

fn refusals(file: &ClaimFile) -> Vec<(usize, String)> {
    file.refused
        .iter()
        .map(|refused| (refused.line, refused.reason.code()))
        .collect()
}

#[test]
fn a_line_of_json_is_a_claim() {
    let claim = only(jsonl(
        r#"{"article": "a1", "quote": " at least 18 dead ", "start": 12, "prefix": null, "speaker": "",
            "via": ["Agency", {"name": "Herald", "kind": "media", "connection": "outlet"}], "tags": ["a", "b;c"],
            "figures": [{"id": "f", "text": "at least 18", "value": 18, "cumulative": true, "part_of": 0,
                         "excludes": "women; the \\; sign"}],
            "relations": [{"kind": "updates", "to": "g"}], "confidential": true}"#
            .replace('\n', " ")
            .as_str(),
    ));
    assert_eq!(claim.article, ["a1"]);
    assert_eq!(claim.quote, " at least 18 dead ");
    assert_eq!(
        (claim.start, claim.prefix, claim.speaker),
        (Some(12), None, None)
    );
    assert_eq!(claim.via[0].connection, None);
    assert_eq!(claim.via[1].kind.as_deref(), Some("media"));
    assert_eq!(claim.tags, ["a", "b;c"]);
    let figure = &claim.figures[0];
    assert_eq!(figure.figure_text.as_deref(), Some("at least 18"));
    assert_eq!(
        figure.point.map(|point| point.to_string()).as_deref(),
        Some("18")
    );
    assert_eq!(figure.part_of, Some(FigureRef::Index(0)));
    assert_eq!(figure.excludes, ["women", "the ; sign"]);
    assert_eq!(claim.relations[0].to, FigureRef::Name("g".to_owned()));
    assert!(claim.confidential);
}

#[test]
fn one_bad_line_never_stops_the_others() {
    let good = r#"{"article": "a", "quote": "q"}"#;
    let lines: [&[u8]; 12] = [
        good.as_bytes(),
        b"",
        b"{\"article\": \"a\", ",
        b"[1]",
        b"{\"article\": \"a\", \"quote\": \"\xff\"}",
        br#"{"article": "a", "quote": "q", "colour": 1}"#,
        br#"{"article": "a", "quote": "q", "quote": "r"}"#,
        br#"{"article": "a"}"#,
        br#"{"article": "a", "quote": "q", "modality": "shouted"}"#,
        br#"{"article": "a", "quote": "q", "figures": [{"point": "1,000"}]}"#,
        br#"{"article": "a", "quote": "q", "stated_at": "yesterday"}"#,
        br#"{"article": "a", "quote": "q", "figures": [{"text": "1", "figure_text": "1"}]}"#,
    ];
    let file = read_claims(
        FileKind::Jsonl,
        &[&lines.join(&b'\n')[..], b"\n", good.as_bytes()].concat(),
        None,
    )
    .unwrap();
    assert_eq!(
        file.claims
            .iter()
            .map(|claim| claim.line)
            .collect::<Vec<_>>(),
        [1, 13]
    );
    let codes = [
        (3, "not_json"),
        (4, "not_an_object"),
        (5, "not_utf8"),
        (6, "unknown_key"),
        (7, "key_twice"),
        (8, "missing_key"),
        (9, "unknown_word"),
        (10, "not_a_number"),
        (11, "not_a_date"),
        (12, "key_twice"),
    ];
    assert_eq!(
        refusals(&file),
        codes.map(|(line, code)| (line, code.to_owned()))
    );
    assert_eq!(
        file.refused[3].reason,
        Refusal::UnknownKey {
            key: "colour".to_owned()
        }
    );
}

#[test]
fn rows_of_one_statement_are_one_claim() {
    let file = csv(
        "\u{feff}statement_id;article_title;quote;figure_id;figure_text;point;relations;outlet\r\n\
         s1;T;\"18 dead,\r\n5 hurt\";f1;18;18;;Herald\r\n\
         s1;T;\"18 dead,\r\n5 hurt\";f2;'-5;-5;updates f1; \r\n\
         s2;T;other;;;;;\r\n\
         ;;;;;;;\r\n",
    );
    assert_eq!(file.refused, []);
    assert_eq!(file.notes, []);
    let [first, second] = &file.claims[..] else {
        panic!("{:?}", file.claims)
    };
    assert_eq!((first.line, second.line), (2, 6));
    assert_eq!(first.label.as_deref(), Some("s1"));
    assert_eq!(first.article, ["T"]);
    assert_eq!(first.quote, "18 dead,\r\n5 hurt");
    let lines: Vec<_> = first
        .figures
        .iter()
        .map(|figure| (figure.line, figure.figure_text.as_deref()))
        .collect();
    assert_eq!(lines, [(2, Some("18")), (4, Some("-5"))]);
    assert_eq!(first.relations[0].from, Some(FigureRef::Index(1)));
    assert!(second.figures.is_empty());
}

#[test]
fn rows_without_a_statement_id_are_told_by_their_words() {
    let file = csv("article,quote,speaker,note,value\na,q,s,n,1\na,q,s,m,2\na,q,t,,3\n");
    assert_eq!(
        file.claims
            .iter()
            .map(|claim| claim.figures.len())
            .collect::<Vec<_>>(),
        [2, 1]
    );
    assert_eq!(file.claims[0].note, "n");
    assert_eq!(
        (
            file.notes[0].line,
            file.notes[0].column,
            file.notes[0].first
        ),
        (3, "note", 2)
    );
}

#[test]
fn a_table_with_unknown_columns_is_refused_by_name() {
    let read = |text: &str| read_claims(FileKind::Csv, text.as_bytes(), None);
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(
        read("article\tquote\tcolour\tprefix\n"),
        Err(FileError::UnknownColumns {
            names: names(&["colour", "prefix"])
        })
    );
    assert_eq!(
        read("quote,quote\n"),
        Err(FileError::ColumnTwice {
            name: "quote".to_owned()
        })
    );
    assert_eq!(read(" \n"), Err(FileError::Empty));
    assert_eq!(
        read_claims(FileKind::Csv, b"\xef\xbb\xbfquote\n\xe9\n", None),
        Err(FileError::NotUtf8 { offset: 9 })
    );
}

#[test]
fn a_row_that_does_not_fit_is_refused_with_its_line() {
    let file = csv("article,quote,point\na,\"q\nr\",x\na,s,1,2\na,t,3\na,\"u\n");
    assert_eq!(
        refusals(&file),
        [
            (2, "not_a_number".to_owned()),
            (4, "too_many_cells".to_owned()),
            (6, "unclosed_quote".to_owned())
        ]
    );
    assert_eq!(file.claims.len(), 1);
}

#[test]
fn a_map_reads_somebody_elses_table() {
    let map = ColumnMap::parse(
        r#"{"columns": {"Titre": "article_title", "Citation": "quote", "Bilan": "point", "Qui": "group", "Mots-clés": "tags"},
            "values": {"group": {"policiers": "police"}, "tags": {"x": "y"}},
            "constants": {"measure": "killed", "group": "persons", "confidential": true}}"#,
    )
    .unwrap();
    let table = "Titre;Citation;Bilan;Qui;Mots-clés;Divers\nT;q;18;policiers;\"x; z\";?\nT;r;3;;;\nT;s;;;;\n";
    let file = read_claims(FileKind::Csv, table.as_bytes(), Some(&map)).unwrap();
    assert_eq!(
        (file.left_out, file.refused.len(), file.claims.len()),
        (1, 0, 3)
    );
    assert_eq!(file.claims[0].figures[0].group.as_deref(), Some("police"));
    assert_eq!(file.claims[0].tags, ["y", "z"]);
    assert_eq!(file.claims[1].figures[0].group.as_deref(), Some("persons"));
    assert_eq!(file.claims[1].figures[0].measure.as_deref(), Some("killed"));
    assert!(file.claims[2].figures.is_empty() && file.claims[2].confidential);
}

#[test]
fn a_map_that_does_not_fit_is_refused() {
    let parse = ColumnMap::parse;
    assert_eq!(parse("[]"), Err(MapError::Malformed { key: None }));
    assert_eq!(
        parse(r#"{"rows": {"a": "b"}}"#),
        Err(MapError::Malformed {
            key: Some("rows".to_owned())
        })
    );
    assert_eq!(
        parse(r#"{"columns": {"a": "price"}}"#),
        Err(MapError::UnknownColumn {
            name: "price".to_owned()
        })
    );
    assert_eq!(
        parse(r#"{"columns": {"a": "quote", "b": "quote"}}"#),
        Err(MapError::ColumnTwice {
            name: "quote".to_owned()
        })
    );
    let map = parse(r#"{"columns": {"Zitat": "quote"}}"#).unwrap();
    assert_eq!(
        read_claims(FileKind::Csv, b"quote\nq\n", Some(&map)),
        Err(FileError::Map(MapError::NoSuchColumn {
            name: "Zitat".to_owned()
        }))
    );
    assert_eq!(
        read_claims(FileKind::Jsonl, b"{}", Some(&map)),
        Err(FileError::MapForJsonl)
    );
}

#[test]
fn a_file_is_known_by_its_ending_else_by_its_beginning() {
    for (name, text, kind) in [
        ("claims.jsonl", "a,b", FileKind::Jsonl),
        ("claims.CSV", "{}", FileKind::Csv),
        ("claims", "\u{feff} {}", FileKind::Jsonl),
        ("claims.txt", "quote,article", FileKind::Csv),
    ] {
        assert_eq!(
            FileKind::of(Path::new(name), text.as_bytes()),
            kind,
            "{name}"
        );
    }
}
