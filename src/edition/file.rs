//! What does a released file hold: `editions/2.json`?

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::number::Number;
use super::record::Edition;
use crate::span::floor_char_boundary;

/// The folder of released editions in a project.
pub const FOLDER: &str = "editions";

/// The most bytes a released edition may have.
pub const LIMIT: u64 = 64 << 20;

/// The version of this shape; it grows when a field goes or changes its meaning.
const SCHEMA: u32 = 1;

/// A released edition: what is compared, and the whole briefing as its readers got it.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Released<B> {
    /// The version of this shape.
    schema_version: u32,
    /// What later editions are compared with.
    edition: Edition,
    /// The briefing, as in `briefing.json`.
    briefing: B,
}

/// Why a file is no released edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flaw {
    /// Where in the file: a byte.
    pub at: usize,
    /// What is wrong.
    pub message: String,
}

/// The text of a released file; `briefing` stands in it whole.
///
/// # Errors
/// When the briefing cannot be written as JSON.
pub fn write<B: Serialize>(edition: &Edition, briefing: &B) -> Result<String, serde_json::Error> {
    let released = Released { schema_version: SCHEMA, edition: edition.clone(), briefing };
    serde_json::to_string_pretty(&released).map(|text| text + "\n")
}

/// Reads a released file. The briefing in it is read over: it was told once and is not told again.
///
/// # Errors
/// When it is not what [`write`] writes: another shape or version, ids twice, characters that cannot be seen.
pub fn read(text: &str) -> Result<Edition, Flaw> {
    let version = serde_json::from_str::<Version>(text).map_err(|error| flaw(text, &error))?.schema_version;
    if version != SCHEMA {
        let message = format!("its schema version is {version}, and this program reads version {SCHEMA}");
        return Err(Flaw { at: 0, message });
    }
    let released: Released<IgnoredAny> = serde_json::from_str(text).map_err(|error| flaw(text, &error))?;
    let edition = released.edition;
    match wrong(&edition) {
        Some(message) => Err(Flaw { at: 0, message }),
        None => Ok(edition),
    }
}

/// The JSON Schema of a released file.
#[must_use]
pub fn json_schema() -> String {
    let schema = schemars::schema_for!(Released<Value>);
    let mut text = serde_json::to_string_pretty(&schema).expect("a schema is plain JSON");
    text.push('\n');
    text
}

/// The version alone, so that a later shape is refused for what it is.
#[derive(Deserialize)]
struct Version {
    schema_version: u32,
}

fn flaw(text: &str, error: &serde_json::Error) -> Flaw {
    let words = error.to_string();
    // The place stands beside the message in the finding: it need not stand in it.
    let message = words.split(" at line ").next().unwrap_or_default();
    let line: usize = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    let at = line.saturating_add(error.column().saturating_sub(1));
    Flaw { at: floor_char_boundary(text, at), message: message.to_owned() }
}

fn wrong(edition: &Edition) -> Option<String> {
    if Number::parse(&edition.number).is_none() {
        return Some("it has no edition number such as `2` or `2.1`".to_owned());
    }
    if edition.texts().any(|text| text.chars().any(is_hidden)) {
        return Some("it holds characters that cannot be seen".to_owned());
    }
    let facts = edition.facts.iter().map(|fact| fact.id.as_str());
    let differences = edition.differences.iter().map(|one| one.id.as_str());
    let sources = edition.sources.iter().map(|source| source.id.as_str());
    let twice = twice(facts).or_else(|| twice(differences)).or_else(|| twice(sources))?;
    Some(format!("the id `{twice}` stands in it twice"))
}

fn twice<'t>(ids: impl Iterator<Item = &'t str>) -> Option<&'t str> {
    let mut seen = BTreeSet::new();
    let mut ids = ids;
    ids.find(|id| !seen.insert(*id))
}

/// What a terminal could act on, or what turns the words around it.
fn is_hidden(character: char) -> bool {
    character.is_control() || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
