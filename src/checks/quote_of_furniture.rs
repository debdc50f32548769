//! Is the quotation a line of page furniture?

use super::{Check, Found, words};
use crate::dossier::Dossier;
use crate::finding::{Card, Finding, Severity};

pub(super) const CHECK: Check = Check {
    card: Card {
        name: "quote-of-furniture",
        severity: Severity::Error,
        summary: "a quotation stands in a line that its source lists under `ignore`",
        page: include_str!("quote_of_furniture.md"),
    },
    run,
};

fn run(dossier: &Dossier, found: &mut Found) {
    for quotation in &dossier.quotations {
        let Some((article, _)) = dossier.article_of(quotation) else { continue };
        let Some(spot) = dossier.place_of(quotation).filter(|spot| article.is_furniture(spot.span)) else {
            continue;
        };
        found.push(Finding {
            check: CHECK.card.name,
            severity: CHECK.card.severity,
            message: "this quotation is page furniture: its source lists the line under `ignore`".to_owned(),
            at: words::mark(quotation.evidence.quote.at),
            seen: vec![words::labelled(spot, "listed under `ignore`")],
            help: "quote the article's own words, or take the line off the list".to_owned(),
        });
    }
}
