//! The statements of a text: its sentences and quotations, each with who stands behind it and its figures.

use std::ops::Range;

use crate::attribution::{Attribution, attribute, segments};
use crate::frames::{Frame, Layout};
use crate::hints::Understood;
use crate::mentions::{Mention, Who};
use crate::quantity::Scan;
use crate::quotes::quotations;
use crate::read::{Draft, Figure, Modality};
use crate::reader::{Reader, blocks};
use crate::rules::{Rule, Why};
use crate::sense::{Sense, Speech};
use crate::sentences::sentences_of;
use crate::speech::Quoted;
use crate::voice::{Names, Story, Voice, carried};
use crate::{Hints, NumberReading, Stance};

/// How long a sentence may be that only says whose the one before is.
const LONGEST_CREDIT: usize = 20;
/// What has more words and marks is a list or a table, of which only the figures are read.
const LONGEST_SENTENCE: usize = 800;

/// A sentence with all that is read in it. Tokens count from its own beginning.
pub(crate) struct Line<'t> {
    pub scan: Scan<'t>,
    /// Where it begins in the text.
    pub base: usize,
    pub span: Range<usize>,
    pub figures: Vec<(NumberReading, Hints)>,
    /// The tokens that they begin with.
    pub figure_tokens: Vec<usize>,
    pub mentions: Vec<Mention>,
    pub frames: Vec<Frame>,
}

impl Line<'_> {
    pub fn names(&self) -> Names<'_, '_> {
        Names {
            scan: &self.scan,
            base: self.base,
            mentions: &self.mentions,
        }
    }

    /// The tokens that lie in some bytes of the text.
    pub fn tokens_in(&self, bytes: &Range<usize>) -> Range<usize> {
        let local = |byte: usize| byte.saturating_sub(self.base);
        self.scan.tokens_in(local(bytes.start)..local(bytes.end))
    }

    /// The person whom the sentence begins with.
    fn topic(&self) -> Option<usize> {
        let first = self.mentions.iter().position(|mention| !mention.within)?;
        let mention = self.mentions.get(first)?;
        let person = matches!(mention.who, Who::Person { .. });
        (person && mention.extent.start <= 1).then_some(first)
    }

    /// Whether some tokens, quotation marks among them, are the name of a body or lie in it: «Врачи без границ».
    pub fn names_body(&self, tokens: &Range<usize>) -> bool {
        self.mentions.iter().any(|mention| {
            let inside = mention.extent.start <= tokens.start && tokens.end <= mention.extent.end;
            inside && mention.is_body()
        })
    }

    /// The first byte of a figure in the text.
    pub fn figure_at(&self, index: usize) -> Option<usize> {
        let (number, _) = self.figures.get(index)?;
        Some(number.span.start)
    }

    /// The figures at some places, the wholes that they are parts of found again among them.
    pub fn picked(&self, chosen: &[usize]) -> Vec<Figure> {
        let figure = |&at: &usize| {
            let (number, mut hints) = self.figures.get(at).cloned()?;
            hints.part_of = hints
                .part_of
                .and_then(|whole| chosen.iter().position(|&other| other == whole));
            Some(Figure { number, hints })
        };
        chosen.iter().filter_map(figure).collect()
    }

    /// The figures that begin in some bytes of the text.
    pub fn figures_in(&self, bytes: &Range<usize>) -> Vec<usize> {
        (0..self.figures.len())
            .filter(|&at| {
                self.figure_at(at)
                    .is_some_and(|start| bytes.contains(&start))
            })
            .collect()
    }

    /// The bytes of a figure that counts those who speak ("two security sources said"), up to their name's end.
    fn counts_speakers(&self, index: usize) -> Option<Range<usize>> {
        let (number, _) = self.figures.get(index)?;
        let after = self.tokens_in(&(self.base..number.span.end)).end;
        let mention = self
            .frames
            .iter()
            .filter_map(|frame| self.mentions.get(frame.who?))
            .find(|mention| mention.extent.start == after && !mention.is_named())?;
        Some(number.span.start..self.names().bytes(&mention.extent).end)
    }
}

/// A block as it is read.
pub(crate) struct Block<'s, 't> {
    pub lines: &'s [Line<'t>],
    /// In order; no two overlap.
    pub quotes: &'s [Quoted],
}

impl<'t> Block<'_, 't> {
    /// The sentences that some bytes touch.
    pub fn lines_of(&self, bytes: &Range<usize>) -> &[Line<'t>] {
        let first = self
            .lines
            .partition_point(|line| line.span.end <= bytes.start);
        let end = self
            .lines
            .partition_point(|line| line.span.start < bytes.end);
        self.lines.get(first..end).unwrap_or_default()
    }

    fn quotes_of(&self, line: &Line<'_>) -> &[Quoted] {
        touching(self.quotes, &line.span, |quote| &quote.span)
    }
}

/// Those of some ranges in order that others touch.
pub(crate) fn touching<'s, T>(
    all: &'s [T],
    bytes: &Range<usize>,
    span: impl Fn(&T) -> &Range<usize>,
) -> &'s [T] {
    let first = all.partition_point(|one| span(one).end <= bytes.start);
    let end = all.partition_point(|one| span(one).start < bytes.end);
    all.get(first..end).unwrap_or_default()
}

