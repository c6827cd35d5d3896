//! What a page says of its article: JSON-LD first, for it is the most exact, then meta elements, then the page itself.

use dom_query::Document;
use serde_json::Value;

use super::metadata::{Metadata, date, one_line, url};
use crate::domain::names::fold_name;

/// Reads the metadata of a page.
pub(super) fn read(page: &Document) -> Metadata {
    let data = json_ld(page);
    let article = data.iter().find(|node| is_article(node));
    let field = |name: &str| article.and_then(|node| node.get(name));
    let meta = |names: &[&str]| names.iter().find_map(|name| meta_content(page, name));

    let mut authors: Vec<String> = Vec::new();
    for name in field("author").map(names_of).unwrap_or_default() {
        if !authors.contains(&name) {
            authors.push(name);
        }
    }
    if authors.is_empty() {
        let said = ["author", "article:author", "parsely-author", "dc.creator"];
        let author = said
            .iter()
            .find_map(|name| meta_content(page, name).filter(|author| url(author).is_none()));
        authors.extend(author.as_deref().and_then(byline));
    }
    Metadata {
        title: title(page, field("headline").and_then(Value::as_str)),
        outlet: meta(&["og:site_name"])
            .or_else(|| field("publisher").and_then(|p| names_of(p).into_iter().next())),
        authors,
        url: attribute(page, "link[rel~=canonical]", "href")
            .or_else(|| meta(&["og:url"]))
            .and_then(|raw| url(&raw))
            .or_else(|| field("url").and_then(Value::as_str).and_then(url)),
        language: field("inLanguage")
            .and_then(language_of)
            .or_else(|| attribute(page, "html[lang]", "lang"))
            .or_else(|| meta(&["og:locale", "content-language", "language"])),
        published_at: published(page, field("datePublished").and_then(Value::as_str)),
    }
}

/// An author line without the word for "by"; none if nothing is left.
pub(super) fn byline(raw: &str) -> Option<String> {
    let line = one_line(raw)?;
    let bare = ["by ", "par ", "por ", "von "].iter().find_map(|by| {
        line.get(..by.len())
            .filter(|start| start.eq_ignore_ascii_case(by))
            .and_then(|_| line.get(by.len()..))
    });
    one_line(bare.unwrap_or(&line))
}

/// The title: the page's main heading where its metadata has the same words (a title there often carries the site's name
/// too), else what the metadata says, else a main heading that is the only one.
fn title(page: &Document, headline: Option<&str>) -> Option<String> {
    let said: Vec<String> = [
        headline.and_then(one_line),
        meta_content(page, "og:title"),
        meta_content(page, "twitter:title"),
        page.select("head > title")
            .iter()
            .next()
            .and_then(|title| one_line(&title.text())),
    ]
    .into_iter()
    .flatten()
    .collect();
    let headings: Vec<String> = page
        .select("h1")
        .iter()
        .filter_map(|h1| one_line(&h1.text()))
        .collect();
    let folded: Vec<String> = said.iter().map(|title| fold_name(title)).collect();
    let same = headings.iter().find(|heading| {
        let heading = fold_name(heading);
        folded.iter().any(|title| title.contains(&heading))
    });
    let page_title_only = headline.is_none() && meta_content(page, "og:title").is_none();
    match (same, headings.as_slice()) {
        (Some(heading), _) => Some(heading.clone()),
        (None, [only]) if page_title_only => Some(only.clone()),
        // The words of a bare <title> are left to readability, which takes the site's name off.
        _ if page_title_only => None,
        _ => said.into_iter().next(),
    }
}

/// The date of publication, from the most exact place that has one that can be read.
fn published(page: &Document, json_ld: Option<&str>) -> Option<String> {
    const NAMES: [&str; 9] = [
        "article:published_time",
        "datePublished",
        "date",
        "pubdate",
        "publish-date",
        "parsely-pub-date",
        "dc.date",
        "dc.date.issued",
        "dcterms.date",
    ];
    const TIMES: [&str; 4] = [
        "time[itemprop=datePublished]",
        "article time[datetime]",
        "main time[datetime]",
        "time[datetime]",
    ];
    let said = json_ld.and_then(date);
    let said = said.or_else(|| {
        NAMES
            .iter()
            .find_map(|name| meta_content(page, name).and_then(|raw| date(&raw)))
    });
    said.or_else(|| {
        TIMES
            .iter()
            .find_map(|time| attribute(page, time, "datetime").and_then(|raw| date(&raw)))
    })
}

/// The content of the first `meta` element of that name or property that has any.
fn meta_content(page: &Document, name: &str) -> Option<String> {
    let named = |element: &dom_query::NodeRef<'_>| {
        ["property", "name", "itemprop", "http-equiv"]
            .iter()
            .any(|key| {
                element
                    .attr(key)
                    .is_some_and(|value| value.trim().eq_ignore_ascii_case(name))
            })
    };
    let metas = page.select("meta[content]");
    metas
        .nodes()
        .iter()
        .filter(|element| named(element))
        .find_map(|element| one_line(&element.attr("content")?))
}

/// An attribute of the first element that matches and has any.
fn attribute(page: &Document, selector: &str, name: &str) -> Option<String> {
    page.select(selector)
        .nodes()
        .iter()
        .find_map(|element| one_line(&element.attr(name)?))
}

/// The objects of all JSON-LD blocks of a page, graphs and lists opened.
fn json_ld(page: &Document) -> Vec<Value> {
    let mut objects = Vec::new();
    for script in page.select("script[type]").nodes() {
        let kind = script.attr("type").unwrap_or_default();
        if !kind.trim().eq_ignore_ascii_case("application/ld+json") {
            continue;
        }
        if let Ok(value) = serde_json::from_str(script.text().trim()) {
            flatten(value, &mut objects);
        }
    }
    objects
}

fn flatten(value: Value, objects: &mut Vec<Value>) {
    match value {
        Value::Array(values) => values.into_iter().for_each(|value| flatten(value, objects)),
        Value::Object(mut object) => {
            if let Some(graph) = object.remove("@graph") {
                flatten(graph, objects);
            }
            objects.push(Value::Object(object));
        }
        _ => {}
    }
}

/// Whether an object describes something that is published to be read.
fn is_article(object: &Value) -> bool {
    let is = |kind: &Value| {
        kind.as_str().is_some_and(|kind| {
            kind.ends_with("Article") || kind.ends_with("Posting") || kind == "Report"
        })
    };
    match object.get("@type") {
        Some(Value::Array(kinds)) => kinds.iter().any(is),
        Some(kind) => is(kind),
        None => false,
    }
}

/// The names of a person or body, or of a list of them, however they are written.
fn names_of(value: &Value) -> Vec<String> {
    match value {
        Value::String(name) => one_line(name)
            .filter(|name| url(name).is_none())
            .into_iter()
            .collect(),
        Value::Array(values) => values.iter().flat_map(names_of).collect(),
        Value::Object(object) => object.get("name").map(names_of).unwrap_or_default(),
        _ => Vec::new(),
    }
}

/// The tag of a language, given as such or as an object.
fn language_of(value: &Value) -> Option<String> {
    match value {
        Value::String(tag) => one_line(tag),
        Value::Array(values) => values.iter().find_map(language_of),
        Value::Object(object) => object
            .get("alternateName")
            .or_else(|| object.get("name"))
            .and_then(language_of),
        _ => None,
    }
}
