//! How does a curator see what the facts cite of each article?

use schemars::JsonSchema;
use serde::Serialize;

/// What the facts cite of all articles.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Coverage {
    /// The version of this shape; it only grows.
    pub schema_version: u32,
    /// The program and its version.
    pub generator: String,
    /// The briefing's title.
    pub title: String,
    /// The briefing's language (BCP 47).
    pub language: String,
    /// The articles in the order of the sources.
    pub articles: Vec<CoveredArticle>,
}

/// What the facts cite of an article.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct CoveredArticle {
    /// The source's id.
    pub source: String,
    /// `S1`.
    pub short: String,
    /// Its title; may be empty.
    pub title: String,
    /// The archived text's path.
    pub file: String,
    /// `34 of 36 sentences, 12 of 12 figures, 9 of 9 dates, 4 of 5 quotations cited`.
    pub line: String,
    /// How many sentences are cited.
    pub sentences: Tally,
    /// How many figures are cited.
    pub figures: Tally,
    /// How many dates are cited.
    pub dates: Tally,
    /// How many passages in quotation marks are cited.
    pub quotations: Tally,
    /// Each of them.
    pub passages: Vec<CoveredPassage>,
    /// The whole text, paragraph by paragraph.
    pub paragraphs: Vec<CoveredParagraph>,
}

/// How many of how many.
#[derive(Debug, Clone, Copy, Default, Serialize, JsonSchema)]
pub struct Tally {
    /// Those that something cites.
    pub cited: usize,
    /// All.
    pub of: usize,
}

/// A sentence, figure, date or quotation.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct CoveredPassage {
    /// `sentence`, `figure`, `date` or `quotation`.
    pub sort: String,
    /// The line in the archived text, from one.
    pub line: usize,
    /// Its first byte.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
    /// Its words.
    pub text: String,
    /// Whether something cites it.
    pub cited: bool,
    /// The facts that do.
    pub facts: Vec<String>,
    /// The discrepancies whose sides do.
    pub discrepancies: Vec<String>,
    /// Whether the source's own entry does: its title, its date, its number.
    pub entry: bool,
}

/// A paragraph of an article.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct CoveredParagraph {
    /// Its number, from one.
    pub number: usize,
    /// Whether the curator listed it as page furniture.
    pub furniture: bool,
    /// Its text in pieces.
    pub pieces: Vec<CoveredPiece>,
}

/// A piece of a paragraph.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct CoveredPiece {
    /// The words.
    pub text: String,
    /// `fact`, `discrepancy`, `entry`, `nobody` or `blank` (between two sentences).
    pub by: String,
    /// The ids of the facts and discrepancies that cite it, parted by commas; may be empty.
    pub ids: String,
}
