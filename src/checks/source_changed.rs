//! Is the archived text still the one that the facts were taken from?

use super::{Check, Found, words};
use crate::dossier::Dossier;
use crate::finding::{Card, Finding, Severity};
use crate::span::{Span, Spot};

pub(super) const CHECK: Check = Check {
    card: Card {
        name: "source-changed",
        severity: Severity::Error,
        summary: "an archived text does not have the `sha256` that the facts give",
        page: include_str!("source_changed.md"),
    },
    run,
};

fn run(dossier: &Dossier, found: &mut Found) {
    for (entry, article) in dossier.base.sources.iter().zip(dossier.articles) {
        let Some(given) = &entry.value.sha256 else { continue };
        if given.value.eq_ignore_ascii_case(&article.sha256) {
            continue;
        }
        let top = Spot { file: article.file, span: Span::new(0, 0) };
        found.push(Finding {
            check: CHECK.card.name,
            severity: CHECK.card.severity,
            message: format!("`{}` has changed since its `sha256` was noted", entry.value.file.value),
            at: words::mark(given.at),
            seen: vec![words::mark(top)],
            help: format!("restore the file, or read it anew and write `sha256: {}`", article.sha256),
        });
    }
}
