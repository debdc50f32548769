//! Does a figure of the claim stand in none of its quotations?

use super::{Check, Found};
use super::claims::{self, Subject};
use crate::dossier::Dossier;
use crate::dossier::grounding::Fault;
use crate::finding::{Card, Severity};

pub(super) const CHECK: Check = Check { card: SUBJECT.card, run };

const SUBJECT: Subject = Subject {
    card: Card {
        name: "value-absent",
        severity: Severity::Error,
        summary: "a figure, year or other number of a claim stands in none of its quotations",
        page: include_str!("value_absent.md"),
    },
    faults: &[
        (Fault::ValueAbsent, "no quotation of this fact gives this number", Severity::Error),
        (Fault::LabelAbsent, "no quotation of this fact bears this number", Severity::Error),
        (Fault::TooLong, "the claim or its quotation is too long to be compared", Severity::Error),
    ],
    help: "write the number of the quotation, or add the quotation that gives it",
};

fn run(dossier: &Dossier, found: &mut Found) {
    claims::run(dossier, &SUBJECT, found);
}