impl Reader {
    /// The statements of a text in the order of their spans.
    pub(crate) fn statements(&self, text: &str) -> Vec<Draft> {
        let mut story = Story::default();
        let mut drafts = Vec::new();
        for block in blocks(text) {
            let Some(part) = text.get(block.clone()) else {
                continue;
            };
            self.block(part, block.start, &mut story, &mut drafts);
        }
        drafts.sort_by_key(|draft| (draft.span.start, draft.span.end));
        drafts
    }

    fn block(&self, text: &str, base: usize, story: &mut Story, drafts: &mut Vec<Draft>) {
        let spans = quotations(text);
        let mut understood = Understood::default();
        let lines: Vec<Line<'_>> = sentences_of(text, self.lexicon)
            .into_iter()
            .filter_map(|span| self.line(text, base, span, &spans, &mut understood))
            .collect();
        let quotes: Vec<Quoted> = spans
            .iter()
            .map(|span| Quoted::new(text, base, span, &lines))
            .collect();
        let block = Block {
            lines: &lines,
            quotes: &quotes,
        };
        story.block = base;
        let first = drafts.len();
        let mut spoken = None;
        for line in &lines {
            let before = drafts.len();
            sentence(line, &block, story, &mut spoken, drafts);
            let earlier = drafts.get_mut(first..before).unwrap_or_default();
            credit(line, story, earlier);
        }
    }

    fn line<'t>(
        &self,
        block: &'t str,
        base: usize,
        span: Range<usize>,
        quotes: &[Range<usize>],
        understood: &mut Understood,
    ) -> Option<Line<'t>> {
        let scan = Scan::new(block.get(span.clone())?, self.lexicon);
        let mentions = if scan.tokens.len() > LONGEST_SENTENCE {
            Vec::new()
        } else {
            scan.mentions()
        };
        let figures = scan.figures(base + span.start, &mentions, &[], understood);
        let mut line = Line {
            scan,
            base: base + span.start,
            span: base + span.start..base + span.end,
            figure_tokens: Vec::new(),
            figures,
            mentions,
            frames: Vec::new(),
        };
        // "Karim, un rescapé": the article before what a person is counts nobody.
        let counts = |number: &NumberReading| {
            let tokens = line.tokens_in(&number.span);
            let article = line.scan.is(tokens.start, Sense::Article) == Some(tokens.end);
            let role = line.mentions.iter().any(|mention| match &mention.who {
                Who::Person {
                    role: Some(role), ..
                } => role.start == tokens.end,
                _ => false,
            });
            !(article && role)
        };
        let counted: Vec<bool> = line
            .figures
            .iter()
            .map(|(number, _)| counts(number))
            .collect();
        if counted.contains(&false)
            && line
                .figures
                .iter()
                .all(|(_, hints)| hints.part_of.is_none())
        {
            let mut counted = counted.into_iter();
            line.figures.retain(|_| counted.next().unwrap_or(true));
        }
        line.figure_tokens = line
            .figures
            .iter()
            .map(|(number, _)| line.tokens_in(&number.span).start)
            .collect();
        if line.scan.tokens.len() > LONGEST_SENTENCE {
            return Some(line);
        }
        let quoted: Vec<Range<usize>> = touching(quotes, &span, |quote| quote)
            .iter()
            // A turn of speech behind a dash ends where its cue begins, which is not known yet.
            .filter(|quote| !is_turn(block, quote))
            .map(|quote| line.tokens_in(&(quote.start + base..quote.end + base)))
            .filter(|quote| !line.names_body(quote))
            .collect();
        line.frames = line.scan.frames(&Layout {
            mentions: &line.mentions,
            quoted: &quoted,
            figures: &line.figure_tokens,
        });
        Some(line)
    }
}

/// Whether a quotation of a block is a turn of speech behind a dash.
pub(crate) fn is_turn(block: &str, quote: &Range<usize>) -> bool {
    let words = block.get(quote.start..).unwrap_or_default();
    words.starts_with(['—', '–', '―'])
}

/// What has been said last in quotation marks, and by which cue.
pub(crate) type Spoken = Option<(Voice, Option<Range<usize>>)>;

