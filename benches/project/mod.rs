//! Big projects, always the same, written straight into a file that the product made.
//!
//! What they hold is as varied as real work: each event has articles of several outlets, statements of several issuers
//! with chains, and figures of several measures, groups, places and days, with rival numbers, open bounds, exclusions,
//! parts, denials and relations. They have no journal, which nothing here asks for; [`soundly`] also derives standings
//! and the search index, as the product would have.

mod statements;

use crate::files;
use crate::prose::{Prose, Random};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use onrecord_core::capture::sha256_hex;
use onrecord_core::domain::names::fold_name;
use onrecord_core::domain::offsets::Offsets;
use onrecord_core::store::Access;
use rusqlite::{Connection, params};
use std::io::Write as _;
use std::path::Path;

const COUNTRIES: usize = 12;
/// Places of a country: itself, regions and their towns.
const REGIONS: usize = 4;
const TOWNS: usize = 3;
/// Days that an event is reported on.
const DAYS: usize = 24;

/// Kinds of sources that a country has of its own.
const NATIONAL: &[&str] = &[
    "ministry",
    "police",
    "health_authority",
    "hospital",
    "local_authority",
    "prosecutor",
    "opposition",
    "rights_group",
    "state_media",
    "media",
    "social_media",
];
/// Sources that speak of every country.
const WORLD: &[(&str, &str)] = &[
    ("World Agency", "news_agency"),
    ("Continental Press", "news_agency"),
    ("Morning Courier", "media"),
    ("Evening Standard-Bearer", "media"),
    ("United Observers", "un"),
    ("Relief Committee", "red_cross_crescent"),
    ("Casualty Watch", "ngo"),
    ("Count Project", "data_project"),
];
/// Makes a project of so many figures, each event having `per_event` of them.
pub fn make(path: &Path, figures: usize, per_event: usize) {
    files::create(path).close().unwrap();
    let db = Connection::open(path).unwrap();
    db.set_prepared_statement_cache_capacity(32);
    db.execute_batch(
        "PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -262144; BEGIN IMMEDIATE",
    )
    .unwrap();
    let mut made = Making::new(&db);
    made.register();
    for event in 0..figures / per_event {
        made.event(event, per_event);
    }
    db.execute_batch("COMMIT; PRAGMA wal_checkpoint(TRUNCATE)")
        .unwrap();
}

/// Like [`make`], with all that is derived, and checked.
pub fn soundly(path: &Path, figures: usize, per_event: usize) {
    make(path, figures, per_event);
    let mut desk = files::open(path, Access::Write);
    let report = desk.check(true).unwrap();
    assert!(
        report.ok,
        "the project is not sound: {:?}",
        report.problems.first()
    );
    desk.close().unwrap();
}

/// Makes a project of two articles of so many bytes each, whose words are the same but for the title: one without marks, and
/// one whose statements and figures make so many.
pub fn marked(path: &Path, bytes: usize, marks: usize) {
    files::create(path).close().unwrap();
    let db = Connection::open(path).unwrap();
    db.execute_batch("PRAGMA synchronous = OFF; BEGIN IMMEDIATE")
        .unwrap();
    let mut made = Making::new(&db);
    made.register();
    let event = made.id();
    run(
        &db,
        "INSERT INTO event (id, name, name_key) VALUES (?1, ?2, ?3)",
        params![event, event_name(0), fold_name(&event_name(0))],
    );
    let mut text = format!("{MARKED}\n\n");
    let (mut drafts, mut count) = (Vec::new(), 0);
    while text.len() < bytes {
        if count * bytes < text.len() * marks {
            let draft = made.draft(0, 1, usize::MAX, &mut text);
            count += 1 + draft.figures.len();
            drafts.push(draft);
        } else {
            made.prose.sentence("en", &mut made.random, 20, &mut text);
            text.push_str(".\n\n");
        }
    }
    made.file((&event, 0, 1), &text, drafts, &mut Vec::new());
    let bare = text.replacen(MARKED, BARE, 1);
    made.file((&event, 0, 1), &bare, Vec::new(), &mut Vec::new());
    db.execute_batch("COMMIT; PRAGMA wal_checkpoint(TRUNCATE)")
        .unwrap();
}

