//! What has changed in the quotations of a fact or a difference?

use std::collections::{BTreeMap, BTreeSet};

use super::change::{About, Kind};
use super::compare::{Changes, Subject};
use super::pair::pair;
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
    fn moved(&self, before: &PastQuotation, after: &PastQuotation) -> bool {
        let same_text = self.same.get(&after.source).copied().unwrap_or_default();
        before.source != after.source
            || before.paragraph != after.paragraph
            || (same_text && before.start != after.start)
    }
}

impl Changes {
    /// Takes in what has come, gone and moved of the quotations of one fact or difference; the facts go first.
    pub(super) fn quotations(&mut self, subject: Subject, old: &[PastQuotation], new: &[PastQuotation]) {
        let in_full = |one: &PastQuotation| format!("{}\n{}\n{}", one.disputes, one.source, one.words);
        let in_words = |one: &PastQuotation| format!("{}\n{}", one.disputes, one.words);
        let pairs = pair(old, new, &[&in_full, &in_words]);
        for one in pairs.new {
            self.quotation(Kind::EvidenceNew, subject, one, ("", &shown(one)));
        }
        for one in pairs.gone {
            self.quotation(Kind::EvidenceWithdrawn, subject, one, (&shown(one), ""));
        }
        for (before, after) in pairs.both {
            if self.told.moved(before, after) {
                self.quotation(Kind::EvidenceMoved, subject, after, (&shown(before), &shown(after)));
            }
        }
    }

    /// The sides of a difference are mostly quotations of facts, too: what was told of a fact is not told again.
    fn quotation(&mut self, kind: Kind, subject: Subject, one: &PastQuotation, words: (&str, &str)) {
        let first = self.told.told.insert((kind, one.source.clone(), one.words.clone()));
        if first || subject.0 == About::Fact {
            self.quote(kind, subject, &one.source, words);
        }
    }
}

/// `moscow-times ¶ 14: “the words”`
fn shown(quotation: &PastQuotation) -> String {
    let stance = if quotation.disputes { ", disputing" } else { "" };
    format!("{} ¶ {}{stance}: “{}”", quotation.source, quotation.paragraph, quotation.words)
}
