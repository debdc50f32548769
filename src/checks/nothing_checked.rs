//! Is there anything to check at all?

use super::{Check, Found, words};
use crate::dossier::Dossier;
use crate::finding::{Card, Finding, Severity};

pub(super) const CHECK: Check = Check {
    card: Card {
        name: "nothing-checked",
        severity: Severity::Error,
        summary: "no quotation was looked for, so nothing is proved",
        page: include_str!("nothing_checked.md"),
    },
    run,
};

fn run(dossier: &Dossier, found: &mut Found) {
    if !dossier.quotations.is_empty() {
        return;
    }
    found.push(Finding {
        check: CHECK.card.name,
        severity: CHECK.card.severity,
        message: "the fact base holds no quotation, so nothing is proved".to_owned(),
        at: words::mark(dossier.base.title.at),
        seen: Vec::new(),
        help: "give each fact `evidence`: a source and its words".to_owned(),
    });
}
