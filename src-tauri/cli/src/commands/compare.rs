//! `onrec compare`.

use crate::context::Context;
use crate::failure::{Failure, Outcome};
use crate::findings::Sentences;
use crate::format::number;
use crate::print;
use crate::table::{Side, aligned};
use crate::words::{Words, params};
use onrecord_core::exchange::{CsvWriter, write_board};
use onrecord_core::view::{Board, BoardCell, BoardFigure, BoardRow, CompareQuery};
use serde_json::{Value, json};
use std::path::PathBuf;

/// What `onrec compare` takes.
#[derive(clap::Args)]
pub struct Args {
    /// The project
    project: PathBuf,
    /// Only the figures of this event
    #[arg(long)]
    event: Option<String>,
    /// Only the figures of this measure
    #[arg(long)]
    measure: Option<String>,
    /// Leave out what is later
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
    /// Drafts too
    #[arg(long)]
    include_drafts: bool,
    /// One JSON object instead of a table
    #[arg(long, conflicts_with = "csv")]
    json: bool,
    /// A line a figure instead of a table
    #[arg(long)]
    csv: bool,
}

/// Puts figures side by side.
pub fn run(args: &Args, context: &Context) -> Result<Outcome, Failure> {
    let desk = context.read(&args.project)?;
    let query = CompareQuery {
        event: args.event.clone(),
        measure: args.measure.clone(),
        as_of: args.as_of.clone(),
        include_drafts: Some(args.include_drafts),
    };
    let board = desk
        .compare(&query)
        .map_err(|error| context.failure(&error))?;
    context.close(desk)?;
    if args.json {
        print::json(&as_json(&board, context))?;
    } else if args.csv {
        let mut csv = CsvWriter::new(Vec::new(), false);
        print::told(write_board(&board, |_| true, &mut csv))?;
        print::bytes(csv.get_ref())?;
    } else {
        print::text(&as_table(&board, context))?;
    }
    Ok(Outcome::Done)
}

fn as_json(board: &Board, context: &Context) -> Value {
    let sentences = Sentences::new(board, &context.words);
    let findings: Vec<Value> = board
        .findings
        .iter()
        .map(|finding| {
            json!({
                "kind": finding.kind,
                "event": finding.event,
                "figures": finding.figures,
                "axes": finding.axes,
                "text": sentences.sentence(finding),
            })
        })
        .collect();
    let rows: Vec<Value> = board.rows.iter().map(row).collect();
    json!({ "event": board.event, "rows": rows, "findings": findings })
}

fn row(row: &BoardRow) -> Value {
    let cells: Vec<Value> = row
        .cells
        .iter()
        .map(|cell| {
            json!({
                "source": cell.source,
                "source_kind": cell.source_kind,
                "unattributed": cell.unattributed,
                "figures": cell.figures.iter().map(figure).collect::<Vec<_>>(),
            })
        })
        .collect();
    let gap = row
        .gap
        .as_ref()
        .map(|gap| json!({ "difference": gap.difference, "ratio": gap.ratio }));
    json!({
        "event": row.event,
        "measure": row.measure,
        "severity": row.severity,
        "unit": row.unit,
        "group": row.group,
        "place": row.place,
        "period": row.period,
        "counting": row.counting,
        "cells": cells,
        "verdict": row.verdict,
        "lowest": row.lowest,
        "highest": row.highest,
        "open_below": row.open_below,
        "open_above": row.open_above,
        "gap": gap,
        "independent_origins": row.independent_origins,
    })
}

fn figure(figure: &BoardFigure) -> Value {
    json!({
        "figure_id": figure.figure_id,
        "statement_id": figure.statement_id,
        "article_id": figure.article_id,
        "outlet": figure.outlet,
        "via": figure.via,
        "quote": figure.quote,
        "figure_text": figure.figure_text,
        "qualifier": figure.qualifier,
        "point": figure.point,
        "low": figure.low,
        "high": figure.high,
        "vague": figure.vague,
        "doubtful": figure.doubtful,
        "time": figure.time,
        "as_of": figure.as_of,
        "part_of": figure.part_of,
        "basis": figure.basis,
        "includes": figure.includes,
        "excludes": figure.excludes,
        "stance": figure.stance,
        "standing": figure.standing,
        "under": figure.under,
    })
}

/// The rows with their verdicts, each figure below its row with its words, then the findings.
fn as_table(board: &Board, context: &Context) -> String {
    if board.rows.is_empty() {
        return format!("{}\n", context.words.word("cli.nothingToCompare"));
    }
    let head = |key: &str, side| (context.words.word(&format!("cli.head.{key}")), side);
    let header = [
        head("event", Side::Left),
        head("measure", Side::Left),
        head("group", Side::Left),
        head("place", Side::Left),
        head("period", Side::Left),
        head("verdict", Side::Left),
        head("source", Side::Left),
        head("figure_text", Side::Left),
        head("low", Side::Right),
        head("high", Side::Right),
        head("time", Side::Left),
        head("standing", Side::Left),
        head("quote", Side::Left),
    ];
    let words = &context.words;
    let term = |vocabulary: &str, word: &Option<String>| {
        word.as_deref()
            .map(|word| words.term(vocabulary, word))
            .unwrap_or_default()
    };
    let shown = |value: &Option<String>| {
        value
            .as_deref()
            .map(|value| number(words, value))
            .unwrap_or_default()
    };
    let mut lines = Vec::new();
    for row in &board.rows {
        let counted = [
            term("measure", &row.measure),
            term("severity", &row.severity),
            if row.unit == "count" {
                String::new()
            } else {
                row.unit.clone()
            },
        ];
        let counted: Vec<String> = counted
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect();
        let mut key = vec![
            row.event.clone().unwrap_or_default(),
            counted.join(" · "),
            term("group", &row.group),
            row.place.clone().unwrap_or_default(),
            row.period.clone().unwrap_or_default(),
            words.term("verdict", &row.verdict),
        ];
        for (cell, figure) in row
            .cells
            .iter()
            .flat_map(|cell| cell.figures.iter().map(move |figure| (cell, figure)))
        {
            let standing = match figure.stance.as_str() {
                "asserts" => words.term("standing", &figure.standing),
                stance => words.term("stance", stance),
            };
            let mut line = std::mem::replace(&mut key, vec![String::new(); 6]);
            line.extend([
                source_words(cell, words),
                figure.figure_text.clone().unwrap_or_default(),
                shown(&figure.low),
                shown(&figure.high),
                figure
                    .time
                    .as_deref()
                    .map(|time| crate::format::date(words, time))
                    .unwrap_or_default(),
                standing,
                figure.quote.clone(),
            ]);
            lines.push(line);
        }
    }
    let mut text = aligned(&header, &lines);
    let sentences = Sentences::new(board, words);
    if !board.findings.is_empty() {
        text.push('\n');
    }
    for finding in &board.findings {
        text.push_str(&format!("• {}\n", sentences.sentence(finding)));
    }
    text
}

/// Who is behind a cell; that nobody is named is said.
fn source_words(cell: &BoardCell, words: &Words) -> String {
    if !cell.unattributed {
        return cell.source.clone();
    }
    words.say(
        "finding.unattributed",
        &params([("name", json!(cell.source))]),
    )
}
