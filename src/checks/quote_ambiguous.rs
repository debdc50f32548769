//! Does the quotation stand at several places, and nothing picks one?

use super::{Check, Found, words};
use crate::dossier::{Dossier, Quotation};
use crate::finding::{Card, Finding, Severity};
use crate::text::{Located, Pick, Status};

pub(super) const CHECK: Check = Check {
    card: Card {
        name: "quote-ambiguous",
        severity: Severity::Error,
        summary: "a quotation stands at several places of its source, and nothing picks one",
        page: include_str!("quote_ambiguous.md"),
    },
    run,
};

fn run(dossier: &Dossier, found: &mut Found) {
    for quotation in &dossier.quotations {
        let Some(located) = quotation.located.as_ref().filter(|one| one.status == Status::Ambiguous) else {
            continue;
        };
        let seen = located.places.iter().map(|place| words::in_article(dossier, quotation, *place));
        found.push(Finding {
            check: CHECK.card.name,
            severity: CHECK.card.severity,
            message: message(dossier, quotation, located),
            at: words::mark(quotation.evidence.quote.at),
            seen: seen.map(|spot| words::labelled(spot, "here")).collect(),
            help: help(located),
        });
    }
}

fn message(dossier: &Dossier, quotation: &Quotation, located: &Located) -> String {
    let count = located.places.len();
    let count = if count >= Located::MOST_PLACES { format!("{count} or more") } else { count.to_string() };
    format!("`{}` holds these words at {count} places", words::path(dossier, quotation))
}

fn help(located: &Located) -> String {
    let first = located.picks.iter().flatten().next();
    match first {
        Some(Pick::Prefix(words)) => {
            format!("quote more words, or pick one place, the first with `prefix: \"{words}\"`")
        }
        Some(Pick::Suffix(words)) => {
            format!("quote more words, or pick one place, the first with `suffix: \"{words}\"`")
        }
        None => "quote more words, or pick one place with `prefix` or `suffix`".to_owned(),
    }
}
