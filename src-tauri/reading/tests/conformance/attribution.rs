//! Who says what: textacy's quotations, and the attributed figures of GUM's Wikinews stories.

use std::collections::HashSet;
use std::ops::Range;
use std::path::Path;

use onrecord_reading::{Draft, Modality, read};

use crate::gum::{NO_FIGURES, stories, unpacked, words};
use crate::{Outcome, judged, lines};

/// Of each text all quotations with speaker, cue and words; whom a pronoun means is not asked.
pub fn quotations(folder: &Path) -> Vec<Outcome> {
    lines(&folder.join("textacy-quotes/direct-quotations.jsonl"))
        .iter()
        .map(|row| {
            let text = row["text"].as_str().unwrap();
            let quotes = row["expected"].as_array().unwrap();
            let pronoun = quotes.iter().any(|quote| quote["speaker"][0] == "he");
            let told = |who: &str, cue: &str, words: &str| {
                format!("{} {cue} {words}", if pronoun { "" } else { who })
            };
            let expected: Vec<String> = quotes
                .iter()
                .map(|quote| {
                    told(
                        quote["speaker"][0].as_str().unwrap(),
                        quote["cue"][0].as_str().unwrap(),
                        quote["content"].as_str().unwrap(),
                    )
                })
                .collect();
            let found: Vec<String> = read(text, row["lang"].as_str())
                .statements
                .into_iter()
                .filter(|draft| draft.modality == Modality::Direct)
                .map(|draft| {
                    let cue = draft.cue.map_or("", |cue| &text[cue]);
                    let who = draft.speaker.map_or("", |speaker| &text[speaker.span]);
                    told(who, cue, &text[draft.span])
                })
                .collect();
            judged(&found, &expected, text)
        })
        .collect()
}

/// A story with what its annotators say of each sentence.
struct Story {
    text: String,
    sentences: Vec<Sentence>,
}

struct Sentence {
    span: Range<usize>,
    attributed: bool,
    counts: bool,
}

fn all_stories(folder: &Path) -> Vec<Story> {
    stories(folder)
        .iter()
        .map(|path| {
            let name = path.file_name().unwrap().to_str().unwrap();
            let relations = folder
                .join("gum-wikinews/rst")
                .join(name.replace("conllu", "rsd"));
            let attributed: HashSet<usize> = unpacked(&relations)
                .lines()
                .filter(|line| line.contains("\tattribution-"))
                .map(|line| {
                    let sentence = line.split("|sid=").nth(1).unwrap();
                    sentence.split('|').next().unwrap().parse().unwrap()
                })
                .collect();
            story(&unpacked(path), &attributed)
        })
        .collect()
}

fn story(table: &str, attributed: &HashSet<usize>) -> Story {
    let mut found = Story {
        text: String::new(),
        sentences: Vec::new(),
    };
    for sentence in table.split("\n\n") {
        let Some(text) = sentence
            .lines()
            .find_map(|line| line.strip_prefix("# text = "))
        else {
            continue;
        };
        if !found.text.is_empty() {
            let paragraph = sentence.lines().any(|line| line == "# newpar");
            found.text.push_str(if paragraph { "\n\n" } else { " " });
        }
        let start = found.text.len();
        found.text.push_str(text);
        let words = words(sentence, text);
        let counts = words.iter().any(|word| {
            let noun = words.get(word.head.wrapping_sub(1));
            let thing = noun.is_some_and(|noun| !NO_FIGURES.contains(&noun.lemma.as_str()));
            word.numeral && word.relation == "nummod" && word.lemma != "one" && thing
        });
        found.sentences.push(Sentence {
            span: start..found.text.len(),
            attributed: attributed.contains(&(found.sentences.len() + 1)),
            counts,
        });
    }
    found
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// The statements of a text that have a figure, and somebody who says it.
fn attributed_figures(text: &str) -> Vec<Draft> {
    read(text, Some("en"))
        .statements
        .into_iter()
        .filter(|draft| !draft.figures.is_empty())
        .filter(|draft| draft.speaker.is_some() || draft.source.is_some())
        .collect()
}

/// Of each sentence with a number of things and an attribution, whether it is read as an attributed figure.
pub fn recall(folder: &Path) -> Vec<Outcome> {
    all_stories(folder)
        .iter()
        .flat_map(|story| {
            let drafts = attributed_figures(&story.text);
            let wanted = story
                .sentences
                .iter()
                .filter(|sentence| sentence.attributed && sentence.counts);
            wanted
                .map(|sentence| {
                    let words = &story.text[sentence.span.clone()];
                    let read = drafts
                        .iter()
                        .any(|draft| overlap(&draft.span, &sentence.span));
                    if read {
                        Outcome::Passed
                    } else {
                        Outcome::Failed(format!("{words:?}: an attributed figure expected"))
                    }
                })
                .collect::<Vec<_>>()
        })
        .collect()
}

/// Of each statement with a figure and a cue, whether it stands in a sentence with an attribution.
pub fn precision(folder: &Path) -> Vec<Outcome> {
    all_stories(folder)
        .iter()
        .flat_map(|story| {
            attributed_figures(&story.text)
                .iter()
                .filter(|draft| draft.cue.is_some())
                .map(|draft| {
                    let words = &story.text[draft.span.clone()];
                    let sentences = story.sentences.iter();
                    let said = sentences
                        .filter(|sentence| overlap(&draft.span, &sentence.span))
                        .any(|sentence| sentence.attributed);
                    if said {
                        Outcome::Passed
                    } else {
                        Outcome::Failed(format!("{words:?}: no attribution expected"))
                    }
                })
                .collect::<Vec<_>>()
        })
        .collect()
}
