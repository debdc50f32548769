//! Does a word that changes the sense stand right outside the quotation?

use super::{Check, Found, words};
use crate::dossier::{Dossier, Home, Quotation};
use crate::finding::{Card, Finding, Severity};
use crate::text::{Clip, Flag};

pub(super) const CHECK: Check = Check {
    card: Card {
        name: "quote-clips-context",
        severity: Severity::Warning,
        summary: "a negation, hedge or bound stands right outside a quotation",
        page: include_str!("quote_clips_context.md"),
    },
    run,
};

fn run(dossier: &Dossier, found: &mut Found) {
    for quotation in &dossier.quotations {
        for flag in quotation.located.iter().flat_map(|located| &located.flags) {
            let (Flag::CutAfter(clip) | Flag::CutBefore(clip)) = flag else { continue };
            let side = if matches!(flag, Flag::CutAfter(_)) { "before" } else { "after" };
            let asserted = asserts_unclipped(dossier, quotation, clip);
            let spot = words::in_article(dossier, quotation, clip.at);
            found.push(Finding {
                check: CHECK.card.name,
                severity: if asserted { Severity::Error } else { Severity::Warning },
                message: format!("`{}` stands right {side} these words in the article", clip.word),
                at: words::mark(quotation.evidence.quote.at),
                seen: vec![words::labelled(spot, "left out")],
                help: format!(
                    "quote from `{}` on, or accept it with the reason why the sense stays",
                    clip.word
                ),
            });
        }
    }
}

/// Whether the claim says flatly what the article says with the clipped word.
fn asserts_unclipped(dossier: &Dossier, quotation: &Quotation, clip: &Clip) -> bool {
    let Home::Fact(fact) = quotation.home else { return false };
    let claim = dossier.fact(fact).value.claim.value.to_lowercase();
    let kept = clip
        .word
        .split_whitespace()
        .any(|word| claim.split(|c: char| !c.is_alphanumeric()).any(|own| own == word));
    !kept && is_negation(&clip.word)
}

fn is_negation(word: &str) -> bool {
    const NEGATIONS: [&str; 14] = [
        "not", "no", "never", "none", "nor", "neither", "without", "cannot", "denied", "denies", "deny",
        "refused", "rejected", "n't",
    ];
    word.split_whitespace()
        .any(|part| NEGATIONS.contains(&part) || part.ends_with("n't") || part.ends_with("n’t"))
}
