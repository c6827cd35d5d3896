//! `onrec list`.

use crate::claims;
use crate::context::Context;
use crate::failure::{Failure, Outcome};
use crate::print;
use crate::table::{Side, aligned};
use clap::ValueEnum;
use onrecord_core::app::Desk;
use onrecord_core::view::{
    ArticleRow, ArticlesQuery, EventRow, Named, PlaceRow, SourceRow, SpeakerRow, WordRow,
};
use serde_json::{Map, Value, json};
use std::path::PathBuf;

/// What `onrec list` takes.
#[derive(clap::Args)]
pub struct Args {
    /// The project
    project: PathBuf,
    /// What to list
    what: What,
    /// One JSON object instead of a table
    #[arg(long)]
    json: bool,
}

/// What can be listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum What {
    Articles,
    Statements,
    Figures,
    Sources,
    Speakers,
    Events,
    Places,
    Words,
}

impl What {
    fn name(self) -> &'static str {
        match self {
            What::Articles => "articles",
            What::Statements => "statements",
            What::Figures => "figures",
            What::Sources => "sources",
            What::Speakers => "speakers",
            What::Events => "events",
            What::Places => "places",
            What::Words => "words",
        }
    }

    /// The keys that the table for people shows, with the side they stand on.
    fn shown(self) -> &'static [(&'static str, Side)] {
        use Side::{Left, Right};
        match self {
            What::Articles => &[
                ("id", Left),
                ("published_at", Left),
                ("outlet", Left),
                ("title", Left),
                ("event", Left),
                ("statements", Right),
            ],
            What::Statements => &[
                ("statement_id", Left),
                ("speaker", Left),
                ("source", Left),
                ("quote", Left),
                ("figures", Right),
            ],
            What::Figures => &[
                ("figure_id", Left),
                ("source", Left),
                ("figure_text", Left),
                ("low", Right),
                ("high", Right),
                ("measure", Left),
                ("group", Left),
                ("place", Left),
                ("as_of", Left),
                ("stance", Left),
                ("standing", Left),
            ],
            What::Sources => &[
                ("id", Left),
                ("name", Left),
                ("kind", Left),
                ("parent", Left),
                ("reliability", Left),
                ("statements", Right),
            ],
            What::Speakers => &[
                ("id", Left),
                ("name", Left),
                ("roles", Left),
                ("statements", Right),
            ],
            What::Events => &[
                ("id", Left),
                ("name", Left),
                ("place", Left),
                ("from", Left),
                ("to", Left),
                ("figures", Right),
            ],
            What::Places => &[("id", Left), ("name", Left), ("parent", Left)],
            What::Words => &[("vocabulary", Left), ("word", Left), ("parent", Left)],
        }
    }
}

/// Lists what the project holds.
pub fn run(args: &Args, context: &Context) -> Result<Outcome, Failure> {
    let desk = context.read(&args.project)?;
    let rows = rows(args.what, &desk, context)?;
    context.close(desk)?;
    if args.json {
        print::json(&json!({ args.what.name(): rows }))?;
    } else {
        print::text(&table(args.what, &rows, context))?;
    }
    Ok(Outcome::Done)
}

/// The rows as JSON has them.
pub fn rows(what: What, desk: &Desk, context: &Context) -> Result<Vec<Value>, Failure> {
    let mut rows = Vec::new();
    match what {
        What::Statements => claims::each_statement(desk, context, |row| rows.push(row))?,
        What::Figures => claims::each_figure(desk, context, |row| rows.push(row))?,
        What::Articles => {
            let all = ArticlesQuery {
                limit: u32::MAX,
                ..ArticlesQuery::default()
            };
            let page = desk
                .articles(&all)
                .map_err(|error| context.failure(&error))?;
            rows.extend(page.rows.iter().map(article));
        }
        _ => {
            let register = desk.register().map_err(|error| context.failure(&error))?;
            match what {
                What::Sources => rows.extend(register.sources.iter().map(source)),
                What::Speakers => rows.extend(register.speakers.iter().map(speaker)),
                What::Events => rows.extend(register.events.iter().map(event)),
                What::Places => rows.extend(register.places.iter().map(place)),
                _ => rows.extend(register.words.iter().map(word)),
            }
        }
    }
    Ok(rows)
}

fn article(row: &ArticleRow) -> Value {
    json!({
        "id": row.id,
        "title": row.title,
        "outlet": row.outlet,
        "author": row.author,
        "url": row.url,
        "language": row.language,
        "published_at": row.published_at,
        "retrieved_at": row.retrieved_at,
        "sha256": row.sha256,
        "event": row.event,
        "statements": row.statements,
    })
}

fn names(aliases: &[Named]) -> Vec<&str> {
    aliases.iter().map(|alias| alias.name.as_str()).collect()
}

fn source(row: &SourceRow) -> Value {
    json!({
        "id": row.id,
        "name": row.name,
        "aliases": names(&row.aliases),
        "kind": row.kind,
        "parent": row.parent,
        "relies_on": row.relies_on,
        "country": row.country,
        "reliability": row.reliability,
        "statements": row.statements,
    })
}

fn speaker(row: &SpeakerRow) -> Value {
    json!({
        "id": row.id,
        "name": row.name,
        "aliases": names(&row.aliases),
        "roles": row.roles,
        "statements": row.statements,
    })
}

fn event(row: &EventRow) -> Value {
    json!({
        "id": row.id,
        "name": row.name,
        "place": row.place,
        "from": row.from,
        "to": row.to,
        "inclusion": row.inclusion,
        "parent": row.parent,
        "figures": row.figures,
    })
}

fn place(row: &PlaceRow) -> Value {
    json!({ "id": row.id, "name": row.name, "parent": row.parent })
}

fn word(row: &WordRow) -> Value {
    json!({ "vocabulary": row.vocabulary, "word": row.word, "parent": row.parent })
}

/// The rows as people read them.
pub fn table(what: What, rows: &[Value], context: &Context) -> String {
    let shown = what.shown();
    let header: Vec<_> = shown
        .iter()
        .map(|(key, side)| (context.words.word(&format!("cli.head.{key}")), *side))
        .collect();
    let cells = |row: &Value| {
        let object = row.as_object().cloned().unwrap_or_default();
        shown
            .iter()
            .map(|(key, _)| shown_cell(key, &object, context))
            .collect::<Vec<_>>()
    };
    aligned(&header, &rows.iter().map(cells).collect::<Vec<_>>())
}

/// A value as people read it: words of vocabularies in their language, numbers and dates as the language writes them.
pub fn shown_cell(key: &str, row: &Map<String, Value>, context: &Context) -> String {
    let vocabulary = match key {
        "kind" => "source_kind",
        other => other,
    };
    match row.get(key) {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => match key {
            "low" | "high" | "point" => crate::format::number(&context.words, text),
            "published_at" | "as_of" | "from" | "to" | "stated_at" | "period_start"
            | "period_end" => crate::format::date(&context.words, text),
            "measure" | "severity" | "group" | "counting" | "basis" | "stance" | "standing"
            | "status" | "modality" | "kind" | "source_kind" | "assessment" => {
                context.words.term(vocabulary, text)
            }
            _ => text.clone(),
        },
        Some(Value::Array(items)) if key == "figures" => items.len().to_string(),
        Some(Value::Array(items)) => {
            let text = |item: &Value| {
                item.as_str()
                    .map_or_else(|| item.to_string(), str::to_owned)
            };
            items.iter().map(text).collect::<Vec<_>>().join("; ")
        }
        Some(other) => other.to_string(),
    }
}
