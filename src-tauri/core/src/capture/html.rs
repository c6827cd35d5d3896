//! Pages as canonical text: the article that a reader would read, block by block, and never a script or a style.

use std::panic::{AssertUnwindSafe, catch_unwind};

use dom_query::{Document, NodeRef};
use dom_smoothie::{Config, Readability, TextMode};

use super::html_metadata;
use super::metadata::Metadata;
use super::text::{BlockKind, TextBuilder};

/// Deeper or larger pages are read whole instead of being weighed element by element: the weighing recurses and compares.
const DEEPEST: usize = 400;
const MOST_ELEMENTS: usize = 100_000;

/// Appends the blocks of a page's article and returns what the page says of it. A page without a recognisable article gives
/// the text of its body.
pub(super) fn read(source: &str, out: &mut TextBuilder) -> Metadata {
    let page = Document::from(source);
    let mut metadata = html_metadata::read(&page);
    if let Some(article) = readable(page) {
        let content = Document::fragment(article.content);
        walk(content.root(), out);
        metadata.title = metadata
            .title
            .or_else(|| super::metadata::one_line(&article.title));
        if metadata.authors.is_empty() {
            metadata
                .authors
                .extend(article.byline.as_deref().and_then(html_metadata::byline));
        }
    }
    if out.is_empty() {
        read_fragment(source, out);
    }
    metadata
}

/// Appends the blocks of all the text of a page or a piece of one.
pub(super) fn read_fragment(source: &str, out: &mut TextBuilder) {
    let page = Document::from(source);
    walk(page.body().unwrap_or_else(|| page.root()), out);
}

/// The article that readability finds. It is other people's code over strangers' pages: a panic in it is no article.
fn readable(page: Document) -> Option<dom_smoothie::Article> {
    let (elements, depth) = measure(&page.root());
    if depth > DEEPEST || elements > MOST_ELEMENTS {
        return None;
    }
    catch_unwind(AssertUnwindSafe(move || {
        let config = Config {
            text_mode: TextMode::Formatted,
            ..Config::default()
        };
        Readability::with_document(page, None, Some(config))
            .ok()?
            .parse()
            .ok()
    }))
    .ok()
    .flatten()
}

/// How many nodes a tree has and how deep it is.
fn measure(root: &NodeRef<'_>) -> (usize, usize) {
    let (mut count, mut depth, mut deepest) = (0, 0, 0);
    traverse(*root, |step| {
        match step {
            Step::Enter(_) => {
                count += 1;
                depth += 1;
                deepest = deepest.max(depth);
            }
            Step::Leave(_) => depth -= 1,
        }
        true
    });
    (count, deepest)
}

/// A step of a walk over a tree.
enum Step<'s, 'a> {
    Enter(&'s NodeRef<'a>),
    Leave(&'s NodeRef<'a>),
}

/// Walks a tree in document order without recursion, for pages nest as deep as they like. The children of a node are
/// skipped when `visit` says false on entering it; every node that is entered is left.
fn traverse<'a>(root: NodeRef<'a>, mut visit: impl FnMut(Step<'_, 'a>) -> bool) {
    let mut open = Vec::new();
    let mut next = Some(root);
    loop {
        if let Some(node) = next {
            let child = if visit(Step::Enter(&node)) {
                node.first_child()
            } else {
                None
            };
            open.push(node);
            next = child;
        } else {
            let Some(node) = open.pop() else { return };
            visit(Step::Leave(&node));
            // The root's siblings are not ours.
            next = if open.is_empty() {
                None
            } else {
                node.next_sibling()
            };
        }
    }
}

/// What an element is to the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    /// Part of a line.
    Inline,
    /// A block of its own, of the kind of what it stands in.
    Block,
    /// A block of a kind of its own.
    Kind(BlockKind),
    /// A block whose white space is the author's.
    Preformatted,
    /// A cell: a line of its own, so that two figures side by side do not read as one.
    Cell,
    /// A line break.
    Break,
    /// Nothing that is read.
    Unread,
}

