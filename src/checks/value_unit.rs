//! Does the claim give a number in another unit than its quotation?

use super::{Check, Found};
use super::claims::{self, Subject};
use crate::dossier::Dossier;
use crate::dossier::grounding::Fault;
use crate::finding::{Card, Severity};

pub(super) const CHECK: Check = Check { card: SUBJECT.card, run };

const SUBJECT: Subject = Subject {
    card: Card {
        name: "value-unit",
        severity: Severity::Error,
        summary: "a claim gives a number of its quotation in another unit",
        page: include_str!("value_unit.md"),
    },
    faults: &[(Fault::ValueUnit, "the quotation gives this number in another unit", Severity::Error)],
    help: "write the quotation's unit, or convert the number exactly",
};

fn run(dossier: &Dossier, found: &mut Found) {
    claims::run(dossier, &SUBJECT, found);
}
