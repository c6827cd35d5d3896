//! The fields of one object of a claim, taken one by one; what is left at the end is unknown.

use super::list::split_items;
use super::value::Value;
use crate::domain::claim::FigureRef;
use crate::domain::date::Date;
use crate::domain::refusal::Refusal;
use onrecord_reading::Amount;
use std::str::FromStr;

/// A value, or why the claim is refused.
pub(super) type Read<T> = Result<T, Refusal>;

/// The fields of one object, taken one by one; what is left at the end is unknown.
pub(super) struct Fields {
    prefix: &'static str,
    members: Vec<(String, Value)>,
}

impl Fields {
    /// # Errors
    /// [`Refusal::KeyTwice`].
    pub(super) fn new(prefix: &'static str, members: Vec<(String, Value)>) -> Read<Fields> {
        let mut seen: Vec<&str> = Vec::with_capacity(members.len());
        for (key, _) in &members {
            if seen.contains(&key.as_str()) {
                return Err(Refusal::KeyTwice {
                    key: format!("{prefix}{key}"),
                });
            }
            seen.push(key);
        }
        Ok(Fields { prefix, members })
    }

    pub(super) fn path(&self, key: &str) -> String {
        format!("{}{key}", self.prefix)
    }

    pub(super) fn wrong(&self, key: &str, wanted: &'static str) -> Refusal {
        Refusal::WrongType {
            key: self.path(key),
            wanted,
        }
    }

    pub(super) fn take(&mut self, key: &str) -> Option<Value> {
        let at = self.members.iter().position(|(name, _)| name == key)?;
        let (_, value) = self.members.swap_remove(at);
        (!value.is_nothing()).then_some(value)
    }

    /// The value under `key` or under its other name `alias`.
    pub(super) fn take_either(&mut self, key: &str, alias: &str) -> Read<Option<Value>> {
        match (self.take(key), self.take(alias)) {
            (Some(_), Some(_)) => Err(Refusal::KeyTwice {
                key: self.path(alias),
            }),
            (value, other) => Ok(value.or(other)),
        }
    }

    pub(super) fn text_of(&self, key: &str, value: Value) -> Read<String> {
        match value {
            Value::Text(text) => Ok(text),
            Value::Number(text) => Ok(text),
            _ => Err(self.wrong(key, "text")),
        }
    }

    /// A text as it stands, blanks at its ends included.
    pub(super) fn words(&mut self, key: &str) -> Read<Option<String>> {
        self.take(key)
            .map(|value| self.text_of(key, value))
            .transpose()
    }

    /// A name or a word: a text without blanks around it.
    pub(super) fn text(&mut self, key: &str) -> Read<Option<String>> {
        Ok(self.words(key)?.map(|text| text.trim().to_owned()))
    }

    pub(super) fn flag(&mut self, key: &str) -> Read<Option<bool>> {
        let Some(value) = self.take(key) else {
            return Ok(None);
        };
        match value {
            Value::Flag(flag) => Ok(Some(flag)),
            Value::Text(text) if text.trim().eq_ignore_ascii_case("true") => Ok(Some(true)),
            Value::Text(text) if text.trim().eq_ignore_ascii_case("false") => Ok(Some(false)),
            _ => Err(self.wrong(key, "flag")),
        }
    }

    pub(super) fn amount_of(&self, key: &str, value: Value) -> Read<Amount> {
        let (Value::Text(text) | Value::Number(text)) = value else {
            return Err(self.wrong(key, "number"));
        };
        Amount::parse(text.trim()).map_err(|_| Refusal::NotANumber {
            key: self.path(key),
            value: text,
        })
    }

    pub(super) fn amount(&mut self, key: &str) -> Read<Option<Amount>> {
        self.take(key)
            .map(|value| self.amount_of(key, value))
            .transpose()
    }

    pub(super) fn offset(&mut self, key: &str) -> Read<Option<u32>> {
        let Some(value) = self.take(key) else {
            return Ok(None);
        };
        let (Value::Text(text) | Value::Number(text)) = value else {
            return Err(self.wrong(key, "number"));
        };
        text.trim()
            .parse()
            .map(Some)
            .map_err(|_| Refusal::NotANumber {
                key: self.path(key),
                value: text,
            })
    }

    pub(super) fn date(&mut self, key: &str) -> Read<Option<String>> {
        let Some(text) = self.text(key)? else {
            return Ok(None);
        };
        match Date::parse(&text) {
            Ok(_) => Ok(Some(text)),
            Err(_) => Err(Refusal::NotADate {
                key: self.path(key),
                value: text,
            }),
        }
    }

    /// A word of a closed vocabulary.
    pub(super) fn word<W: FromStr>(&mut self, key: &'static str) -> Read<Option<W>> {
        let Some(text) = self.text(key)? else {
            return Ok(None);
        };
        text.parse().map(Some).map_err(|_| Refusal::UnknownWord {
            vocabulary: key,
            word: text,
        })
    }

    pub(super) fn list(&mut self, key: &str) -> Read<Vec<Value>> {
        match self.take(key) {
            None => Ok(Vec::new()),
            Some(Value::List(items)) => Ok(items
                .into_iter()
                .filter(|item| !item.is_nothing())
                .collect()),
            Some(Value::Text(cell)) => {
                Ok(split_items(&cell).into_iter().map(Value::Text).collect())
            }
            Some(_) => Err(self.wrong(key, "list")),
        }
    }

    pub(super) fn texts(&mut self, key: &str) -> Read<Vec<String>> {
        let items = self.list(key)?;
        items
            .into_iter()
            .map(|item| self.text_of(key, item).map(|text| text.trim().to_owned()))
            .collect()
    }

    pub(super) fn figure_ref(&mut self, key: &str) -> Read<Option<FigureRef>> {
        let Some(value) = self.take(key) else {
            return Ok(None);
        };
        match value {
            Value::Text(name) => Ok(Some(FigureRef::Name(name.trim().to_owned()))),
            Value::Number(text) => match text.parse() {
                Ok(index) => Ok(Some(FigureRef::Index(index))),
                Err(_) => Err(self.wrong(key, "text")),
            },
            _ => Err(self.wrong(key, "text")),
        }
    }

    pub(super) fn missing(&self, key: &str) -> Refusal {
        Refusal::MissingKey {
            key: self.path(key),
        }
    }

    /// # Errors
    /// [`Refusal::UnknownKey`] for the first key that nobody took.
    pub(super) fn done(mut self) -> Read<()> {
        // Keys are taken with their last swapped in; the order of the file is not kept, so the first by name is named.
        self.members.sort_by(|a, b| a.0.cmp(&b.0));
        match self.members.into_iter().next() {
            Some((key, _)) => Err(Refusal::UnknownKey {
                key: format!("{}{key}", self.prefix),
            }),
            None => Ok(()),
        }
    }
}
