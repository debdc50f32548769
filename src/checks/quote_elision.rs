//! Do the words that the quoter left out hide a negation, a number or a name?

use super::{Check, Found, words};
use crate::dossier::Dossier;
use crate::finding::{Card, Finding, Severity};
use crate::text::Flag;

pub(super) const CHECK: Check = Check {
    card: Card {
        name: "elision-hides",
        severity: Severity::Warning,
        summary: "the words left out of a quotation hold a negation, a number or a name",
        page: include_str!("quote_elision.md"),
    },
    run,
};

fn run(dossier: &Dossier, found: &mut Found) {
    for quotation in &dossier.quotations {
        for flag in quotation.located.iter().flat_map(|located| &located.flags) {
            let Flag::ElisionRemoves(clip) = flag else { continue };
            let spot = words::in_article(dossier, quotation, clip.at);
            found.push(Finding {
                check: CHECK.card.name,
                severity: CHECK.card.severity,
                message: format!("the words left out of this quotation hold `{}`", clip.word),
                at: words::mark(quotation.evidence.quote.at),
                seen: vec![words::labelled(spot, "left out")],
                help: "quote these words, too, or accept it with the reason why the sense stays".to_owned(),
            });
        }
    }
}
