//! Does the source print the quoted sentence more than once?

use super::{Check, Found, words};
use crate::dossier::Dossier;
use crate::finding::{Card, Finding, Severity};
use crate::text::Located;

pub(super) const CHECK: Check = Check {
    card: Card {
        name: "quote-twice",
        severity: Severity::Note,
        summary: "the source prints the quoted sentence more than once; the first is meant",
        page: include_str!("quote_twice.md"),
    },
    run,
};

fn run(dossier: &Dossier, found: &mut Found) {
    for quotation in &dossier.quotations {
        let Some(located) = quotation.located.as_ref().filter(|one| Located::is_repeated(one)) else {
            continue;
        };
        let seen = located.places.iter().map(|place| words::in_article(dossier, quotation, *place));
        found.push(Finding {
            check: CHECK.card.name,
            severity: CHECK.card.severity,
            message: format!(
                "`{}` prints this sentence {} times",
                words::path(dossier, quotation),
                located.places.len()
            ),
            at: words::mark(quotation.evidence.quote.at),
            seen: seen.map(|spot| words::labelled(spot, "here")).collect(),
            help: "nothing need be done: the note points to the first; `prefix` or `suffix` picks another"
                .to_owned(),
        });
    }
}
