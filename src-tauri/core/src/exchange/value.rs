//! What stands in a claim's field, whether it came from JSON or from a cell.

use crate::domain::refusal::Refusal;
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;

/// How deep the objects and lists of a claim go: claim, figures, figure, includes, word.
const DEPTH: usize = 5;

/// A value with its numbers as they were written, and its keys in order, repeated ones included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing is given.
    Null,
    /// A text.
    Text(String),
    /// A number, exactly as written.
    Number(String),
    /// `true` or `false`.
    Flag(bool),
    /// A list.
    List(Vec<Value>),
    /// An object.
    Object(Vec<(String, Value)>),
    /// Something that lies deeper than anything of a claim.
    TooDeep,
}

impl Value {
    /// Reads a line of JSON.
    ///
    /// # Errors
    /// [`Refusal::NotJson`] with the column where reading stopped.
    pub fn from_json(line: &str) -> Result<Value, Refusal> {
        // The whole line is checked here; what is read of its parts below cannot fail.
        let raw: &RawValue = serde_json::from_str(line).map_err(|error| Refusal::NotJson {
            column: error.column(),
        })?;
        read(raw, DEPTH).map_err(|error| Refusal::NotJson {
            column: error.column(),
        })
    }

    /// Whether nothing is given: null, or a text of blanks.
    pub fn is_nothing(&self) -> bool {
        match self {
            Value::Null => true,
            Value::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }
}

fn read(raw: &RawValue, depth: usize) -> serde_json::Result<Value> {
    let json = raw.get();
    Ok(match json.bytes().next() {
        _ if depth == 0 => Value::TooDeep,
        Some(b'n') => Value::Null,
        Some(b't') => Value::Flag(true),
        Some(b'f') => Value::Flag(false),
        Some(b'"') => Value::Text(serde_json::from_str(json)?),
        Some(b'[') => {
            let items: Vec<&RawValue> = serde_json::from_str(json)?;
            Value::List(
                items
                    .into_iter()
                    .map(|item| read(item, depth - 1))
                    .collect::<Result<_, _>>()?,
            )
        }
        Some(b'{') => {
            let Members(members) = serde_json::from_str(json)?;
            let read_member = |(key, raw)| read(raw, depth - 1).map(|value| (key, value));
            Value::Object(
                members
                    .into_iter()
                    .map(read_member)
                    .collect::<Result<_, _>>()?,
            )
        }
        _ => Value::Number(json.to_owned()),
    })
}

/// The members of an object in order, repeated keys kept.
struct Members<'a>(Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Members<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Vec<(String, &'de RawValue)>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Self::Value, M::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(members)
            }
        }
        deserializer.deserialize_map(InOrder).map(Members)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn keeps_numbers_as_written_and_keys_as_repeated() {
        let value = Value::from_json(
            r#"{"a": 1234567890123456789012345678, "a": 18.50, "b": [null, true, "é\n"]}"#,
        );
        assert_eq!(
            value.unwrap(),
            Value::Object(vec![
                (
                    "a".to_owned(),
                    Value::Number("1234567890123456789012345678".to_owned())
                ),
                ("a".to_owned(), Value::Number("18.50".to_owned())),
                (
                    "b".to_owned(),
                    Value::List(vec![
                        Value::Null,
                        Value::Flag(true),
                        Value::Text("é\n".to_owned())
                    ])
                ),
            ])
        );
    }

    #[test]
    fn says_where_json_ends() {
        assert_eq!(
            Value::from_json(r#"{"a": }"#),
            Err(Refusal::NotJson { column: 7 })
        );
        assert!(Value::from_json("{} x").is_err());
    }

    #[test]
    fn bottomless_nesting_is_read_no_deeper_than_a_claim() {
        let line = format!(
            "{{\"tags\": {}1{}}}",
            "[".repeat(100_000),
            "]".repeat(100_000)
        );
        assert!(Value::from_json(&line).is_ok());
    }
}
