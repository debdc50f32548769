//! What has changed in the quotations of a fact or a difference?

use super::change::{About, Kind};
use super::changes::{Changes, Subject};
use super::pair::pair;
use super::record::PastQuotation;

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
        let first = self.told.first(kind, one);
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