/// The titles of the articles that [`marked`] makes.
pub const MARKED: &str = "A long report, with marks";
pub const BARE: &str = "A long report, as it came";

/// The paragraphs of a text as a revision keeps them.
fn blocks(text: &str) -> String {
    let mut start = 0;
    let mut blocks = Vec::new();
    for paragraph in text.split("\n\n") {
        let end = start + paragraph.chars().count();
        let kind = if start == 0 { "title" } else { "paragraph" };
        if end > start {
            blocks.push(format!(
                r#"{{"kind":"{kind}","start":{start},"end":{end}}}"#
            ));
        }
        start = end + 2;
    }
    format!("[{}]", blocks.join(","))
}

/// The name of an event.
pub fn event_name(number: usize) -> String {
    format!("Unrest no. {number}")
}

fn run(db: &Connection, sql: &str, values: impl rusqlite::Params) {
    db.prepare_cached(sql).unwrap().execute(values).unwrap();
}

struct Making<'db> {
    db: &'db Connection,
    prose: Prose,
    random: Random,
    ids: u64,
    /// By country: the ids of its places, itself first.
    places: Vec<Vec<String>>,
    /// By country: ids and names of its own sources; behind them, those of the world.
    sources: Vec<Vec<(String, String)>>,
    speakers: Vec<Vec<String>>,
    articles: usize,
}

impl<'db> Making<'db> {
    fn new(db: &'db Connection) -> Self {
        Making {
            db,
            prose: Prose::new(),
            random: Random::new(7),
            ids: 0,
            places: Vec::new(),
            sources: Vec::new(),
            speakers: Vec::new(),
            articles: 0,
        }
    }

    /// An id greater than all before it, as the product would have made it: a few in each millisecond.
    fn id(&mut self) -> String {
        self.ids += 1;
        let mut bytes = [0_u8; 10];
        bytes[..2].copy_from_slice(&u16::try_from(self.ids % 8 * 256).unwrap().to_be_bytes());
        bytes[2..].copy_from_slice(&self.random.next().to_be_bytes());
        uuid::Builder::from_unix_timestamp_millis(1_700_000_000_000 + self.ids / 8, &bytes)
            .into_uuid()
            .to_string()
    }

    fn register(&mut self) {
        for country in 0..COUNTRIES {
            let mut places = vec![self.place(&format!("Country {country}"), None)];
            for region in 0..REGIONS {
                let above = self.place(
                    &format!("Region {country}-{region}"),
                    Some(&places[0].clone()),
                );
                for town in 0..TOWNS {
                    places
                        .push(self.place(&format!("Town {country}-{region}-{town}"), Some(&above)));
                }
                places.push(above);
            }
            self.places.push(places);
        }
        let world: Vec<_> = WORLD
            .iter()
            .map(|(name, kind)| self.source(name, kind, None))
            .collect();
        for country in 0..COUNTRIES {
            let government = self.source(
                &format!("Government of Country {country}"),
                "government",
                None,
            );
            let mut sources = Vec::new();
            for kind in NATIONAL {
                let parent = (*kind == "ministry").then_some(government.0.as_str());
                let name = format!("The {} of Country {country}", kind.replace('_', " "));
                sources.push(self.source(&name, kind, parent));
            }
            sources.push(government);
            sources.extend(world.iter().cloned());
            let relying = self.id();
            run(
                self.db,
                "INSERT INTO reliance (id, source_id, relies_on_id) VALUES (?1, ?2, ?3)",
                params![relying, sources[4].0, sources[3].0],
            );
            self.sources.push(sources);
            let speakers = (0..8)
                .map(|n| self.speaker(&format!("Speaker {country}-{n}")))
                .collect();
            self.speakers.push(speakers);
        }
    }

    fn place(&mut self, name: &str, parent: Option<&String>) -> String {
        let id = self.id();
        run(
            self.db,
            "INSERT INTO place (id, name, name_key, parent_id) VALUES (?1, ?2, ?3, ?4)",
            params![id, name, fold_name(name), parent],
        );
        id
    }

