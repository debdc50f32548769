//! Is a source listed that no quotation comes from?

use super::{Check, Found, words};
use crate::dossier::Dossier;
use crate::finding::{Card, Finding, Severity};

pub(super) const CHECK: Check = Check {
    card: Card {
        name: "source-unused",
        severity: Severity::Note,
        summary: "no quotation comes from a source",
        page: include_str!("source_unused.md"),
    },
    run,
};

fn run(dossier: &Dossier, found: &mut Found) {
    for (entry, quotations) in dossier.base.sources.iter().zip(&dossier.by_source) {
        if !quotations.is_empty() {
            continue;
        }
        found.push(Finding {
            check: CHECK.card.name,
            severity: CHECK.card.severity,
            message: format!("no quotation comes from `{}`", entry.id.value),
            at: words::mark(entry.id.at),
            seen: Vec::new(),
            help: "quote it, or take it off the list: readers take it for a source of the briefing"
                .to_owned(),
        });
    }
}
