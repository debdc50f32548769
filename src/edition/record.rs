//! What of an edition is compared: all that a reader was told, in plain words.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// An edition as it was told.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// Its number; empty only for a project that states none.
    pub number: String,
    /// Its date in words; may be empty.
    pub date: String,
    /// The date up to which it is true, in words.
    pub as_of: String,
    /// The number of the edition that it corrects; may be empty.
    pub corrects: String,
    /// SHA-256 over the digests of its facts and articles.
    pub digest: String,
    /// The heading.
    pub title: String,
    /// The question that it answers; may be empty.
    pub question: String,
    /// The bottom line, a text for each paragraph or list item.
    pub summary: Vec<String>,
    /// The judgements.
    pub judgements: Vec<PastJudgement>,
    /// The facts.
    pub facts: Vec<PastFact>,
    /// Where sources differ.
    pub differences: Vec<PastDifference>,
    /// What the sources leave open.
    pub unknowns: Vec<String>,
    /// The articles.
    pub sources: Vec<PastSource>,
}

/// A fact as it was told.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PastFact {
    /// Its id.
    pub id: String,
    /// The claim.
    pub claim: String,
    /// The figure; may be empty.
    pub value: String,
    /// When, in words; may be empty.
    pub date: String,
    /// Who said it; may be empty.
    pub speaker: String,
    /// The Admiralty grade; may be empty.
    pub credibility: String,
    /// The remark; may be empty.
    pub note: String,
    /// The quotations.
    pub quotations: Vec<PastQuotation>,
}

/// A quotation as it was told.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PastQuotation {
    /// The source's id.
    pub source: String,
    /// The words.
    pub words: String,
    /// Whether it disputes the fact.
    pub disputes: bool,
    /// The paragraph in which they begin, from one.
    pub paragraph: usize,
    /// The first byte in the archived text.
    pub start: usize,
    /// The byte after the last in the archived text.
    pub end: usize,
}

/// A difference between sources as it was told.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PastDifference {
    /// Its id.
    pub id: String,
    /// The question on which the sources differ.
    pub title: String,
    /// What sort of difference, in words.
    pub class: String,
    /// `high`, `medium` or `low`.
    pub severity: String,
    /// Whether it is accounted for.
    pub explained: bool,
    /// Our reading; may be empty.
    pub reading: String,
    /// What the briefing writes; may be empty.
    pub we_write: String,
    /// The quotations of its sides.
    pub quotations: Vec<PastQuotation>,
}

/// A judgement as it was told.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PastJudgement {
    /// The judgement.
    pub text: String,
    /// How likely; may be empty.
    pub likelihood: String,
    /// How well founded; may be empty.
    pub confidence: String,
    /// The ids of the facts that it rests on.
    pub because: Vec<String>,
}

/// An article.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PastSource {
    /// Its id.
    pub id: String,
    /// `S1`.
    pub short: String,
    /// Its title.
    pub title: String,
    /// SHA-256 of the archived text.
    pub sha256: String,
}

impl Edition {
    /// Every text that a reader could be shown again.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        let own = [
            &self.number,
            &self.date,
            &self.as_of,
            &self.corrects,
            &self.digest,
            &self.title,
            &self.question,
        ];
        let facts = self.facts.iter().flat_map(PastFact::texts);
        let differences = self.differences.iter().flat_map(PastDifference::texts);
        let judgements = self.judgements.iter().flat_map(PastJudgement::texts);
        let sources = self.sources.iter().flat_map(|one| [&one.id, &one.short, &one.title, &one.sha256]);
        let lines = self.summary.iter().chain(&self.unknowns);
        let all =
            own.into_iter().chain(facts).chain(differences).chain(judgements).chain(sources).chain(lines);
        all.map(String::as_str)
    }
}

impl PastFact {
    fn texts(&self) -> impl Iterator<Item = &String> {
        let own =
            [&self.id, &self.claim, &self.value, &self.date, &self.speaker, &self.credibility, &self.note];
        own.into_iter().chain(self.quotations.iter().flat_map(PastQuotation::texts))
    }
}

impl PastDifference {
    fn texts(&self) -> impl Iterator<Item = &String> {
        let own = [&self.id, &self.title, &self.class, &self.severity, &self.reading, &self.we_write];
        own.into_iter().chain(self.quotations.iter().flat_map(PastQuotation::texts))
    }
}

impl PastQuotation {
    fn texts(&self) -> [&String; 2] {
        [&self.source, &self.words]
    }
}

impl PastJudgement {
    fn texts(&self) -> impl Iterator<Item = &String> {
        [&self.text, &self.likelihood, &self.confidence].into_iter().chain(&self.because)
    }
}
