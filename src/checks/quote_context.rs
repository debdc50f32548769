//! Do `prefix` and `suffix` stand right before and after the quotation?

use super::{Check, Found, words};
use crate::dossier::Dossier;
use crate::finding::{Card, Finding, Severity};
use crate::text::Flag;

pub(super) const CHECK: Check = Check {
    card: Card {
        name: "quote-context",
        severity: Severity::Error,
        summary: "the `prefix` or `suffix` of a quotation does not stand beside it",
        page: include_str!("quote_context.md"),
    },
    run,
};

fn run(dossier: &Dossier, found: &mut Found) {
    for quotation in &dossier.quotations {
        let mismatch = |flags: &[Flag]| flags.contains(&Flag::ContextMismatch);
        let Some(located) = quotation.located.as_ref().filter(|one| mismatch(&one.flags)) else { continue };
        let evidence = quotation.evidence;
        let context = evidence.prefix.as_ref().or(evidence.suffix.as_ref());
        let seen = located.span.map(|span| words::in_article(dossier, quotation, span));
        found.push(Finding {
            check: CHECK.card.name,
            severity: CHECK.card.severity,
            message: "the words beside this quotation are not those of `prefix` or `suffix`".to_owned(),
            at: words::mark(context.map_or(evidence.quote.at, |text| text.at)),
            seen: seen.map(|spot| words::labelled(spot, "the quotation")).into_iter().collect(),
            help: "copy the words that stand right before or after it, or remove the key".to_owned(),
        });
    }
}
