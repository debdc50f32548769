//! Do the words of `says` stand in their quotation?

use super::{Check, Found, words};
use crate::dossier::Dossier;
use crate::finding::{Card, Finding, Severity};
use crate::text::{Flag, Searchable, Selector};

pub(super) const CHECK: Check = Check {
    card: Card {
        name: "says-not-in-quote",
        severity: Severity::Error,
        summary: "the words of `says` do not stand in their quotation",
        page: include_str!("says_not_in_quote.md"),
    },
    run,
};

fn run(dossier: &Dossier, found: &mut Found) {
    for evidence in dossier.quotations.iter().map(|quotation| quotation.evidence) {
        let Some(says) = &evidence.says else { continue };
        let located = Searchable::new(&evidence.quote.value).locate(&Selector::of(&says.value));
        let cut = located.flags.contains(&Flag::CutInsideWord);
        if !cut && (!located.places.is_empty() || located.status.is_found()) {
            continue;
        }
        let message = if cut { "cuts a word or a number of this quotation" } else { "does not stand in this quotation" };
        found.push(Finding {
            check: CHECK.card.name,
            severity: CHECK.card.severity,
            message: format!("`{}` {message}", words::short(&says.value, 80)),
            at: words::mark(says.at),
            seen: vec![words::labelled(evidence.quote.at, "the quotation")],
            help: "copy the words of the reading from the quotation".to_owned(),
        });
    }
}
