//! Does the claim give another date than its quotations?

use super::{Check, Found};
use super::claims::{self, Subject};
use crate::dossier::Dossier;
use crate::dossier::grounding::Fault;
use crate::finding::{Card, Severity};

pub(super) const CHECK: Check = Check { card: SUBJECT.card, run };

const SUBJECT: Subject = Subject {
    card: Card {
        name: "date-mismatch",
        severity: Severity::Error,
        summary: "a claim's date is not the one that its quotations say",
        page: include_str!("date_mismatch.md"),
    },
    faults: &[(Fault::DateMismatch, "the quotations say another date", Severity::Error)],
    help: "write the date of the quotation",
};

fn run(dossier: &Dossier, found: &mut Found) {
    claims::run(dossier, &SUBJECT, found);
}