/// The statements of one sentence, and the quotations that end in it.
fn sentence(
    line: &Line<'_>,
    block: &Block<'_, '_>,
    story: &mut Story,
    spoken: &mut Spoken,
    drafts: &mut Vec<Draft>,
) {
    // What the sentence says outside of quotations comes first: it names who speaks.
    let mut parts: Vec<(Range<usize>, Attribution)> = segments(line)
        .into_iter()
        .map(|segment| {
            let mut attribution = attribute(line, &segment, story);
            let anaphor = Sense::Speech(Speech::Anaphors);
            attribution.goes_on = segment.tokens.start == 0 && line.scan.is(0, anaphor).is_some();
            (
                line.names().bytes(&trimmed(line, &segment.tokens)),
                attribution,
            )
        })
        .collect();
    if let Some(person) = line.topic() {
        story.topic = Some((line.names().voice(person, story), line.base));
    }
    line.names().remember(story);
    let mut free: Vec<usize> = (0..line.figures.len()).collect();
    for quote in block.quotes_of(line).iter().filter(|quote| quote.speech) {
        let told = quote.told(line, block, &mut parts, story, spoken);
        let span = told.as_ref().map_or(&quote.span, |draft| &draft.span);
        free.retain(|&at| {
            !line
                .figure_at(at)
                .is_some_and(|start| span.contains(&start))
        });
        drafts.extend(told);
    }
    free.retain(|&at| {
        let speakers = line.counts_speakers(at);
        if let Some(span) = &speakers {
            let figures = line.picked(&[at]);
            let nobody = Story::default();
            drafts.push(draft(
                span.clone(),
                Attribution::default(),
                figures,
                &nobody,
            ));
        }
        speakers.is_none()
    });
    for (bytes, attribution) in parts {
        let chosen: Vec<usize> = free
            .iter()
            .copied()
            .filter(|&at| {
                line.figure_at(at)
                    .is_some_and(|start| bytes.contains(&start))
            })
            .collect();
        let silent = attribution.quoted || attribution.cue.is_none();
        if silent && chosen.is_empty() {
            continue;
        }
        let aside = attribution.quoted
            && chosen.iter().all(|&at| {
                line.figure_at(at)
                    .is_some_and(|start| attribution.trails(start))
            });
        let figures = line.picked(&chosen);
        drafts.push(if aside {
            // "…," said a man whose brother was among the 23: the outlet says so.
            draft(bytes, Attribution::default(), figures, &Story::default())
        } else {
            draft(bytes, attribution, figures, story)
        });
    }
}

/// A clause without the comma that parts it from the next.
fn trimmed(line: &Line<'_>, tokens: &Range<usize>) -> Range<usize> {
    let parts = |at: &usize| {
        [',', '،', ';', '؛']
            .into_iter()
            .any(|mark| line.scan.is_mark(*at, mark))
    };
    let start = tokens.clone().find(|at| !parts(at));
    let end = tokens.clone().rev().find(|at| !parts(at));
    start.unwrap_or(tokens.start)..end.map_or(tokens.end, |at| at + 1)
}

fn draft(
    span: Range<usize>,
    attribution: Attribution,
    figures: Vec<Figure>,
    story: &Story,
) -> Draft {
    let mut voice = attribution.voice;
    let mut rules = attribution.rules;
    let counts = figures.iter().any(|figure| figure.hints.measure.is_some());
    let goes_on = (counts || attribution.goes_on) && story.spoke_before(span.start);
    if voice.is_empty() && attribution.via.is_empty() && (attribution.cue.is_some() || goes_on) {
        let last = story.last.as_ref().map(Voice::words).unwrap_or_default();
        voice = carried(story, Why::Carried, last);
    }
    rules.append(&mut voice.rules);
    let modality = if attribution.document.is_some() {
        Modality::Document
    } else if voice.is_empty() && attribution.via.is_empty() {
        Modality::Unattributed
    } else {
        Modality::Indirect
    };
    Draft {
        span,
        modality,
        cue: attribution.cue,
        speaker: voice.speaker,
        source: voice.source,
        via: attribution.via,
        denied_by: attribution.denied_by,
        figures: restated(figures, attribution.stance),
        rules,
    }
}

/// The figures of a denial or a retraction. "Corrected its toll: the dead are 41, and not 57": where one of them is named
/// as wrong, the others hold.
fn restated(mut figures: Vec<Figure>, stance: Option<Stance>) -> Vec<Figure> {
    let wrong = |figure: &Figure| matches!(figure.hints.stance, Stance::Denies | Stance::Retracts);
    let corrected = stance == Some(Stance::Retracts) && figures.iter().any(wrong);
    for figure in &mut figures {
        let told = &mut figure.hints.stance;
        match stance {
            Some(stance) if corrected && *told == Stance::Denies => *told = stance,
            Some(stance) if !corrected && *told == Stance::Asserts => *told = stance,
            _ => {}
        }
    }
    figures
}

/// "Lo ha reso noto la Prefettura": a sentence that says no more than whose the ones before are.
fn credit(line: &Line<'_>, story: &Story, earlier: &mut [Draft]) {
    let short = line.scan.tokens.len() <= LONGEST_CREDIT && line.figures.is_empty();
    if !short || line.frames.is_empty() {
        return;
    }
    let refers = (0..line.scan.tokens.len())
        .any(|at| line.scan.is(at, Sense::Speech(Speech::Anaphors)).is_some());
    let Some(voice) = story.last.as_ref().filter(|_| refers) else {
        return;
    };
    for draft in earlier.iter_mut().rev() {
        if draft.source.is_some() || draft.speaker.is_some() {
            break;
        }
        draft.speaker.clone_from(&voice.speaker);
        draft.source.clone_from(&voice.source);
        if draft.modality == Modality::Unattributed {
            draft.modality = Modality::Indirect;
        }
        draft
            .rules
            .push(Rule::new(Why::NextSentence, voice.words()));
    }
}
