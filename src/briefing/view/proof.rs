//! How do templates see sources, footnotes and the archived words?

use schemars::JsonSchema;
use serde::Serialize;

use super::{Day, FactLink, Labelled};
use crate::markdown::Inline;

/// A person, organisation or place.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Person {
    /// Its id.
    pub id: String,
    /// The briefing's spelling.
    pub name: String,
    /// Its office; may be empty.
    pub role: String,
    /// `person`, `organisation`, `place` and so on; may be empty.
    pub kind: String,
    /// Other spellings in the sources, but for parts of the name and its adjectives.
    pub also: Vec<String>,
    /// The facts that name it.
    pub facts: Vec<FactLink>,
}

/// An article.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Source {
    /// Its id; its anchor is `source-{id}`.
    pub id: String,
    /// `S1`.
    pub short: String,
    /// Its title, in square brackets if inferred or not stated.
    pub title: String,
    /// The kind of publication, in Hayagriva's words; may be empty.
    pub kind: String,
    /// The live page; may be empty.
    pub url: String,
    /// The date of publication, inferred or stated; empty if it is not known.
    pub date: Day,
    /// When it was published, in square brackets if inferred or not stated.
    pub published: String,
    /// The publisher, in square brackets if inferred or not stated.
    pub publisher: String,
    /// The author; may be empty.
    pub author: String,
    /// Its language, a BCP 47 tag; may be empty.
    pub language: String,
    /// The outlet's own number for it; may be empty.
    pub number: String,
    /// The fields that it does not state.
    pub not_stated: Vec<String>,
    /// The outlet's own number and other particulars; may be empty.
    pub particulars: String,
    /// Whose words it passes on: every hand, most often named first.
    pub passes_on: Vec<String>,
    /// The Admiralty grade, `A` to `F`; may be empty.
    pub grade: String,
    /// The family, as `same site as S1`; may be empty.
    pub family: String,
    /// One line about it; may be empty.
    pub descriptor: String,
    /// Why inferred values are what they are; each a field and its reason.
    pub reasons: Vec<Labelled>,
    /// A remark; may be empty.
    pub note: Vec<Inline>,
    /// The archived text's path.
    pub file: String,
    /// SHA-256 of the archived text.
    pub sha256: String,
    /// How many quotations are taken from it.
    pub quotations: usize,
    /// The same in print: `1 quotation`.
    pub quoted: String,
}

/// How it was made and what was checked.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Method {
    /// What holds: `165 of 165 quotations found word for word …`.
    pub badge: String,
    /// What that does not show.
    pub limit: String,
    /// How many quotations were found at each tier.
    pub tiers: Vec<Labelled>,
    /// Findings that the curator accepted, with the reason.
    pub accepted: Vec<Labelled>,
    /// Findings of a draft.
    pub failing: Vec<Labelled>,
    /// The first 16 hexadecimal digits of the digest of facts and articles.
    pub digest: String,
}

/// A footnote: one quotation.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Note {
    /// Its number, from one; its anchor is `n{number}`.
    pub number: usize,
    /// Its stable name in Markdown: `moscow-times-14`, by source and paragraph.
    pub name: String,
    /// The source's id.
    pub source: String,
    /// The source's short name.
    pub short: String,
    /// What the source is, in words: title, publisher, date, time.
    pub citation: String,
    /// The same in short, for a source that an earlier note has named in full: `A-6 July, ¶ 7`.
    pub brief: String,
    /// Whether an earlier note has named the source in full.
    pub repeated: bool,
    /// The paragraph, from one.
    pub paragraph: usize,
    /// The words, as printed in the briefing.
    pub quote: String,
    /// Whether the words are a whole paragraph, which the annex then does not print again.
    pub whole: bool,
    /// `exact`, or how it was found otherwise.
    pub tier: String,
    /// `Tajik border guards → Radio Liberty`; may be empty.
    pub origin: String,
    /// A remark; may be empty.
    pub remark: Vec<Inline>,
    /// The live page with a text fragment; may be empty.
    pub live: String,
    /// How many times it is cited.
    pub uses: usize,
    /// Its first byte in the archived text.
    pub start: usize,
    /// The byte after its last in the archived text.
    pub end: usize,
}

/// An archived article with the quoted words marked.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Article {
    /// The source's id.
    pub source: String,
    /// The source's short name.
    pub short: String,
    /// Its title.
    pub title: String,
    /// The paragraphs that are quoted from.
    pub paragraphs: Vec<Paragraph>,
}

/// A paragraph of an archived article; its anchor is `{short}-{number}`: `S2-7`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Paragraph {
    /// Its number, from one.
    pub number: usize,
    /// The only note that quotes from it, if that quotes all of it: it need not be printed again; else 0.
    pub whole: usize,
    /// Its text in pieces.
    pub pieces: Vec<Piece>,
}

/// A piece of a paragraph.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// The notes that quote them; none for words that nobody quotes.
    pub notes: Vec<usize>,
}
