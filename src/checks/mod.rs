//! What is wrong with the facts: one flaw a file, and a page for each.

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use crate::dossier::Dossier;
use crate::finding::{Card, Coverage, Finding, Severity};

mod accept;
mod claims;
mod coverage;
mod found;
mod prose;
mod readings;
mod silence;
mod words;

use found::Found;

/// One check: what it is, and how it looks for its flaw.
struct Check {
    card: Card,
    run: fn(&Dossier, &mut Found),
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
    /// The findings that nobody accepted; of very many alike the first, the rest are counted in `coverage.untold`.
    pub findings: Vec<Finding>,
    /// What was counted.
    pub coverage: Coverage,
    /// Why findings were accepted: each check's code and reason once.
    pub accepted: Vec<(String, String)>,
}

impl Verdict {
    /// Whether a finding keeps the briefing from its readers.
    #[must_use]
    pub fn fails(&self) -> bool {
        self.holds(Severity::Error)
    }

    /// Whether there is a finding of this weight.
    #[must_use]
    pub fn holds(&self, severity: Severity) -> bool {
        let untold = || self.coverage.untold.keys().any(|(_, weight)| *weight == severity);
        self.findings.iter().any(|finding| finding.severity == severity) || untold()
    }

    /// Keeps the findings of the checks and weights that `wanted` takes.
    pub fn retain(&mut self, wanted: impl Fn(&str, Severity) -> bool) {
        self.findings.retain(|finding| wanted(finding.check, finding.severity));
        self.coverage.untold.retain(|(check, severity), _| wanted(check, *severity));
    }
}

/// Runs every check and silences what the curator accepted with a reason.
#[must_use]
pub fn run(dossier: &Dossier) -> Verdict {
    let each = |check: &Check| {
        let mut found = Found::nothing(dossier);
        (check.run)(dossier, &mut found);
        found
    };
    let all: Vec<Found> = ALL.par_iter().map(each).collect();
    let mut found = Found::nothing(dossier);
    all.into_iter().for_each(|one| found.join(one));
    let used = std::mem::take(&mut found.used);
    accept::look(dossier, &used, &mut found);
    let reasons = found.reasons.iter().map(|(check, because)| ((*check).to_owned(), (*because).to_owned()));
    Verdict { accepted: reasons.collect(), coverage: coverage::count(dossier, &found), findings: found.told }
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
