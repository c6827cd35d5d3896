//! A map from somebody else's table to the claim table.

use super::csv_in::Target;
use super::value::Value;
use std::collections::HashMap;
use thiserror::Error;

/// Which of their columns are ours, which of their values are ours, and what all their rows have in common.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ColumnMap {
    /// Their column, our column.
    pub(super) columns: Vec<(String, Target)>,
    /// By our column: their value, our value.
    pub(super) values: HashMap<&'static str, HashMap<String, String>>,
    /// Our column and the value of every row that gives none.
    pub(super) constants: Vec<(Target, String)>,
}

/// Why a map cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum MapError {
    /// It is no JSON object of the shape of a map.
    #[error("not a map")]
    Malformed {
        /// The key that does not fit; none where it is the whole.
        key: Option<String>,
    },
    /// It maps to a column that no claim has.
    #[error("unknown column {name}")]
    UnknownColumn {
        /// The column.
        name: String,
    },
    /// Two columns are mapped to one.
    #[error("column {name} twice")]
    ColumnTwice {
        /// The column.
        name: String,
    },
    /// It names a column that the table does not have.
    #[error("no column {name}")]
    NoSuchColumn {
        /// Their column.
        name: String,
    },
}

impl ColumnMap {
    /// Reads `{"columns": {"theirs": "ours"}, "values": {"ours": {"theirs": "ours"}}, "constants": {"ours": "value"}}`,
    /// each part of which may be absent.
    ///
    /// # Errors
    /// See [`MapError`].
    pub fn parse(text: &str) -> Result<ColumnMap, MapError> {
        let malformed = |key: Option<&str>| MapError::Malformed {
            key: key.map(str::to_owned),
        };
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let Ok(Value::Object(parts)) = Value::from_json(text) else {
            return Err(malformed(None));
        };
        let mut map = ColumnMap::default();
        for (part, value) in parts {
            let Value::Object(members) = value else {
                return Err(malformed(Some(&part)));
            };
            for (key, value) in members {
                match (part.as_str(), value) {
                    ("columns", Value::Text(ours)) => map.columns.push((key, target(&ours)?)),
                    ("values", Value::Object(values)) => {
                        let values = values
                            .into_iter()
                            .map(|(theirs, ours)| Some((theirs, plain(ours)?)));
                        let values = values
                            .collect::<Option<_>>()
                            .ok_or_else(|| malformed(Some(&key)))?;
                        map.values.insert(target(&key)?.name, values);
                    }
                    ("constants", value) => {
                        let value = plain(value).ok_or_else(|| malformed(Some(&key)))?;
                        map.constants.push((target(&key)?, value));
                    }
                    _ => {
                        return Err(malformed(Some(if part == "columns" {
                            &key
                        } else {
                            &part
                        })));
                    }
                }
            }
        }
        for (index, (_, ours)) in map.columns.iter().enumerate() {
            if map
                .columns
                .iter()
                .take(index)
                .any(|(_, earlier)| earlier.name == ours.name)
            {
                return Err(MapError::ColumnTwice {
                    name: ours.name.to_owned(),
                });
            }
        }
        Ok(map)
    }
}

fn target(name: &str) -> Result<Target, MapError> {
    Target::named(name).ok_or_else(|| MapError::UnknownColumn {
        name: name.to_owned(),
    })
}

/// A value as a cell would hold it.
fn plain(value: Value) -> Option<String> {
    match value {
        Value::Text(text) | Value::Number(text) => Some(text),
        Value::Flag(flag) => Some(flag.to_string()),
        Value::Null => Some(String::new()),
        Value::List(_) | Value::Object(_) | Value::TooDeep => None,
    }
}