fn role(node: &NodeRef<'_>) -> Role {
    let Some(name) = node.node_name() else {
        return Role::Inline;
    };
    match name.as_ref() {
        _ if node.has_attr("hidden") => Role::Unread,
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Role::Kind(BlockKind::Heading),
        "li" => Role::Kind(BlockKind::ListItem),
        "blockquote" => Role::Kind(BlockKind::Quote),
        "pre" => Role::Preformatted,
        "td" | "th" => Role::Cell,
        "br" => Role::Break,
        "address" | "article" | "aside" | "body" | "caption" | "center" | "dd" | "details"
        | "dialog" | "div" | "dl" | "dt" | "fieldset" | "figcaption" | "figure" | "footer"
        | "form" | "header" | "hgroup" | "hr" | "html" | "main" | "nav" | "ol" | "p"
        | "section" | "summary" | "table" | "tbody" | "tfoot" | "thead" | "tr" | "ul" => {
            Role::Block
        }
        "audio" | "button" | "canvas" | "datalist" | "embed" | "head" | "iframe" | "input"
        | "math" | "noscript" | "object" | "script" | "select" | "style" | "svg" | "template"
        | "textarea" | "title" | "video" => Role::Unread,
        _ => Role::Inline,
    }
}

/// Appends the blocks under a node.
fn walk(root: NodeRef<'_>, out: &mut TextBuilder) {
    let mut line = Line {
        out,
        text: String::new(),
        gap: false,
        kinds: Vec::new(),
        preformatted: 0,
    };
    traverse(root, |step| match step {
        Step::Enter(node) if node.is_text() => {
            line.push(&node.text());
            false
        }
        Step::Enter(node) if node.is_element() => line.enter(role(node)),
        Step::Enter(node) => !node.is_comment(),
        Step::Leave(node) => {
            if node.is_element() {
                line.leave(role(node));
            }
            true
        }
    });
    line.flush();
}

/// The block that is being read.
struct Line<'o> {
    out: &'o mut TextBuilder,
    text: String,
    /// Whether white space came since the last word.
    gap: bool,
    /// The kinds of the open blocks, innermost last.
    kinds: Vec<BlockKind>,
    preformatted: usize,
}

impl Line<'_> {
    fn push(&mut self, text: &str) {
        for c in text.chars() {
            if self.preformatted > 0 {
                self.text.push(c);
            } else if c.is_ascii_whitespace() {
                self.gap = true;
            } else {
                if self.gap && !self.text.is_empty() && !self.text.ends_with('\n') {
                    self.text.push(' ');
                }
                self.gap = false;
                self.text.push(c);
            }
        }
    }

    fn enter(&mut self, role: Role) -> bool {
        match role {
            Role::Inline => {}
            Role::Block => self.flush(),
            Role::Kind(kind) => {
                self.flush();
                self.kinds.push(kind);
            }
            Role::Preformatted => {
                self.flush();
                self.preformatted += 1;
            }
            Role::Cell if self.text.is_empty() => {}
            Role::Cell | Role::Break => {
                self.text.push('\n');
                self.gap = false;
            }
            Role::Unread => return false,
        }
        true
    }

    fn leave(&mut self, role: Role) {
        match role {
            Role::Inline | Role::Break | Role::Cell | Role::Unread => {}
            Role::Block => self.flush(),
            Role::Kind(_) => {
                self.flush();
                self.kinds.pop();
            }
            Role::Preformatted => {
                self.flush();
                self.preformatted = self.preformatted.saturating_sub(1);
            }
        }
    }

    fn flush(&mut self) {
        let kind = self.kinds.last().copied().unwrap_or(BlockKind::Paragraph);
        self.out.push(kind, &self.text);
        self.text.clear();
        self.gap = false;
    }
}
