//! `onrec read`.

use crate::context::Context;
use crate::failure::{Failure, Outcome};
use crate::print;
use crate::words::params;
use onrecord_core::app::read_text;
use onrecord_core::view::{RuleView, TextReading};
use serde_json::{Value, json};
use std::io::{self, BufRead as _, BufWriter, ErrorKind, Read as _, Write as _};
use std::path::{Path, PathBuf};

/// What `onrec read` takes.
#[derive(clap::Args)]
pub struct Args {
    /// A text in UTF-8; - is standard input
    #[arg(value_name = "FILE", required_unless_present = "jsonl")]
    file: Option<PathBuf>,
    /// The language of the text, as an ISO 639-1 code [default: the one it seems to be written in]
    #[arg(long, value_name = "CODE")]
    lang: Option<String>,
    /// Say of each statement why it was read so
    #[arg(long)]
    explain: bool,
    /// Read lines of {"id", "text", "lang"} from standard input, and write one line for each
    #[arg(long, conflicts_with = "file")]
    jsonl: bool,
}

/// Reads a text, or one a line.
pub fn run(args: &Args, context: &Context) -> Result<Outcome, Failure> {
    match &args.file {
        Some(file) => {
            let text = text_of(file, context)?;
            print::json(&json!(reading(&text, args.lang.as_deref(), args, context)))?;
            Ok(Outcome::Done)
        }
        None => lines(args, context),
    }
}

/// A text read, with the rules behind it in the user's language where these are asked for.
fn reading(text: &str, language: Option<&str>, args: &Args, context: &Context) -> TextReading {
    let words = &context.words;
    let worded = |rule: &RuleView| {
        let kind = rule.kind.as_deref().unwrap_or_default();
        let given = params([
            ("words", json!(rule.words)),
            ("kind", json!(words.term("source_kind", kind))),
        ]);
        words.say(&format!("rule.{}", rule.code), &given)
    };
    let explain: Option<&dyn Fn(&RuleView) -> String> = args.explain.then_some(&worded);
    read_text(text, language, explain)
}

fn text_of(file: &Path, context: &Context) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    let read = if file == Path::new("-") {
        io::stdin().lock().read_to_end(&mut bytes)
    } else {
        std::fs::read(file).map(|read| {
            bytes = read;
            bytes.len()
        })
    };
    let path = || json!(file.display().to_string());
    read.map_err(|error| {
        context.bad_input(
            "file",
            params([("path", path()), ("detail", json!(error.to_string()))]),
        )
    })?;
    String::from_utf8(bytes).map_err(|_| context.bad_input("not_utf8", params([("path", path())])))
}

/// Each line is answered as it comes, so that whoever writes them can wait for each answer.
fn lines(args: &Args, context: &Context) -> Result<Outcome, Failure> {
    let mut input = io::stdin().lock();
    let mut out = BufWriter::new(io::stdout().lock());
    let mut outcome = Outcome::Done;
    let mut line = Vec::new();
    loop {
        line.clear();
        let length = input.read_until(b'\n', &mut line).map_err(|error| {
            context.bad_input(
                "file",
                params([("path", json!("-")), ("detail", json!(error.to_string()))]),
            )
        })?;
        if length == 0 {
            break;
        }
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let (answer, good) = answered(&line, args, context);
        if !good {
            outcome = Outcome::Part;
        }
        let written = serde_json::to_writer(&mut out, &answer)
            .map_err(io::Error::from)
            .and_then(|()| writeln!(out))
            .and_then(|()| out.flush());
        if let Err(error) = written {
            if error.kind() == ErrorKind::BrokenPipe {
                break;
            }
            print::told(Err(error))?;
        }
    }
    Ok(outcome)
}

/// The answer to one line, and whether the line could be read.
fn answered(line: &[u8], args: &Args, context: &Context) -> (Value, bool) {
    let asked: Result<Value, _> = serde_json::from_slice(line);
    let id = asked
        .as_ref()
        .ok()
        .and_then(|asked| asked.get("id"))
        .cloned()
        .unwrap_or(Value::Null);
    let refused = |code: &str| {
        let message = context.bad_input(code, params([])).message;
        (json!({ "id": id, "error": message }), false)
    };
    let Ok(asked) = asked else {
        let code = if std::str::from_utf8(line).is_ok() {
            "line_not_json"
        } else {
            "line_not_utf8"
        };
        return refused(code);
    };
    let Some(text) = asked.get("text").and_then(Value::as_str) else {
        return refused("line_without_text");
    };
    let language = match asked.get("lang") {
        None | Some(Value::Null) => args.lang.as_deref(),
        Some(Value::String(code)) => Some(code.as_str()),
        Some(_) => return refused("line_with_bad_lang"),
    };
    let reading = reading(text, language, args, context);
    let mut answer = serde_json::Map::from_iter([("id".to_owned(), id)]);
    if let Value::Object(read) = json!(reading) {
        answer.extend(read);
    }
    (Value::Object(answer), true)
}
