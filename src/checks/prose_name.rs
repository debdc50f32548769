//! Does every name of the curator's prose stand in a fact that its sentence cites?

use std::collections::BTreeMap;

use super::{Check, Found, prose, words};
use crate::dossier::{Dossier, Prose};
use crate::facts::{Entity, Entry, Id, Located};
use crate::finding::{Card, Finding, Severity};
use crate::span::Span;
use crate::text::{holds_name, names_in, sentences};

pub(super) const CHECK: Check = Check {
    card: Card {
        name: "prose-name",
        severity: Severity::Warning,
        summary: "a name of the prose stands in no fact that its sentence cites",
        page: include_str!("prose_name.md"),
    },
    run,
};

/// Each spelling of an entity, with all of them.
type Spellings<'a> = BTreeMap<&'a str, Vec<&'a str>>;

fn run(dossier: &Dossier, found: &mut Found) {
    let spellings = spellings(dossier);
    for (field, sketch) in dossier.prose().filter(|(field, _)| field.grounded) {
        let places = words::Places::of(dossier, field.text);
        let cites = sketch.cites.as_slice();
        for sentence in prose::sentences_with_cites(&field.text.value, sentences(&field.text.value)) {
            look(dossier, (&field, &places), (sentence, cites, &spellings), found);
        }
    }
}

fn look(
    dossier: &Dossier,
    (field, places): (&Prose, &words::Places),
    (sentence, cites, spellings): (Span, &[(String, Span)], &Spellings),
    found: &mut Found,
) {
    let text = &field.text.value;
    let own = prose::within(cites, sentence).iter().map(|(id, _)| id.as_str());
    let facts: Vec<usize> =
        own.chain(field.because.iter().copied()).filter_map(|id| dossier.index.fact_named(id)).collect();
    for name in names_in(sentence.of(text)).into_iter().filter(|name| name.sure) {
        let span = name.span.shifted(sentence.start);
        let written = span.of(text);
        let mut known = vec![written];
        known.extend(spellings.get(written).into_iter().flatten());
        known.extend(words::hyphened(text, span));
        if prose::within(cites, sentence).iter().any(|(_, cite)| cite.meets(span)) || facts.iter().any(|fact| speaks_of(dossier, *fact, &known)) {
            continue;
        }
        found.push(Finding {
            check: CHECK.card.name,
            severity: CHECK.card.severity,
            message: format!("`{}` stands in no fact that this sentence of `{}` cites", words::short(written, 40), field.name),
            at: words::mark(places.at(span)),
            seen: Vec::new(),
            help: "cite the fact that names it, `[@fact-id]`, in the same sentence, or list the spelling under `also` of its entity".to_owned(),
        });
    }
}

/// Whether a fact names it: in its claim, in the paragraphs that it quotes, as its speaker or as a hand of its words.
fn speaks_of(dossier: &Dossier, fact: usize, spellings: &[&str]) -> bool {
    let value = &dossier.fact(fact).value;
    let named = |id: &Located<Id>| {
        let entity = dossier.base.entities.get(id.value.as_str());
        entity.is_some_and(|entity| all(entity).any(|spelling| spellings.contains(&spelling)))
    };
    if holds_name(&value.claim.value, spellings).is_some() || value.speaker.iter().any(named) {
        return true;
    }
    dossier.quotations_of(fact).any(|(_, quotation)| {
        let paragraph = dossier.article_of(quotation).and_then(|(article, text)| {
            article.paragraph_at(quotation.stands()?.start).map(|paragraph| paragraph.span.of(text))
        });
        quotation.evidence.via.iter().any(named) || paragraph.is_some_and(|text| holds_name(text, spellings).is_some())
    })
}

fn spellings<'a>(dossier: &Dossier<'a>) -> Spellings<'a> {
    let mut spellings = Spellings::new();
    for entity in &dossier.base.entities {
        for spelling in all(entity) {
            spellings.entry(spelling).or_default().extend(all(entity));
        }
    }
    spellings
}

fn all(entity: &Entry<Entity>) -> impl Iterator<Item = &str> {
    let name = std::iter::once(entity.value.name.value.as_str());
    name.chain(entity.value.also.iter().map(|spelling| spelling.value.as_str()))
}
