//! Does one source hedge what another states, and the claim states it?

use std::collections::BTreeMap;

use super::{Check, Found, words};
use crate::dossier::{Dossier, Quotation};
use crate::facts::FactKind;
use crate::finding::{Card, Finding, Severity};
use crate::text::attribution;

pub(super) const CHECK: Check = Check {
    card: Card {
        name: "hedge-differs",
        severity: Severity::Note,
        summary: "one source says reportedly or allegedly what another states, and so does the claim",
        page: include_str!("hedge_differs.md"),
    },
    run,
};

/// Words that leave open whether what follows is so.
const HEDGES: &[&str] =
    &["allegedly", "apparently", "presumably", "purportedly", "reportedly", "seemingly", "supposedly"];

fn run(dossier: &Dossier, found: &mut Found) {
    for (at, link) in dossier.links.iter().enumerate() {
        let fact = &dossier.fact(at).value;
        let told = !link.answers.is_empty() || folded(&fact.claim.value).iter().any(|word| is_hedge(word));
        if told || fact.sort() == FactKind::Role {
            continue;
        }
        if let Some((hedge, verb, hedged, flat)) = differing(dossier, at) {
            let path = words::path(dossier, flat);
            found.push(Finding {
                check: CHECK.card.name,
                severity: CHECK.card.severity,
                message: format!("`{hedge} {verb}` here; `{path}` says `{verb}`"),
                at: words::mark(hedged.evidence.quote.at),
                seen: dossier.place_of(flat).map(words::mark).into_iter().collect(),
                help: "hedge the claim, or tell readers in a discrepancy that one source is less sure"
                    .to_owned(),
            });
        }
    }
}

/// The hedge, the word that it hedges, the quotation that has both, and one of another source that has the word alone.
fn differing<'d>(
    dossier: &'d Dossier<'d>,
    at: usize,
) -> Option<(String, String, &'d Quotation<'d>, &'d Quotation<'d>)> {
    let supporting = || dossier.quotations_of(at).filter(|(_, one)| one.supports()).map(|(_, one)| one);
    let mut hedges: BTreeMap<String, (String, &Quotation)> = BTreeMap::new();
    for quotation in supporting() {
        for (hedge, verb) in hedged(&quotation.evidence.quote.value) {
            hedges.entry(verb).or_insert((hedge, quotation));
        }
    }
    if hedges.is_empty() {
        return None;
    }
    supporting().find_map(|flat| {
        let words = folded(&flat.evidence.quote.value);
        if words.iter().any(|word| is_hedge(word)) {
            return None;
        }
        let (verb, (hedge, hedged)) = words.iter().find_map(|word| hedges.get_key_value(word))?;
        (hedged.source != flat.source).then(|| (hedge.clone(), verb.clone(), *hedged, flat))
    })
}

/// Each hedge with the word after it; verbs of saying are left out, since two may say different things.
fn hedged(text: &str) -> Vec<(String, String)> {
    let words = folded(text);
    let pairs = words.iter().zip(words.iter().skip(1)).filter(|(hedge, _)| is_hedge(hedge));
    let verbs = pairs.filter(|(_, verb)| verb.chars().count() > 3 && attribution(verb).is_none());
    verbs.map(|(hedge, verb)| (hedge.clone(), verb.clone())).collect()
}

fn folded(text: &str) -> Vec<String> {
    let bare = |word: &str| word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
    text.split_whitespace().map(bare).filter(|word| !word.is_empty()).collect()
}

fn is_hedge(word: &str) -> bool {
    HEDGES.contains(&word)
}
