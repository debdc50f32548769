//! Is the archived text held by a fingerprint?

use super::{Check, Found, words};
use crate::dossier::Dossier;
use crate::finding::{Card, Finding, Severity};

pub(super) const CHECK: Check = Check {
    card: Card {
        name: "source-unlocked",
        severity: Severity::Note,
        summary: "a source has no `sha256`, so a change of its text would pass unseen",
        page: include_str!("source_unlocked.md"),
    },
    run,
};

fn run(dossier: &Dossier, found: &mut Found) {
    for (entry, article) in dossier.base.sources.iter().zip(dossier.articles) {
        if entry.value.sha256.is_some() {
            continue;
        }
        found.push(Finding {
            check: CHECK.card.name,
            severity: CHECK.card.severity,
            message: format!("`{}` has no `sha256`: a change of its text would pass unseen", entry.id.value),
            at: words::mark(entry.id.at),
            seen: Vec::new(),
            help: format!("write `sha256: {}`", article.sha256),
        });
    }
}
