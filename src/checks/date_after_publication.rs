//! Does a fact lie after the publication of all its sources, without a word of the future?

use super::{Check, Found, words};
use crate::date::{Day, Edtf, Relation, Stretch};
use crate::dossier::{Dossier, Quotation, dating};
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
        let named = dating::basis(dossier, at).is_some()
            || dossier.quotations_of(at).any(|(_, one)| one.supports() && names_ahead(dossier, one, date));
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

/// Whether a quotation names a day still to come that the date holds, or of which it is the beginning or the end.
fn names_ahead(dossier: &Dossier, quotation: &Quotation, date: &Edtf) -> bool {
    let published = dating::published_of(dossier, quotation).and_then(|source| source.bounds().max.day());
    let ahead = |reading: &Stretch| ends(reading).zip(published).is_some_and(|(last, source)| last > source);
    let meant = |reading: &Stretch| {
        let relation = date.nearest_relation(std::slice::from_ref(reading));
        relation.is_some_and(|relation| relation != Relation::Disjoint)
    };
    let said = dating::said(dossier, quotation).into_iter().filter(|said| !said.resolution.vague);
    said.flat_map(|said| said.resolution.candidates).any(|reading| ahead(&reading) && meant(&reading))
}

/// The last day of a stretch that has both ends; `since Monday` names no day still to come.
fn ends(reading: &Stretch) -> Option<Day> {
    reading.min.day().and(reading.max.day())
}

fn lies_after(date: &Edtf, published: &Edtf) -> bool {
    let (first, last) = (date.bounds().min.day(), published.bounds().max.day());
    first.zip(last).is_some_and(|(first, last)| first > last)
}
