//! How do templates see figures, and the differences between sources?

use schemars::JsonSchema;
use serde::Serialize;

use super::{Cite, Support};
use crate::markdown::Inline;

/// A key figure.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Figure {
    /// The fact's id.
    pub fact: String,
    /// The figure as the briefing writes it: `more than 1,000 troops`.
    pub value: String,
    /// What it counts or measures: the claim.
    pub what: String,
    /// The other values reported, `1,357 km – 1,400 km`; empty if all say the same.
    pub range: String,
    /// The date that it holds for; may be empty.
    pub as_of: String,
    /// Who gives it; may be empty.
    pub attributed: String,
    /// How many articles, how many origins.
    pub support: Support,
    /// The cites that prove it.
    pub cites: Vec<Cite>,
    /// Whether sources differ, even where the document does not tell how.
    pub disputed: bool,
    /// The id of the difference between sources; empty if there is none, or if the document does not tell it.
    pub differs: String,
}

/// A difference between sources.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Difference {
    /// Its id; its anchor is `diff-{id}`.
    pub id: String,
    /// The question on which the sources differ.
    pub title: String,
    /// What sort of difference: `Rounding`.
    pub class: String,
    /// `high`, `medium` or `low`.
    pub severity: String,
    /// `explained` or `unresolved`.
    pub status: String,
    /// The fact's id; empty where the difference is not one fact's.
    pub fact: String,
    /// Who says what.
    pub sides: Vec<Side>,
    /// One scale for all sides; none where they are not figures of one unit.
    pub scale: Option<Scale>,
    /// Which of the figures cannot be set against each other, as a sentence; may be empty.
    pub apart: String,
    /// Our reading; may be empty.
    pub reading: Vec<Inline>,
    /// What the briefing writes; may be empty.
    pub we_write: String,
}

/// One side of a difference.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Side {
    /// The value in short, `more than 6,000`; or the words themselves.
    pub label: String,
    /// Whether `label` is the quotation's own words.
    pub verbatim: bool,
    /// Who says it: the source's short name, and through whom.
    pub who: String,
    /// Where it stands on the scale; none where there is no scale or it cannot be set on it.
    pub dot: Option<Dot>,
    /// The cites that prove it.
    pub cites: Vec<Cite>,
}

/// A value on a scale. Positions are parts of a thousand of the scale's length.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Dot {
    /// `stated`, `about`, `more` (than), `less` (than, up to) or `between`.
    pub bound: String,
    /// Where the dot stands, or the span begins.
    pub at: u32,
    /// Where the span ends; as `at` for a single value.
    pub to: u32,
}

/// A scale with its labelled ticks.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Scale {
    /// The unit in print: `km`, `%`; may be empty.
    pub unit: String,
    /// The ticks.
    pub ticks: Vec<Tick>,
}

/// A labelled place on a scale or time line, in parts of a thousand of its length.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Tick {
    /// Where.
    pub at: u32,
    /// The label.
    pub text: String,
}
