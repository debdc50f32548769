//! Is the quotation long enough to prove anything?

use super::{Check, Found, words};
use crate::dossier::Dossier;
use crate::finding::{Card, Finding, Severity};

pub(super) const CHECK: Check = Check {
    card: Card {
        name: "quote-too-short",
        severity: Severity::Error,
        summary: "a quotation has fewer than eight characters and only one word",
        page: include_str!("quote_too_short.md"),
    },
    run,
};

const SHORTEST: usize = 8;

fn run(dossier: &Dossier, found: &mut Found) {
    for quotation in &dossier.quotations {
        let quote = &quotation.evidence.quote;
        let word = |part: &&str| part.chars().any(char::is_alphanumeric);
        let several = quote.value.split_whitespace().filter(word).count() >= 2;
        if several || quote.value.trim().chars().map(weight).sum::<usize>() >= SHORTEST {
            continue;
        }
        found.push(Finding {
            check: CHECK.card.name,
            severity: CHECK.card.severity,
            message: "this quotation is too short to prove anything".to_owned(),
            at: words::mark(quote.at),
            seen: Vec::new(),
            help: format!("quote at least two words, or {SHORTEST} characters"),
        });
    }
}

/// A Chinese or Japanese character or a Korean syllable says as much as two letters.
const fn weight(character: char) -> usize {
    match character {
        '\u{3040}'..='\u{30FF}'
        | '\u{3400}'..='\u{9FFF}'
        | '\u{AC00}'..='\u{D7A3}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFF}' => 2,
        _ => 1,
    }
}
