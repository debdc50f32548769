//! What is wrong with the facts: one flaw a file, and a page for each.

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use crate::dossier::Dossier;
use crate::finding::{Card, Coverage, Finding, Severity};

mod accept;
mod claims;
mod coverage;
mod prose;
mod words;

/// One check: what it is, and how it looks for its flaw.
struct Check {
    card: Card,
    run: fn(&Dossier, &mut Vec<Finding>),
}

/// Each check is a file of this folder and a page beside it; its name stands here once.
macro_rules! checks {
    ($($name:ident)*) => {
        $(mod $name;)*
        const ALL: &[Check] = &[$($name::CHECK),*];
    };
}

checks! {
    nothing_checked quote_not_found quote_ambiguous quote_context quote_case quote_cuts_word quote_clips_context
    quote_elision quote_of_furniture quote_of_headline quote_too_short quote_twice
    unknown_reference fact_unproved says_not_in_quote date_not_edtf markup_refused
    source_changed source_unlocked source_unstated source_unused
    value_absent value_qualifier value_rounded value_unit value_other_noun
    date_mismatch date_too_precise date_after_publication negation_differs
    name_absent attribution_lost prose_ungrounded prose_name
    undisclosed discrepancy_stale discrepancy_one_sided sum_differs order_contradicted
    hedge_differs shared_copy credibility_unconfirmed
}

/// What all checks said together.
#[derive(Debug, Clone, Default)]
pub struct Verdict {
    /// The findings that nobody accepted.
    pub findings: Vec<Finding>,
    /// What was counted.
    pub coverage: Coverage,
    /// The findings that the curator accepted: the check's code and the reason.
    pub accepted: Vec<(String, String)>,
}

impl Verdict {
    /// Whether a finding keeps the briefing from its readers.
    #[must_use]
    pub fn fails(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity == Severity::Error)
    }
}

/// Runs every check and silences what the curator accepted with a reason.
#[must_use]
pub fn run(dossier: &Dossier) -> Verdict {
    let each = |check: &Check| {
        let mut found = Vec::new();
        (check.run)(dossier, &mut found);
        found
    };
    let found: Vec<Vec<Finding>> = ALL.par_iter().map(each).collect();
    let found = found.into_iter().flatten().collect();
    let mut verdict = accept::apply(dossier, found);
    verdict.coverage = coverage::count(dossier, verdict.accepted.len());
    verdict
}

/// What is known of every check, in the order of running.
pub fn cards() -> impl Iterator<Item = &'static Card> {
    ALL.iter().map(|check| &check.card).chain(accept::CARDS)
}

/// The check of that code.
#[must_use]
pub fn card(code: &str) -> Option<&'static Card> {
    cards().find(|card| card.name == code)
}

/// The code that `word` is most likely meant to be.
#[must_use]
pub fn closest(word: &str) -> Option<&'static str> {
    words::closest(word, cards().map(|card| card.name))
}
