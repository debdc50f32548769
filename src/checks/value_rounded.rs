//! Does the claim round a figure without saying so?

use super::{Check, Found};
use super::claims::{self, Subject};
use crate::dossier::Dossier;
use crate::dossier::grounding::Fault;
use crate::finding::{Card, Severity};

pub(super) const CHECK: Check = Check { card: SUBJECT.card, run };

const SUBJECT: Subject = Subject {
    card: Card {
        name: "value-rounded",
        severity: Severity::Warning,
        summary: "a claim gives a rounded figure as if it were exact",
        page: include_str!("value_rounded.md"),
    },
    faults: &[(Fault::RoundedBare, "the quotation gives a more exact number", Severity::Warning)],
    help: "write the quotation's number, or say that yours is rounded: about, some, nearly",
};

fn run(dossier: &Dossier, found: &mut Found) {
    claims::run(dossier, &SUBJECT, found);
}
