//! What does an edition record of its making, so that a recipient can verify it: `manifest.json`.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::project::Files;
use crate::briefing::Briefing;
use crate::disk::sha256_hex;
use crate::pipeline::Loaded;

/// All that an edition was made from.
pub(super) struct Made<'a> {
    pub(super) loaded: &'a Loaded,
    pub(super) briefing: &'a Briefing,
    /// The project's own templates.
    pub(super) templates: &'a BTreeMap<String, String>,
    /// The project's fonts.
    pub(super) fonts: &'a Files,
    /// The version of the Typst that set the PDF.
    pub(super) typst: Option<String>,
}

/// The manifest's bytes: keys sorted, no clock, no machine.
pub(super) fn manifest(made: &Made, outputs: &[(&'static str, Vec<u8>)]) -> Vec<u8> {
    let sources = made.loaded.base.sources.iter().zip(&made.loaded.archived);
    let articles: Vec<Value> = sources
        .map(|(entry, archived)| {
            let path = &entry.value.file.value;
            json!({"bytes": archived.bytes, "id": entry.id.value.as_str(), "path": path, "sha256": archived.sha256})
        })
        .collect();
    let facts = made.loaded.fact_files.iter();
    let facts: Vec<Value> =
        facts.map(|(path, sha256, bytes)| json!({"bytes": bytes, "path": path, "sha256": sha256})).collect();
    let quotations: Vec<Value> = made.briefing.notes.iter().map(quotation).collect();
    let manifest = json!({
        "articles": articles,
        "digest": made.loaded.digest(),
        "draft": made.briefing.draft,
        "facts": facts,
        "fonts": listed(made.fonts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))),
        "outputs": listed(outputs.iter().map(|(name, bytes)| (*name, bytes.as_slice()))),
        "quotations": quotations,
        "schema-version": 1,
        "templates": listed(made.templates.iter().map(|(name, text)| (name.as_str(), text.as_bytes()))),
        "tool": made.briefing.generator,
        "typst": made.typst,
    });
    let mut text = serde_json::to_string_pretty(&manifest).expect("a JSON value can be written");
    text.push('\n');
    text.into_bytes()
}

fn quotation(note: &crate::briefing::view::Note) -> Value {
    let Value::Object(range) = json!({"end": note.end, "note": note.number, "source": note.source, "start": note.start, "tier": note.tier})
    else {
        return Value::Object(Map::new());
    };
    Value::Object(range)
}

/// Names, sizes and digests, sorted by name.
fn listed<'a>(files: impl Iterator<Item = (&'a str, &'a [u8])>) -> Value {
    let mut files: Vec<(&str, &[u8])> = files.collect();
    files.sort_unstable();
    let entry = |(name, bytes): (&str, &[u8])| json!({"bytes": bytes.len(), "name": name, "sha256": sha256_hex(bytes)});
    files.into_iter().map(entry).collect()
}
