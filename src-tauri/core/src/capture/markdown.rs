//! Markdown as canonical text: the words without their signs.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::html;
use super::metadata::{Metadata, date, one_line, url};
use super::text::{BlockKind, TextBuilder};

/// Appends the blocks of a Markdown text and returns what its front matter says.
pub(super) fn read(source: &str, out: &mut TextBuilder) -> Metadata {
    let (header, body) = split_front_matter(source);
    let metadata = header.map(front_matter).unwrap_or_default();
    let mut blocks = Blocks {
        out,
        text: String::new(),
        kinds: Vec::new(),
        hidden: 0,
        html: String::new(),
    };
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES;
    Parser::new_ext(body, options).for_each(|event| blocks.take(event));
    blocks.flush();
    metadata
}

/// Collects events into blocks.
struct Blocks<'o> {
    out: &'o mut TextBuilder,
    text: String,
    /// The kinds of the blocks that are open, innermost last.
    kinds: Vec<BlockKind>,
    /// How many open elements have no words of the article in them.
    hidden: usize,
    html: String,
}

impl Blocks<'_> {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) if self.hidden == 0 => self.text.push_str(&text),
            Event::SoftBreak if self.hidden == 0 => self.text.push(' '),
            Event::HardBreak if self.hidden == 0 => self.text.push('\n'),
            Event::Html(html) => self.html.push_str(&html),
            Event::InlineHtml(tag) if is_line_break(&tag) => self.text.push('\n'),
            Event::Rule => self.flush(),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Heading { .. } => self.open(BlockKind::Heading),
            Tag::Item => self.open(BlockKind::ListItem),
            Tag::BlockQuote(_) => self.open(BlockKind::Quote),
            Tag::Paragraph
            | Tag::CodeBlock(_)
            | Tag::TableHead
            | Tag::TableRow
            | Tag::List(_)
            | Tag::HtmlBlock => self.flush(),
            Tag::Image { .. } => self.hidden += 1,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) | TagEnd::Item | TagEnd::BlockQuote(_) => {
                self.flush();
                self.kinds.pop();
            }
            TagEnd::Paragraph | TagEnd::CodeBlock | TagEnd::TableHead | TagEnd::TableRow => {
                self.flush()
            }
            // A line each: two cells side by side must not read as one number.
            TagEnd::TableCell => self.text.push('\n'),
            TagEnd::HtmlBlock => html::read_fragment(&std::mem::take(&mut self.html), self.out),
            TagEnd::Image => self.hidden = self.hidden.saturating_sub(1),
            _ => {}
        }
    }

    fn open(&mut self, kind: BlockKind) {
        self.flush();
        self.kinds.push(kind);
    }

    fn flush(&mut self) {
        let kind = self.kinds.last().copied().unwrap_or(BlockKind::Paragraph);
        self.out.push(kind, &self.text);
        self.text.clear();
    }
}

fn is_line_break(tag: &str) -> bool {
    let name: String = tag
        .chars()
        .filter(|c| !matches!(c, '<' | '>' | '/') && !c.is_whitespace())
        .collect();
    name.eq_ignore_ascii_case("br")
}

/// The lines between two `---` at the beginning of a file, and the rest. Only lines like `key: value`, comments and indented
/// or list lines make it a front matter; otherwise the first rule is a rule.
fn split_front_matter(source: &str) -> (Option<&str>, &str) {
    let Some(after) = source.strip_prefix("---\n") else {
        return (None, source);
    };
    let mut header = 0;
    for line in after.split_inclusive('\n') {
        let bare = line.trim_end();
        if bare == "---" || bare == "..." {
            return (
                after.get(..header),
                after.get(header + line.len()..).unwrap_or_default(),
            );
        }
        let nested = bare.is_empty() || bare.starts_with([' ', '\t', '-', '#']);
        if !nested
            && bare
                .split_once(':')
                .is_none_or(|(key, _)| key.contains(char::is_whitespace))
        {
            break;
        }
        header += line.len();
    }
    (None, source)
}

/// The simple `key: value` lines of a front matter that say something of the article.
fn front_matter(header: &str) -> Metadata {
    let mut metadata = Metadata::default();
    let mut key = String::new();
    for line in header.lines() {
        if let Some(item) = line.trim_start().strip_prefix("- ") {
            if matches!(key.as_str(), "author" | "authors") {
                metadata.authors.extend(scalar(item));
            }
            continue;
        }
        if line.starts_with([' ', '\t', '#']) {
            continue;
        }
        let Some((name, value)) = line.split_once(':') else {
            continue;
        };
        key = name.trim().to_ascii_lowercase();
        match key.as_str() {
            "title" => metadata.title = scalar(value),
            "date" | "published" | "published_at" => {
                metadata.published_at = scalar(value).and_then(|raw| date(&raw))
            }
            "lang" | "language" => metadata.language = scalar(value),
            "author" | "authors" => metadata.authors.extend(list(value)),
            "outlet" | "publisher" => metadata.outlet = scalar(value),
            "url" | "canonical" | "source_url" => {
                metadata.url = scalar(value).and_then(|raw| url(&raw))
            }
            _ => {}
        }
    }
    metadata
}

/// A value without its quotes; none if nothing is left.
fn scalar(value: &str) -> Option<String> {
    let value = value.trim();
    let bare = ['"', '\'']
        .iter()
        .find_map(|&q| value.strip_prefix(q)?.strip_suffix(q))
        .unwrap_or(value);
    one_line(bare)
}

/// A value, or the values of a `[list, in brackets]`.
fn list(value: &str) -> Vec<String> {
    match value
        .trim()
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
    {
        Some(items) => items.split(',').filter_map(scalar).collect(),
        None => scalar(value).into_iter().collect(),
    }
}
