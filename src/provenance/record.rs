//! What do a manifest, or the data that a PDF carries, say of the articles and quotations?

use serde::Deserialize;

use super::manifest::{Manifest, told};

/// What an edition rests on, as far as it says so itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// The program that made it.
    pub tool: String,
    /// Whether checks failed.
    pub draft: bool,
    /// Which document it is: `briefing` or `factsheet`.
    pub document: String,
    /// The digest of facts and articles; of a PDF's own data, its first 16 digits.
    pub digest: String,
    /// The files of facts and the edition before; none if it does not name them.
    pub facts: Vec<Kept>,
    /// The articles.
    pub articles: Vec<Kept>,
    /// The quotations.
    pub quotations: Vec<Cited>,
}

/// A file that it was made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The source's id; empty for facts.
    pub id: String,
    /// Its path, relative to the project.
    pub path: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// How many bytes it has, if that is said.
    pub bytes: Option<usize>,
}

/// A quotation and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    /// The number of its footnote.
    pub note: usize,
    /// The source's id.
    pub source: String,
    /// Its first byte in the article.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
    /// The words as the briefing prints them.
    pub quote: String,
    /// How exactly they were found.
    pub tier: String,
    /// SHA-256 of the article's bytes there, if it is known.
    pub sha256: Option<String>,
}

impl From<&Manifest> for Record {
    fn from(manifest: &Manifest) -> Self {
        let kept = |file: &super::Listed| Kept {
            id: file.id.clone().unwrap_or_default(),
            path: file.path.clone(),
            sha256: file.sha256.clone(),
            bytes: Some(file.bytes),
        };
        let cited = |one: &super::Quoted| Cited {
            note: one.note,
            source: one.source.clone(),
            start: one.start,
            end: one.end,
            quote: one.quote.clone(),
            tier: one.tier.clone(),
            sha256: Some(one.sha256.clone()),
        };
        Self {
            tool: manifest.tool.clone(),
            draft: manifest.draft,
            document: manifest.options.template.clone().unwrap_or_else(|| "briefing".to_owned()),
            digest: manifest.digest.clone(),
            facts: manifest.facts.iter().chain(&manifest.earlier_edition).map(kept).collect(),
            articles: manifest.articles.iter().map(kept).collect(),
            quotations: manifest.quotations.iter().map(cited).collect(),
        }
    }
}

impl Record {
    /// Reads `briefing.json`, or the same data as a PDF carries them.
    ///
    /// # Errors
    /// What the reader says, if it is not of that shape.
    pub fn of_briefing(bytes: &[u8]) -> Result<Self, String> {
        let own: Own = serde_json::from_slice(bytes).map_err(|error| told(&error))?;
        let cited = |note: OwnNote| Cited {
            note: note.number,
            source: note.source,
            start: note.start,
            end: note.end,
            quote: note.quote,
            tier: note.tier,
            sha256: None,
        };
        Ok(Self {
            tool: own.generator,
            draft: own.draft,
            document: own.document,
            digest: own.method.digest,
            facts: Vec::new(),
            articles: own.sources.into_iter().map(OwnSource::kept).collect(),
            quotations: own.notes.into_iter().map(cited).collect(),
        })
    }
}

/// The fields of `briefing.json` that bear on its proof.
#[derive(Deserialize)]
struct Own {
    document: String,
    generator: String,
    draft: bool,
    method: OwnMethod,
    sources: Vec<OwnSource>,
    notes: Vec<OwnNote>,
}

#[derive(Deserialize)]
struct OwnMethod {
    digest: String,
}

#[derive(Deserialize)]
pub(super) struct OwnSource {
    id: String,
    file: String,
    sha256: String,
}

impl OwnSource {
    pub(super) fn kept(self) -> Kept {
        Kept { id: self.id, path: self.file, sha256: self.sha256, bytes: None }
    }
}

#[derive(Deserialize)]
struct OwnNote {
    number: usize,
    source: String,
    start: usize,
    end: usize,
    quote: String,
    tier: String,
}
