//! How many witnesses are there really: which articles say it, and which origins they pass on.

use std::collections::BTreeSet;

use crate::facts::{Evidence, FactBase, Id, Stance};

use super::Index;

/// What a set of quotations rests on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Origins {
    /// The sources that say it, in the order of the source list, each once.
    pub sources: Vec<usize>,
    /// The named origins, in the order of first mention, each once.
    pub named: Vec<Id>,
    /// How many outlets say it without naming an origin; a family counts once.
    pub silent: usize,
}

impl Origins {
    /// Counts the origins of the quotations that support something.
    #[must_use]
    pub fn of<'a>(base: &FactBase, index: &Index, evidence: impl Iterator<Item = &'a Evidence>) -> Self {
        let mut sources = BTreeSet::new();
        let mut naming = BTreeSet::new();
        let mut named: Vec<Id> = Vec::new();
        for evidence in evidence.filter(|evidence| evidence.stance == Stance::Supports) {
            let Some(source) = index.source(&evidence.source) else { continue };
            sources.insert(source);
            if let Some(origin) = origin(base, source, evidence) {
                naming.insert(source);
                if !named.contains(origin) {
                    named.push(origin.clone());
                }
            }
        }
        let silent: BTreeSet<&str> =
            sources.difference(&naming).map(|source| family(base, *source)).collect();
        Self { sources: sources.into_iter().collect(), named, silent: silent.len() }
    }

    /// On how many independent origins it rests at most.
    #[must_use]
    pub fn independent(&self) -> usize {
        self.named.len() + self.silent
    }
}

/// The first hand of a quotation: the head of `via`, else whom the source reprints; none if `via: []` says that the words
/// are the article's own.
#[must_use]
pub fn origin<'a>(base: &'a FactBase, source: usize, evidence: &'a Evidence) -> Option<&'a Id> {
    let carried = || base.sources.iter().nth(source).and_then(|entry| entry.value.carries.as_ref());
    evidence.via.first().or_else(|| carried().filter(|_| !evidence.own_words)).map(|id| &id.value)
}

/// The outlet that a source belongs to: its family, or itself.
fn family(base: &FactBase, source: usize) -> &str {
    let Some(entry) = base.sources.iter().nth(source) else { return "" };
    entry.value.family.as_ref().map_or(entry.id.value.as_str(), |family| family.value.as_str())
}
