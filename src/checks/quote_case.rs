//! Is the quotation written with the article's capital and small letters?

use super::{Check, Found, words};
use crate::dossier::{Dossier, Quotation};
use crate::finding::{Card, Finding, Mark, Severity};
use crate::span::Span;

pub(super) const CHECK: Check = Check {
    card: Card {
        name: "quote-case",
        severity: Severity::Error,
        summary: "a quotation differs from its source in capital letters",
        page: include_str!("quote_case.md"),
    },
    run,
};

fn run(dossier: &Dossier, found: &mut Found) {
    for quotation in &dossier.quotations {
        let differs = |one: &&crate::text::Located| one.case_differs && one.status.is_found();
        if quotation.located.as_ref().filter(differs).is_none() {
            continue;
        }
        let seen = dossier.place_of(quotation);
        found.push(Finding {
            check: CHECK.card.name,
            severity: CHECK.card.severity,
            message: format!(
                "`{}` prints these words with other capital letters",
                words::path(dossier, quotation)
            ),
            at: first_difference(dossier, quotation),
            seen: seen.map(|spot| words::labelled(spot, "as printed")).into_iter().collect(),
            help: "write it as printed, or mark the change: `[t]he`".to_owned(),
        });
    }
}

/// The first letter of the quotation whose case differs; the whole quotation where the two cannot be set side by side.
fn first_difference(dossier: &Dossier, quotation: &Quotation) -> Mark {
    let quote = &quotation.evidence.quote;
    let printed =
        quotation.stands().zip(dossier.article_of(quotation)).map(|(span, (_, text))| span.of(text));
    let mut printed = printed.unwrap_or_default().chars().filter(|letter| letter.is_alphanumeric());
    let written = quote.value.char_indices().filter(|(_, letter)| letter.is_alphanumeric());
    for (at, letter) in written {
        match printed.next() {
            Some(other) if other == letter => {}
            Some(other) if other.to_lowercase().eq(letter.to_lowercase()) => {
                let spot = words::inside(dossier, quote, Span::new(at, at + letter.len_utf8()));
                return words::labelled(spot, "this differs");
            }
            _ => break,
        }
    }
    words::mark(quote.at)
}
