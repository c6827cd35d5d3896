//! Lists the languages that have a lexicon, so that a new one is a new file and nothing else.

use std::env;
use std::error::Error;
use std::fs;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("lexicon");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(&folder)? {
        let path = entry?.path();
        // `de.toml` is a language by its ISO 639-1 code; longer names are what languages share.
        let code = path
            .file_stem()
            .and_then(|stem| stem.to_str())
            .unwrap_or("");
        if code.len() == 2
            && path
                .extension()
                .is_some_and(|extension| extension == "toml")
        {
            files.push((code.to_owned(), path));
        }
    }
    files.sort();
    let entries: String = files
        .iter()
        .map(|(code, path)| {
            format!(
                "({code:?}, include_str!({:?})), ",
                path.display().to_string()
            )
        })
        .collect();
    let list = format!(
        "/// The languages that have a lexicon, with its text.\npub(crate) const LANGUAGES: &[(&str, &str)] = &[{entries}];\n"
    );
    fs::write(Path::new(&env::var("OUT_DIR")?).join("languages.rs"), list)?;
    Ok(())
}
