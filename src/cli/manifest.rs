//! What does an edition record of its making, so that a recipient can verify it: `manifest.json`.

use std::collections::BTreeMap;

use super::deliver::Output;
use super::project::Files;
use crate::briefing::Briefing;
use crate::briefing::view::Note;
use crate::disk::sha256_hex;
use crate::pipeline::{Earlier, Loaded};
use crate::provenance::{Listed, Making, Manifest, Named, Quoted};
use crate::span::Span;

/// All that an edition was made from.
pub(super) struct Made<'a> {
    pub(super) loaded: &'a Loaded,
    pub(super) briefing: &'a Briefing,
    /// The project's own templates.
    pub(super) templates: &'a BTreeMap<String, String>,
    /// The project's fonts.
    pub(super) fonts: &'a Files,
    /// What was asked for.
    pub(super) options: Making,
    /// The version of the Typst that set the PDF.
    pub(super) typst: Option<String>,
}

/// The manifest, sealed: keys sorted, no clock, no machine.
pub(super) fn manifest(made: &Made, carried: &[Output], outputs: &[Output]) -> Manifest {
    let listed = |files: &[Output]| named(files.iter().map(|(name, bytes)| (*name, bytes.as_slice())));
    let manifest = Manifest {
        articles: articles(made.loaded),
        carried: listed(carried),
        digest: made.loaded.digest(),
        draft: made.briefing.draft,
        earlier_edition: made.loaded.earlier.as_ref().map(earlier),
        facts: facts(made.loaded),
        fonts: named(made.fonts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))),
        options: made.options.clone(),
        outputs: listed(outputs),
        quotations: made.briefing.notes.iter().map(|note| quoted(made.loaded, note)).collect(),
        schema_version: Manifest::SCHEMA,
        seal: String::new(),
        templates: named(made.templates.iter().map(|(name, text)| (name.as_str(), text.as_bytes()))),
        tool: made.briefing.generator.clone(),
        typst: made.typst.clone(),
    };
    manifest.sealed()
}

fn articles(loaded: &Loaded) -> Vec<Listed> {
    let sources = loaded.base.sources.iter().zip(&loaded.archived);
    let listed = sources.map(|(entry, archived)| Listed {
        bytes: archived.bytes,
        id: Some(entry.id.value.to_string()),
        path: entry.value.file.value.clone(),
        sha256: archived.sha256.clone(),
    });
    listed.collect()
}

fn facts(loaded: &Loaded) -> Vec<Listed> {
    let files = loaded.fact_files.iter();
    let listed = files.map(|file| Listed {
        bytes: file.bytes,
        id: None,
        path: file.path.to_string(),
        sha256: file.sha256.clone(),
    });
    listed.collect()
}

fn earlier(earlier: &Earlier) -> Listed {
    let Earlier { bytes, path, sha256, .. } = earlier;
    Listed { bytes: *bytes, id: None, path: path.clone(), sha256: sha256.clone() }
}

fn quoted(loaded: &Loaded, note: &Note) -> Quoted {
    let mut sources = loaded.base.sources.iter().zip(&loaded.archived);
    let article = sources.find(|(entry, _)| entry.id.value.as_str() == note.source);
    let text =
        article.and_then(|(_, archived)| loaded.files.get(archived.file)).map_or("", |file| &file.text);
    Quoted {
        end: note.end,
        note: note.number,
        quote: note.quote.clone(),
        sha256: sha256_hex(Span::new(note.start, note.end).of(text).as_bytes()),
        source: note.source.clone(),
        start: note.start,
        tier: note.tier.clone(),
    }
}

/// Names, sizes and digests, sorted by name.
fn named<'a>(files: impl Iterator<Item = (&'a str, &'a [u8])>) -> Vec<Named> {
    let mut files: Vec<(&str, &[u8])> = files.collect();
    files.sort_unstable();
    let named = |(name, bytes): (&str, &[u8])| Named {
        bytes: bytes.len(),
        name: name.to_owned(),
        sha256: sha256_hex(bytes),
    };
    files.into_iter().map(named).collect()
}
