//! Does a fact rest on headlines alone?

use super::{Check, Found, words};
use crate::dossier::{Dossier, Quotation};
use crate::finding::{Card, Finding, Severity};
use crate::span::Span;
use crate::text::{Located, Selector};

pub(super) const CHECK: Check = Check {
    card: Card {
        name: "quote-of-headline",
        severity: Severity::Warning,
        summary: "a fact rests on headlines alone",
        page: include_str!("quote_of_headline.md"),
    },
    run,
};

fn run(dossier: &Dossier, found: &mut Found) {
    let titles = titles(dossier);
    for at in 0..dossier.links.len() {
        let supporting = || dossier.quotations_of(at).map(|(_, one)| one).filter(|one| one.supports());
        let Some(first) = supporting().next() else { continue };
        if !supporting().all(|one| is_headline(&titles, one)) {
            continue;
        }
        let seen = supporting().filter_map(|one| dossier.place_of(one));
        found.push(Finding {
            check: CHECK.card.name,
            severity: CHECK.card.severity,
            message: "this fact rests on a headline alone; headlines shorten and sharpen".to_owned(),
            at: words::mark(first.evidence.quote.at),
            seen: seen.map(|spot| words::labelled(spot, "a headline")).collect(),
            help: "quote the sentence of the article's body that says it".to_owned(),
        });
    }
}

/// For each source the places at which its title stands.
fn titles(dossier: &Dossier) -> Vec<Vec<Span>> {
    let sources = dossier.base.sources.iter().zip(dossier.articles);
    let places = sources.map(|(entry, article)| {
        let title = entry.value.title.as_ref().map(|title| title.value.as_str()).unwrap_or_default();
        let located: Option<Located> =
            (!title.is_empty()).then(|| article.searchable.locate(&Selector::of(title)));
        located.map(|located| located.places.into_iter().chain(located.span).collect()).unwrap_or_default()
    });
    places.collect()
}

fn is_headline(titles: &[Vec<Span>], quotation: &Quotation) -> bool {
    let (Some(source), Some(span)) = (quotation.source, quotation.stands()) else { return false };
    titles.get(source).is_some_and(|places| places.iter().any(|place| place.covers(span)))
}
