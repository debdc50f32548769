//! What of one kind does a fact base hold, wherever it stands?

use super::base::FactBase;
use super::evidence::Evidence;
use super::located::{Dated, Text};

impl FactBase {
    /// Every date of the fact base, by kind and then in the order of the file.
    pub fn dates(&self) -> impl Iterator<Item = &Dated> {
        let edition = self.edition.iter().filter_map(|edition| edition.date.as_ref());
        let sources = self.sources.values().filter_map(|source| source.date.as_ref());
        let facts = self.facts.values().filter_map(|fact| fact.date.as_ref());
        let reports = self.quotations().filter_map(|quotation| quotation.date.as_deref());
        std::iter::once(&self.as_of).chain(edition).chain(sources).chain(facts).chain(reports)
    }

    /// Every field of Markdown prose, by kind and then in the order of the file: the summary, the sections' texts, the
    /// judgements, the unknowns, and the notes on facts, quotations, discrepancies and sources. Claims are not prose.
    pub fn prose(&self) -> impl Iterator<Item = &Text> {
        let sections = self.sections.values().filter_map(|section| section.text.as_ref());
        let judgements = self.judgements.iter().map(|judgement| &judgement.text);
        let facts = self.facts.values().filter_map(|fact| fact.note.as_ref());
        let quotations = self.quotations().filter_map(|quotation| quotation.note.as_deref());
        let discrepancies = self.discrepancies.values().filter_map(|discrepancy| discrepancy.note.as_ref());
        let sources = self.sources.values().filter_map(|source| source.note.as_ref());
        let own = self.summary.iter().chain(sections).chain(judgements).chain(&self.unknowns);
        own.chain(facts).chain(quotations).chain(discrepancies).chain(sources)
    }

    /// Every quotation: those of the facts, then those of the discrepancies' sides.
    pub fn quotations(&self) -> impl Iterator<Item = &Evidence> {
        let facts = self.facts.values().flat_map(|fact| &fact.evidence);
        facts.chain(self.discrepancies.values().flat_map(|discrepancy| &discrepancy.sides))
    }
}
