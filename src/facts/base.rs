//! What stands in a fact base as a whole.

use schemars::JsonSchema;
use serde::Deserialize;

use super::discrepancy::Discrepancy;
use super::entries::{Entries, Entry};
use super::fact::Fact;
use super::located::{Dated, Id, Located, Text};
use super::source::Source;
use super::words::words;

/// The whole fact base, included files merged in.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct FactBase {
    /// The briefing's heading.
    pub title: Text,
    /// The line under the heading.
    pub subtitle: Option<Text>,
    /// The question that the briefing answers.
    pub question: Option<Text>,
    /// The date up to which the fact base is true (EDTF).
    pub as_of: Dated,
    /// Which edition of the briefing this is.
    pub edition: Option<Edition>,
    /// BCP 47 tag of the briefing's language; `en` if not given.
    pub language: Option<Text>,
    /// Who signs the briefing.
    pub issuer: Option<Text>,
    /// Where corrections go.
    pub contact: Option<Text>,
    /// The bottom line: Markdown prose; `[@fact-id]` cites a fact.
    pub summary: Option<Text>,
    /// The sections of the briefing, in the order of print.
    #[serde(default)]
    pub sections: Entries<Section>,
    /// Judgements with their likelihood.
    #[serde(default)]
    pub judgements: Vec<Judgement>,
    /// The articles.
    #[serde(default)]
    pub sources: Entries<Source>,
    /// People, organisations and places, with the spellings of their names.
    #[serde(default)]
    pub entities: Entries<Entity>,
    /// The facts.
    #[serde(default)]
    pub facts: Entries<Fact>,
    /// The answers to computed disagreements, and those that no program can find.
    #[serde(default)]
    pub discrepancies: Entries<Discrepancy>,
    /// What the sources leave open: Markdown lines.
    #[serde(default)]
    pub unknowns: Vec<Text>,
    /// Globs of further files with the same keys.
    #[serde(default)]
    pub include: Vec<Text>,
}

impl FactBase {
    /// The source of that id.
    #[must_use]
    pub fn source(&self, id: &Id) -> Option<&Entry<Source>> {
        self.sources.get(id.as_str())
    }

    /// The entity of that id.
    #[must_use]
    pub fn entity(&self, id: &Id) -> Option<&Entry<Entity>> {
        self.entities.get(id.as_str())
    }

    /// The fact of that id.
    #[must_use]
    pub fn fact(&self, id: &Id) -> Option<&Entry<Fact>> {
        self.facts.get(id.as_str())
    }

    /// The section of that id.
    #[must_use]
    pub fn section(&self, id: &Id) -> Option<&Entry<Section>> {
        self.sections.get(id.as_str())
    }
}

/// What an included file may hold: entries and lists for the main file's, but nothing that is said once.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Part {
    #[serde(default)]
    pub(super) sections: Entries<Section>,
    #[serde(default)]
    pub(super) judgements: Vec<Judgement>,
    #[serde(default)]
    pub(super) sources: Entries<Source>,
    #[serde(default)]
    pub(super) entities: Entries<Entity>,
    #[serde(default)]
    pub(super) facts: Entries<Fact>,
    #[serde(default)]
    pub(super) discrepancies: Entries<Discrepancy>,
    #[serde(default)]
    pub(super) unknowns: Vec<Text>,
}

/// Which edition of the briefing this is.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Edition {
    /// Its number.
    pub number: Text,
    /// The date of the edition (EDTF).
    pub date: Option<Dated>,
    /// The number of the edition that it corrects.
    pub corrects: Option<Text>,
}

/// A section of the briefing.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Section {
    /// Its heading.
    pub title: Text,
    /// Markdown prose that introduces its facts; `[@fact-id]` cites a fact.
    pub text: Option<Text>,
}

words! {
    /// One of ICD 203's seven words of likelihood.
    #[expect(missing_docs, reason = "the words are those of the standard")]
    pub enum Likelihood {
        AlmostNoChance = "almost-no-chance",
        VeryUnlikely = "very-unlikely",
        Unlikely = "unlikely",
        RoughlyEvenChance = "roughly-even-chance",
        Likely = "likely",
        VeryLikely = "very-likely",
        AlmostCertain = "almost-certain",
    }
}

words! {
    /// How well founded a judgement is.
    #[expect(missing_docs, reason = "the words are those of the standard")]
    pub enum Confidence {
        Low = "low",
        Moderate = "moderate",
        High = "high",
    }
}

/// A judgement of the curator's, apart from the facts.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Judgement {
    /// The judgement in Markdown; `[@fact-id]` cites a fact.
    pub text: Text,
    /// How likely it is, in ICD 203's words.
    pub likelihood: Option<Located<Likelihood>>,
    /// How well founded it is.
    pub confidence: Option<Located<Confidence>>,
    /// The facts that it rests on.
    #[serde(default)]
    pub because: Vec<Located<Id>>,
}

/// A person, organisation or place.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Entity {
    /// The briefing's spelling.
    pub name: Text,
    /// Its office or part in the story.
    pub role: Option<Text>,
    /// What it is: person, organisation, place and so on.
    pub kind: Option<Text>,
    /// Other spellings that sources use.
    #[serde(default)]
    pub also: Vec<Text>,
}
