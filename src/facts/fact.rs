//! What is a fact?

use schemars::JsonSchema;
use serde::Deserialize;

use super::evidence::Evidence;
use super::located::{Dated, Id, Located, Text};
use super::source::Accept;
use super::words::words;

words! {
    /// What sort of thing a fact states.
    #[expect(missing_docs, reason = "the words speak for themselves")]
    pub enum FactKind {
        Event = "event",
        Figure = "figure",
        Statement = "statement",
        Role = "role",
        Background = "background",
    }
}

/// One fact: the answer to one question.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Fact {
    /// The statement, in the briefing's words.
    pub claim: Text,
    /// The section that prints it.
    pub section: Option<Located<Id>>,
    /// What sort of thing it states; `event` if dated, else `background`.
    pub kind: Option<Located<FactKind>>,
    /// When it happened (EDTF, and `a..b` for one day in between).
    pub date: Option<Dated>,
    /// The figure, in the words of prose.
    pub value: Option<Text>,
    /// Who said it.
    pub speaker: Option<Located<Id>>,
    /// `1` to `6` (Admiralty code).
    pub credibility: Option<Text>,
    /// The facts that happened before it on the same day, as a source states.
    #[serde(default)]
    pub after: Vec<Located<Id>>,
    /// The facts whose values add up to this one's.
    #[serde(default)]
    pub sum_of: Vec<Located<Id>>,
    /// The quotations that it rests on.
    #[serde(default, deserialize_with = "super::evidence::list")]
    pub evidence: Vec<Evidence>,
    /// Findings that are right as they stand.
    #[serde(default)]
    pub accept: Vec<Accept>,
    /// A remark that is printed with the fact.
    pub note: Option<Text>,
}

impl Fact {
    /// What sort of thing it states: as written, else `event` if it has a date, else `background`.
    #[must_use]
    pub fn sort(&self) -> FactKind {
        let default = if self.date.is_some() { FactKind::Event } else { FactKind::Background };
        self.kind.as_ref().map_or(default, |kind| kind.value)
    }
}
