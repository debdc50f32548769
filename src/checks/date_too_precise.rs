//! Is the claim's date more exact than its quotations?

use super::{Check, Found};
use super::claims::{self, Subject};
use crate::dossier::Dossier;
use crate::dossier::grounding::Fault;
use crate::finding::{Card, Severity};

pub(super) const CHECK: Check = Check { card: SUBJECT.card, run };

const SUBJECT: Subject = Subject {
    card: Card {
        name: "date-too-precise",
        severity: Severity::Warning,
        summary: "a claim's date is more exact than its quotations",
        page: include_str!("date_too_precise.md"),
    },
    faults: &[(Fault::DateTooPrecise, "the quotations are less exact about the date", Severity::Warning)],
    help: "write the month, the span (`a..b`) or the words of the quotation",
};

fn run(dossier: &Dossier, found: &mut Found) {
    claims::run(dossier, &SUBJECT, found);
}
