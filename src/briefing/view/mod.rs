//! What do the templates see: the typed, numbered briefing, which is also `briefing.json`.

mod changes;
pub mod coverage;
mod figures;
mod proof;
mod time;

use schemars::JsonSchema;
use serde::Serialize;

use crate::markdown::Inline;

pub use changes::{Change, ChangeGroup, Changes};
pub use figures::{Difference, Dot, Figure, Scale, Side, Tick};
pub use proof::{Article, Method, Note, Paragraph, Person, Piece, Source};
pub use time::{Chronology, Drawing, Row, TimeMark};

/// Which document is made of the facts: each has templates of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Document {
    /// The whole briefing.
    #[default]
    Briefing,
    /// One page: the bottom line, the figures, the worst differences, the sources.
    Factsheet,
}

impl Document {
    /// The name of its outputs and templates: `briefing`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Briefing => "briefing",
            Self::Factsheet => "factsheet",
        }
    }
}

/// The whole briefing, in the order of print.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Briefing {
    /// Which document it is; what a fact sheet does not hold is empty.
    pub document: Document,
    /// The version of this shape; it grows when a field goes or changes its meaning.
    pub schema_version: u32,
    /// The program and its version: `factum 0.1.0`.
    pub generator: String,
    /// Whether it was built although checks failed.
    pub draft: bool,
    /// Its language, a BCP 47 tag: `en-GB`.
    pub language: String,
    /// The heading.
    pub title: String,
    /// The line under the heading; may be empty.
    pub subtitle: String,
    /// The question that the briefing answers; may be empty.
    pub question: String,
    /// Who signs; may be empty.
    pub issuer: String,
    /// Where corrections go; may be empty.
    pub contact: String,
    /// The date up to which it is true.
    pub as_of: Day,
    /// Which edition it is; none if the facts do not say.
    pub edition: Option<Edition>,
    /// The four boxes under the heading: a label and a line each.
    pub strip: Vec<Labelled>,
    /// The bottom line: a passage for each paragraph or list item of the summary.
    pub brief: Vec<Passage>,
    /// The curator's judgements.
    pub judgements: Vec<Judgement>,
    /// The figures that the summary rests on, and those on which sources differ most.
    pub figures: Vec<Figure>,
    /// Where sources differ, most harmful first.
    pub differences: Vec<Difference>,
    /// The facts under their headings.
    pub sections: Vec<Section>,
    /// People, organisations and places.
    pub people: Vec<Person>,
    /// What happened when.
    pub chronology: Chronology,
    /// The articles.
    pub sources: Vec<Source>,
    /// What the sources leave open.
    pub unknowns: Vec<Vec<Inline>>,
    /// What has changed since the last released edition; none if this is the first.
    pub changes: Option<Changes>,
    /// How it was made and what was checked.
    pub method: Method,
    /// Every footnote, in the order of its number.
    pub notes: Vec<Note>,
    /// The archived articles with the quoted words marked.
    pub annex: Vec<Article>,
}

/// A date for machines and for readers.
#[derive(Debug, Clone, Default, Serialize, JsonSchema)]
pub struct Day {
    /// EDTF, as written in the facts; empty if there is none.
    pub edtf: String,
    /// `8 July 2021`.
    pub text: String,
    /// `Thursday 8 July 2021`, where it is a single day; else as `text`.
    pub weekday: String,
    /// `YYYY-MM-DD`, the first day that it can be; empty if open.
    pub first: String,
    /// `YYYY-MM-DD`, the last day that it can be; empty if open.
    pub last: String,
}

/// Which edition it is.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Edition {
    /// Its number.
    pub number: String,
    /// Its date; none if the facts do not say.
    pub date: Option<Day>,
    /// The number of the edition that it corrects; may be empty.
    pub corrects: String,
}

/// A label and what it says.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Labelled {
    /// The label.
    pub label: String,
    /// What it says.
    pub text: String,
}

/// One use of a footnote; the first use has the anchor `r{note}`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Cite {
    /// The number of the note.
    pub note: usize,
    /// Which use of the note this is, in the order of print, from one.
    pub turn: usize,
}

/// How many articles say it, and how many origins they rest on.
#[derive(Debug, Clone, Default, Serialize, JsonSchema)]
pub struct Support {
    /// The short names of the articles (`S1`), in the order of the source list.
    pub articles: Vec<String>,
    /// How many articles the briefing has.
    pub of: usize,
    /// The named origins.
    pub origins: Vec<String>,
    /// How many of the articles name no origin.
    pub silent: usize,
    /// Whether it rests on one origin alone.
    pub single: bool,
    /// The line in print: `4 of 5 articles. Origin: RIA Novosti; 3 name no origin.`, the count with no-break spaces. In a
    /// draft `Quotation not found.` where none stands; `articles` is empty then.
    pub line: String,
}

/// A run of prose with its proof.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Passage {
    /// The prose; its cites stand in it as inlines of the type `cite`.
    pub text: Vec<Inline>,
    /// The cites in it, in order.
    pub cites: Vec<Cite>,
    /// How well the facts cited in it are supported.
    pub support: Support,
}

/// A judgement with its likelihood.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Judgement {
    /// The judgement.
    pub passage: Passage,
    /// `likely`; may be empty.
    pub likelihood: String,
    /// The likelihood's range in percent: `55–80 %`; may be empty.
    pub range: String,
    /// `moderate`; may be empty.
    pub confidence: String,
    /// The facts that it rests on.
    pub because: Vec<FactLink>,
}

/// A fact by its id and in words.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct FactLink {
    /// The id; its anchor is `fact-{id}`.
    pub id: String,
    /// The claim.
    pub claim: String,
}

/// A section of facts.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Section {
    /// Its id; its anchor is `section-{id}`.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// Prose that introduces it, a passage for each paragraph.
    pub intro: Vec<Passage>,
    /// Its facts.
    pub facts: Vec<Fact>,
}

/// A fact with its proof.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Fact {
    /// Its id; its anchor is `fact-{id}`.
    pub id: String,
    /// The claim.
    pub claim: String,
    /// `event`, `figure`, `statement`, `role` or `background`.
    pub kind: String,
    /// When it happened; none if the facts do not say.
    pub date: Option<Day>,
    /// The figure, as written; may be empty.
    pub value: String,
    /// Who said it; may be empty.
    pub speaker: String,
    /// The Admiralty grade, `1` to `6`; may be empty.
    pub credibility: String,
    /// The cites of quotations that support it.
    pub cites: Vec<Cite>,
    /// The cites of quotations that dispute it.
    pub disputes: Vec<Cite>,
    /// How many articles, how many origins.
    pub support: Support,
    /// The id of the difference between sources; empty if there is none.
    pub differs: String,
    /// A remark; may be empty.
    pub note: Vec<Inline>,
}
