//! What was told of the quotations already, and which texts are the same?

use std::collections::{BTreeMap, BTreeSet};

use super::change::Kind;
use super::record::{Edition, PastQuotation, PastSource};

/// What is known of the texts, and what was told of their quotations.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// For each source of the newer edition, whether its text has the same bytes in the older one.
    same: BTreeMap<String, bool>,
    /// The sort of change, the source and the words.
    told: BTreeSet<(Kind, String, String)>,
}

impl Told {
    /// Nothing is told yet of the quotations of two editions.
    pub(super) fn of(old: &Edition, new: &Edition) -> Self {
        let before: BTreeMap<&str, &str> =
            old.sources.iter().map(|one| (one.id.as_str(), one.sha256.as_str())).collect();
        let same = |one: &PastSource| before.get(one.id.as_str()) == Some(&one.sha256.as_str());
        let same = new.sources.iter().map(|one| (one.id.clone(), same(one))).collect();
        Self { same, told: BTreeSet::new() }
    }

    /// Whether the same words stand elsewhere: in another source or paragraph, or at another place of the same text.
    /// Where the text itself has changed, bytes alone say nothing.
    pub(super) fn moved(&self, before: &PastQuotation, after: &PastQuotation) -> bool {
        let same_text = self.same.get(&after.source).copied().unwrap_or_default();
        before.source != after.source
            || before.paragraph != after.paragraph
            || (same_text && before.start != after.start)
    }

    /// Whether this is told of the quotation for the first time.
    pub(super) fn first(&mut self, kind: Kind, one: &PastQuotation) -> bool {
        self.told.insert((kind, one.source.clone(), one.words.clone()))
    }
}
