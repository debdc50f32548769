//! Does a fact lie after the publication of all its sources, without a word of the future?

use super::{Check, Found, words};
use crate::date::Edtf;
use crate::dossier::{Dossier, dating};
use crate::facts::Dated;
use crate::finding::{Card, Finding, Severity};

pub(super) const CHECK: Check = Check {
    card: Card {
        name: "date-after-publication",
        severity: Severity::Error,
        summary: "a fact is dated after the publication of every source that reports it",
        page: include_str!("date_after_publication.md"),
    },
    run,
};

fn run(dossier: &Dossier, found: &mut Found) {
    for (at, entry) in dossier.base.facts.iter().enumerate() {
        let Some(Dated { edtf: Ok(date), written }) = &entry.value.date else { continue };
        let published: Vec<Option<&Edtf>> = dossier
            .quotations_of(at)
            .filter(|(_, one)| one.supports())
            .map(|(_, one)| one.source.and_then(|source| dating::reference(dossier, source)))
            .collect();
        let after = |source: &Option<&Edtf>| source.is_some_and(|source| lies_after(date, source));
        // A date that the source itself names, such as a deadline, may lie ahead.
        let named = dating::basis(dossier, at).is_some();
        if published.is_empty() || !published.iter().all(after) || named {
            continue;
        }
        found.push(Finding {
            check: CHECK.card.name,
            severity: CHECK.card.severity,
            message: format!("`{}` is dated after every source that reports it", entry.id.value),
            at: words::mark(written.at),
            seen: Vec::new(),
            help: "check the date, or quote the words that say what lies ahead".to_owned(),
        });
    }
}

fn lies_after(date: &Edtf, published: &Edtf) -> bool {
    let (first, last) = (date.bounds().min.day(), published.bounds().max.day());
    first.zip(last).is_some_and(|(first, last)| first > last)
}
