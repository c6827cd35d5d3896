//! Numbers that are not put together of number words: vague words, collectives, halves, articles, nouns that mean two.

use crate::Amount;
use crate::quantity::{Quantity, Scan, Value};
use crate::sense::{MeasureForm, Sense};

/// The most words before the last of a name in quotation marks.
const TITLE: usize = 3;

impl Scan<'_> {
    /// "dozens", "des dizaines de milliers", "several hundred".
    pub fn vague(&self, at: usize) -> Option<Quantity> {
        let lead = self.is(at, Sense::VagueLead);
        let word_at = lead.unwrap_or(at);
        let (mut end, (word, own_scale, alone)) = self.find(word_at, |sense| match sense {
            Sense::Vague { word, scale, alone } => Some((word, scale, alone || lead.is_some())),
            Sense::Scale(scale) if lead.is_some() => {
                let scale = self
                    .lexicon
                    .scales
                    .get(scale)
                    .filter(|scale| !scale.suffix)?;
                Some((scale.vague?, 1, true))
            }
            _ => None,
        })?;
        let mut scale = Amount::from(own_scale);
        let of = self.is(end, Sense::Of);
        let multiplied = of.unwrap_or(end);
        let power = self.find(multiplied, |sense| match sense {
            Sense::Scale(scale) => self
                .lexicon
                .scales
                .get(scale)
                .filter(|scale| scale.value >= 100 && !scale.suffix)
                .map(|scale| scale.value),
            _ => None,
        });
        match power {
            Some((after, value)) => (end, scale) = (after, Amount::from(value)),
            None if alone || of.is_some() || self.happens_at(end) || self.leads(at).is_some() => {}
            None => return None,
        }
        Some(Quantity {
            start: at,
            end,
            value: Value::Vague { word, scale },
        })
    }

    /// Whether a vague word ends a name in quotation marks: "«Марш миллионов»".
    pub fn closes_title(&self, start: usize, end: usize) -> bool {
        let first = (1..=TITLE)
            .filter_map(|back| start.checked_sub(back))
            .find(|&at| !self.is_word(at));
        let opened = first.is_some_and(|at| self.is_quote(at) && self.is_capital(at + 1));
        opened && self.is_quote(end)
    }

    /// "scores dead".
    fn happens_at(&self, at: usize) -> bool {
        let participle = |sense| {
            let form = MeasureForm::Participle;
            matches!(sense, Sense::Measure { form: found, .. } if found == form).then_some(())
        };
        self.find(at, participle).is_some()
    }

    /// "une trentaine"; in a language without articles the word alone.
    pub fn collective(&self, at: usize) -> Option<Quantity> {
        let after = match self.is(at, Sense::Article) {
            Some(after) => after,
            None if self.lexicon.has_articles => return None,
            None => at,
        };
        // "une « trentaine de morts »"
        let after = after + usize::from(self.is_quote(after));
        let (end, value) = self.find(after, |sense| match sense {
            Sense::Collective(value) => Some(value),
            _ => None,
        })?;
        Some(Quantity {
            start: at,
            end,
            value: Value::Collective(Amount::from(value)),
        })
    }

    /// "zwei Dutzend", "tres decenas": so many of what is about a number itself.
    pub fn of_collectives(&self, quantity: Quantity) -> Quantity {
        let few = quantity
            .value
            .amount()
            .filter(|amount| *amount > Amount::from(1) && *amount < Amount::from(100));
        let of = self.find(quantity.end, |sense| match sense {
            Sense::Collective(value) => Some(value),
            _ => None,
        });
        let found = few.zip(of).and_then(|(few, (end, value))| {
            let amount = few.checked_mul(Amount::from(value))?;
            Some(Quantity {
                start: quantity.start,
                end,
                value: Value::Collective(amount),
            })
        });
        found.unwrap_or(quantity)
    }

    /// "anderthalb", "anderthalb Millionen".
    pub fn fractional(&self, at: usize) -> Option<Quantity> {
        let (end, index) = self.find(at, |sense| match sense {
            Sense::Fractional(index) => Some(index),
            _ => None,
        })?;
        let value = *self.lexicon.fractional.get(index)?;
        let scaled = self.scaled(value, end, false);
        let (end, amount) = scaled.unwrap_or((end, value));
        Some(Quantity {
            start: at,
            end,
            value: Value::Words {
                amount,
                coefficient: scaled.map(|_| value),
                weak: false,
            },
        })
    }

    /// "half a million", "medio centenar".
    pub fn half(&self, at: usize) -> Option<Quantity> {
        let after = self.is(at, Sense::HalfBefore)?;
        let collective = self.find(after, |sense| match sense {
            Sense::Collective(value) => Some(value),
            _ => None,
        });
        if let Some((end, value)) = collective {
            let amount = Amount::from_parts(i128::from(value) * 5, 1).ok()?;
            return Some(Quantity {
                start: at,
                end,
                value: Value::Collective(amount),
            });
        }
        let (end, scale) = self.scale_at(self.past_hyphen(after), after, false)?;
        let scale = self
            .lexicon
            .scales
            .get(scale)
            .filter(|scale| !scale.suffix)?;
        let amount = Amount::from_parts(i128::from(scale.value) * 5, 1).ok()?;
        Some(Quantity {
            start: at,
            end,
            value: Value::Words {
                amount,
                coefficient: None,
                weak: false,
            },
        })
    }

    /// A noun that means two, with the "two" that may stand behind it.
    pub fn dual(&self, at: usize) -> Option<Quantity> {
        let two = Amount::from(2);
        let noun = self.is(at, Sense::Dual)?;
        let end = self
            .spelled(noun)
            .filter(|said| said.value.amount() == Some(two))
            .map_or(noun, |said| said.end);
        Some(Quantity {
            start: at,
            end,
            value: Value::Words {
                amount: two,
                coefficient: None,
                weak: false,
            },
        })
    }

    /// Where the noun begins that a number counts and that does not stand behind it: the number is that noun itself ("قتيلان"), or
    /// stands behind it ("شخص واحد", "пострадавших нет").
    pub fn own_noun(&self, quantity: &Quantity) -> Option<usize> {
        if self.is(quantity.start, Sense::Dual).is_some() {
            return Some(quantity.start);
        }
        let (end, nought) = self.find(quantity.start, |sense| match sense {
            Sense::Add(word) => {
                let word = self.lexicon.adding.get(word)?;
                word.behind.then_some(false)
            }
            Sense::Nought => Some(true),
            _ => None,
        })?;
        let counted = |sense| {
            matches!(
                sense,
                Sense::Measure {
                    form: MeasureForm::Noun,
                    ..
                }
            )
            .then_some(())
            .or(matches!(sense, Sense::Group(_) if !nought).then_some(()))
        };
        let (noun, ()) = self.find_before(quantity.start, counted)?;
        (end == quantity.end).then_some(noun)
    }

    /// A word that is a number only before what is counted.
    pub fn lone(&self, at: usize) -> Option<Quantity> {
        let (end, value) = self.find(at, |sense| match sense {
            Sense::Article => Some(Value::Article),
            Sense::Nought => Some(Value::Nought),
            _ => None,
        })?;
        Some(Quantity {
            start: at,
            end,
            value,
        })
    }
}
