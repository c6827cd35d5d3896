//! `onrec edit`.

use crate::context::Context;
use crate::failure::{Failure, Outcome};
use crate::words::params;
use onrecord_core::view::FieldEdit;
use serde_json::json;
use std::path::PathBuf;

/// What `onrec edit` takes.
#[derive(clap::Args)]
pub struct Args {
    /// The project
    project: PathBuf,
    /// What to change
    id: String,
    /// Fields and their new values; an empty value takes one away
    #[arg(required = true, value_name = "FIELD=VALUE")]
    fields: Vec<String>,
}

/// Changes fields.
pub fn run(args: &Args, context: &Context) -> Result<Outcome, Failure> {
    let mut fields = Vec::with_capacity(args.fields.len());
    for given in &args.fields {
        match given.split_once('=') {
            Some((field, value)) => {
                let field = field.trim().to_owned();
                if fields.iter().any(|(known, _)| *known == field) {
                    return Err(context.bad_input("key_twice", params([("key", json!(field))])));
                }
                fields.push((field, value.to_owned()));
            }
            None => {
                return Err(
                    context.bad_input("field_without_value", params([("field", json!(given))]))
                );
            }
        }
    }
    let mut desk = context.write(&args.project)?;
    let edit = FieldEdit {
        id: args.id.clone(),
        fields,
    };
    let written = desk.edit(&edit).map_err(|error| context.failure(&error))?;
    context.close(desk)?;
    for note in &written.notes {
        context.complain(&context.note(note));
    }
    Ok(Outcome::Done)
}