    fn source(&mut self, name: &str, kind: &str, parent: Option<&str>) -> (String, String) {
        let id = self.id();
        run(
            self.db,
            "INSERT INTO source (id, name, name_key, kind, parent_id) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![id, name, fold_name(name), kind, parent],
        );
        (id, name.to_owned())
    }

    fn speaker(&mut self, name: &str) -> String {
        let id = self.id();
        run(
            self.db,
            "INSERT INTO speaker (id, name, name_key) VALUES (?1, ?2, ?3)",
            params![id, name, fold_name(name)],
        );
        id
    }

    /// An event with its articles, statements and figures.
    fn event(&mut self, number: usize, figures: usize) {
        let country = number % COUNTRIES;
        let id = self.id();
        let name = event_name(number);
        run(
            self.db,
            "INSERT INTO event (id, name, name_key, place_id, period_start) VALUES (?1, ?2, ?3, ?4, '2024-01-01')",
            params![id, name, fold_name(&name), self.places[country][0]],
        );
        let mut made: Vec<String> = Vec::with_capacity(figures);
        while made.len() < figures {
            // The articles come in by day.
            let day = 1 + made.len() * DAYS / figures;
            self.article(&id, country, day, figures, &mut made);
        }
        for at in 1..made.len() {
            if self.random.happens(15) {
                let other = at - 1 - self.random.below(at.min(200));
                let kind = self.random.one_of(&[
                    "repeats",
                    "updates",
                    "same_origin_as",
                    "corrects",
                    "repeats",
                ]);
                let relation = self.id();
                run(
                    self.db,
                    "INSERT INTO relation (id, kind, from_figure, to_figure, by, at) \
                     VALUES (?1, ?2, ?3, ?4, 'bench', '2024-03-01T00:00:00Z')",
                    params![relation, kind, made[at], made[other]],
                );
            }
        }
    }

    fn article(
        &mut self,
        event: &str,
        country: usize,
        day: usize,
        most: usize,
        made: &mut Vec<String>,
    ) {
        let mut text = self.prose.article(self.articles, 300);
        let mut drafts = Vec::new();
        let mut figures = made.len();
        while drafts.len() < 10 && figures < most {
            let draft = self.draft(country, day, most - figures, &mut text);
            figures += draft.figures.len();
            drafts.push(draft);
        }
        self.file((event, country, day), &text, drafts, made);
    }

    /// Writes an article and its statements.
    fn file(
        &mut self,
        (event, country, day): (&str, usize, usize),
        text: &str,
        drafts: Vec<statements::Draft>,
        made: &mut Vec<String>,
    ) {
        let number = self.articles;
        self.articles += 1;
        let title = text.lines().next().unwrap_or_default();
        let language = Prose::language(number);
        let (outlet, published) = (
            &WORLD[self.random.below(4)].0,
            format!("2024-01-{:02}T18:30:00Z", day + 1),
        );
        let (article, revision) = (self.id(), self.id());
        let sha256 = sha256_hex(text.as_bytes());
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(text.as_bytes()).unwrap();
        let size = i64::try_from(text.len()).unwrap();
        run(
            self.db,
            "INSERT INTO original (sha256, size, compressed) VALUES (?1, ?2, ?3)",
            params![sha256, size, encoder.finish().unwrap()],
        );
        run(
            self.db,
            "INSERT INTO canonical (sha256, text) VALUES (?1, ?2)",
            params![sha256, text],
        );
        run(
            self.db,
            "INSERT INTO article (id, title, outlet, authors, url, language, published_at, event_id) \
             VALUES (?1, ?2, ?3, '[\"A. Writer\"]', ?4, ?5, ?6, ?7)",
            params![
                article,
                title,
                outlet,
                format!("https://news.example/{number}"),
                language,
                published,
                event
            ],
        );
        run(
            self.db,
            "INSERT INTO revision (id, article_id, media_type, original_sha256, text_sha256, blocks, retrieved_at) \
             VALUES (?1, ?2, 'text/plain', ?3, ?3, ?4, '2024-03-01T00:00:00Z')",
            params![revision, article, sha256, blocks(text)],
        );
        let offsets = Offsets::new(text);
        for draft in drafts {
            self.statement(event, country, day, &revision, &offsets, draft, made);
        }
    }
}
