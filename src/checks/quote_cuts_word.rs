//! Does the quotation begin or end inside a word or a number?

use super::{Check, Found, words};
use crate::dossier::Dossier;
use crate::finding::{Card, Finding, Severity};
use crate::text::Flag;

pub(super) const CHECK: Check = Check {
    card: Card {
        name: "quote-cuts-word",
        severity: Severity::Error,
        summary: "a quotation begins or ends inside a word or a number",
        page: include_str!("quote_cuts_word.md"),
    },
    run,
};

fn run(dossier: &Dossier, found: &mut Found) {
    for quotation in &dossier.quotations {
        let cut = quotation.located.as_ref().is_some_and(|one| one.flags.contains(&Flag::CutInsideWord));
        let Some(spot) = dossier.place_of(quotation).filter(|_| cut) else { continue };
        found.push(Finding {
            check: CHECK.card.name,
            severity: CHECK.card.severity,
            message: format!(
                "this quotation cuts a word or a number of `{}`",
                words::path(dossier, quotation)
            ),
            at: words::mark(quotation.evidence.quote.at),
            seen: vec![words::labelled(spot, "these are the words that it finds")],
            help: "begin and end with whole words and numbers".to_owned(),
        });
    }
}
