//! Does every fact rest on at least one quotation that supports it?

use super::{Check, Found, words};
use crate::dossier::Dossier;
use crate::finding::{Card, Finding, Severity};

pub(super) const CHECK: Check = Check {
    card: Card {
        name: "fact-unproved",
        severity: Severity::Error,
        summary: "a fact has no quotation that supports it",
        page: include_str!("fact_unproved.md"),
    },
    run,
};

fn run(dossier: &Dossier, found: &mut Found) {
    for (at, entry) in dossier.base.facts.iter().enumerate() {
        if dossier.quotations_of(at).any(|(_, quotation)| quotation.supports()) {
            continue;
        }
        found.push(Finding {
            check: CHECK.card.name,
            severity: CHECK.card.severity,
            message: format!("no quotation supports `{}`", entry.id.value),
            at: words::mark(entry.id.at),
            seen: Vec::new(),
            help: "give it `evidence`: a source and the words that say it".to_owned(),
        });
    }
}
