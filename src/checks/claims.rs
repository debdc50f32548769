//! How do findings tell what a claim says and no quotation bears out?

use super::{Found, readings, words};
use crate::dossier::grounding::Fault;
use crate::dossier::{Dossier, Unproved};
use crate::figure;
use crate::finding::{Card, Finding, Mark, Severity};

/// What a check of claims is about: the faults that are its own, with the words and the weight of each.
pub(super) struct Subject {
    pub(super) card: Card,
    pub(super) faults: &'static [(Fault, &'static str, Severity)],
    pub(super) help: &'static str,
}

/// A finding for each of these faults that a claim has.
pub(super) fn run(dossier: &Dossier, subject: &Subject, found: &mut Found) {
    for (at, link) in dossier.links.iter().enumerate() {
        for unproved in &link.unproved {
            let known = subject.faults.iter().find(|(fault, ..)| *fault == unproved.fault);
            let Some((_, words, severity)) = known else { continue };
            found.push(finding(dossier, subject, (at, unproved), (words, *severity)));
        }
    }
}

fn finding(
    dossier: &Dossier,
    subject: &Subject,
    (at, unproved): (usize, &Unproved),
    (words, severity): (&str, Severity),
) -> Finding {
    let fact = dossier.fact(at);
    let claim = &fact.value.claim;
    let said = unproved.claim.map(|span| words::short(span.of(&claim.value), 60));
    let (mark, said) = match (unproved.claim, said) {
        (Some(span), Some(said)) => (words::mark(words::inside(dossier, claim, span)), said),
        _ => match &fact.value.date {
            Some(date) => (words::mark(date.written.at), date.written.value.clone()),
            None => (words::mark(claim.at), fact.id.value.to_string()),
        },
    };
    Finding {
        check: subject.card.name,
        severity,
        message: format!("`{said}`: {words}"),
        at: mark,
        seen: seen(dossier, at, unproved),
        help: help(dossier, at, unproved, subject.help),
    }
}

/// What the nearest quotation says instead, in the article; else the whole quotation.
fn seen(dossier: &Dossier, at: usize, unproved: &Unproved) -> Vec<Mark> {
    let Some((_, quotation)) = dossier.quotations_of(at).nth(unproved.nth) else { return Vec::new() };
    let quote = &quotation.evidence.quote;
    match unproved.quotation {
        Some(span) => {
            let label = words::short(span.of(&quote.value), 40);
            vec![words::labelled(words::inside(dossier, quote, span), &label)]
        }
        None => dossier
            .place_of(quotation)
            .map(|spot| words::labelled(spot, "the quotation"))
            .into_iter()
            .collect(),
    }
}

/// Where a date differs, how the quotation's was read; where the same paragraph holds the figure, the quotation is only
/// too narrow.
fn help(dossier: &Dossier, at: usize, unproved: &Unproved, general: &str) -> String {
    let quotation = dossier.quotations_of(at).nth(unproved.nth);
    let read = unproved.quotation.filter(|_| unproved.fault == Fault::DateMismatch);
    if let Some(((_, quotation), span)) = quotation.zip(read) {
        return readings::help(dossier, quotation, span);
    }
    let claim = &dossier.fact(at).value.claim.value;
    let figure = unproved
        .claim
        .and_then(|span| figure::read(claim).into_iter().find(|figure| figure.span.meets(span)));
    let Some(figure) = figure.filter(|_| unproved.fault == Fault::ValueAbsent) else {
        return general.to_owned();
    };
    for (_, quotation) in dossier.quotations_of(at).filter(|(_, one)| one.supports()) {
        let (Some(span), Some((article, text))) = (quotation.stands(), dossier.article_of(quotation)) else {
            continue;
        };
        let Some(paragraph) = article.paragraph_at(span.start) else { continue };
        let (support, _) = figure::best(&figure, &figure::read(paragraph.span.of(text)));
        if support.holds() {
            return format!("widen the quotation: paragraph {} of its article says so", paragraph.number);
        }
    }
    general.to_owned()
}
