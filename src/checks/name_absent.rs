//! Does every name of a claim stand in its evidence, under any of its spellings?

use std::collections::BTreeMap;

use super::{Check, Found, words};
use crate::dossier::{Dossier, Quotation};
use crate::facts::{Entity, Entry};
use crate::finding::{Card, Finding, Mark, Severity};
use crate::text::{Name, holds_name, names_in, propose_spelling};

pub(super) const CHECK: Check = Check {
    card: Card {
        name: "name-absent",
        severity: Severity::Error,
        summary: "a name of a claim stands nowhere in its sources, or only far from the quotation",
        page: include_str!("name_absent.md"),
    },
    run,
};

/// For how many names a near spelling is looked for: a whole article is read for each.
const MOST_PROPOSALS: usize = 40;

/// A near spelling, and where it stands.
type Proposal = (Option<String>, Vec<Mark>);

/// How near to a quotation a name stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Near {
    Quotation,
    Paragraph,
    Source,
    Nowhere,
}

fn run(dossier: &Dossier, found: &mut Found) {
    let bearers = bearers(dossier);
    let mut proposals = MOST_PROPOSALS;
    for (at, entry) in dossier.base.facts.iter().enumerate() {
        let claim = &entry.value.claim;
        // A capitalised word that begins a sentence may be any word.
        for name in names_in(&claim.value).into_iter().filter(|name| name.sure) {
            let written = name.span.of(&claim.value);
            // `Northern Afghanistan` may only begin the sentence.
            let uncapitalised = uncapitalised(written);
            let mut spellings = spellings(&bearers, written);
            if name.span.start == 0 {
                spellings.push(&uncapitalised);
            }
            // `ex-Soviet` is one word.
            let hyphened = words::hyphened(&claim.value, name.span);
            spellings.extend(hyphened);
            let near = nearest(dossier, at, &spellings);
            let proposed = match near {
                Near::Nowhere if proposals > 0 => {
                    proposals -= 1;
                    proposal(dossier, at, written)
                }
                _ => (None, Vec::new()),
            };
            found.extend(judged(dossier, at, (&name, &spellings), (near, proposed)));
        }
    }
}

fn uncapitalised(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// Each spelling with the entity that bears it; the first, if several do.
fn bearers<'a>(dossier: &Dossier<'a>) -> BTreeMap<&'a str, &'a Entry<Entity>> {
    let mut bearers = BTreeMap::new();
    for entity in &dossier.base.entities {
        for spelling in all(entity) {
            bearers.entry(spelling).or_insert(entity);
        }
    }
    bearers
}

/// The name as written, and every spelling of the entity that bears it.
fn spellings<'n, 'a: 'n>(bearers: &BTreeMap<&'a str, &'a Entry<Entity>>, name: &'n str) -> Vec<&'n str> {
    let known = bearers.get(name).into_iter().flat_map(|entity| all(entity)).filter(|spelling| *spelling != name);
    std::iter::once(name).chain(known).collect()
}

fn all(entity: &Entry<Entity>) -> impl Iterator<Item = &str> {
    let name = std::iter::once(entity.value.name.value.as_str());
    name.chain(entity.value.also.iter().map(|spelling| spelling.value.as_str()))
}

/// The nearest that any supporting quotation of a fact comes to the name.
fn nearest(dossier: &Dossier, at: usize, spellings: &[&str]) -> Near {
    let supporting = dossier.quotations_of(at).filter(|(_, one)| one.supports());
    supporting.map(|(_, one)| near(dossier, one, spellings)).min().unwrap_or(Near::Quotation)
}

fn near(dossier: &Dossier, quotation: &Quotation, spellings: &[&str]) -> Near {
    let Some((article, text)) = dossier.article_of(quotation) else { return Near::Quotation };
    let Some(span) = quotation.stands() else { return Near::Quotation };
    if holds_name(span.of(text), spellings).is_some() {
        return Near::Quotation;
    }
    let paragraph = article.paragraph_at(span.start).map_or("", |paragraph| paragraph.span.of(text));
    if holds_name(paragraph, spellings).is_some() {
        return Near::Paragraph;
    }
    if article.searchable.holds_name(spellings).is_some() {
        return Near::Source;
    }
    // The outlet itself need not stand in its own articles.
    let publisher = quotation.source.and_then(|source| dossier.source(source).value.publisher.as_ref());
    let own = publisher.is_some_and(|name| spellings.contains(&name.value.as_str()));
    if own { Near::Quotation } else { Near::Nowhere }
}

fn judged(
    dossier: &Dossier,
    at: usize,
    (name, spellings): (&Name, &[&str]),
    (near, (proposed, seen)): (Near, Proposal),
) -> Option<Finding> {
    let claim = &dossier.fact(at).value.claim;
    let written = name.span.of(&claim.value);
    let (severity, message) = match near {
        Near::Nowhere => {
            (Severity::Error, format!("`{written}` stands in none of the sources of this fact"))
        }
        Near::Source => {
            (Severity::Note, format!("`{written}` stands in the source, but far from the quotation"))
        }
        Near::Quotation | Near::Paragraph => return None,
    };
    let help = match (proposed, near) {
        (Some(other), _) => format!("if `{other}` is the same, list it under `also` of its entity"),
        (None, Near::Nowhere) => match spellings {
            [_] => "write the name as the sources do, or list their spelling under `also` of an entity"
                .to_owned(),
            _ => "quote a source that names it".to_owned(),
        },
        (None, _) => {
            "widen the quotation so that it holds the name, if the reader could doubt who is meant".to_owned()
        }
    };
    let spot = words::inside(dossier, claim, name.span);
    Some(Finding { check: CHECK.card.name, severity, message, at: words::mark(spot), seen, help })
}

/// A spelling of the sources that comes near to the name, and where it stands.
fn proposal(dossier: &Dossier, at: usize, name: &str) -> Proposal {
    for (_, quotation) in dossier.quotations_of(at).filter(|(_, one)| one.supports()) {
        let Some((_, text)) = dossier.article_of(quotation) else { continue };
        if let Some(span) = propose_spelling(text, name) {
            let mark = words::labelled(words::in_article(dossier, quotation, span), "a near spelling");
            return (Some(span.of(text).to_owned()), vec![mark]);
        }
    }
    (None, Vec::new())
}
