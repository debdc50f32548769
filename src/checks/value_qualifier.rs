//! Does the claim drop or turn a bound of its quotation?

use super::{Check, Found};
use super::claims::{self, Subject};
use crate::dossier::Dossier;
use crate::dossier::grounding::Fault;
use crate::finding::{Card, Severity};

pub(super) const CHECK: Check = Check { card: SUBJECT.card, run };

const SUBJECT: Subject = Subject {
    card: Card {
        name: "value-qualifier",
        severity: Severity::Error,
        summary: "a claim drops or turns a bound of its quotation: more than, up to, about",
        page: include_str!("value_qualifier.md"),
    },
    faults: &[
        (Fault::QualifierDropped, "the quotation bounds this number, the claim does not", Severity::Error),
        (Fault::QualifierChanged, "the quotation bounds this number otherwise", Severity::Error),
        (Fault::QualifierTurned, "the quotation bounds this number the other way", Severity::Error),
    ],
    help: "keep the quotation's own bound",
};

fn run(dossier: &Dossier, found: &mut Found) {
    claims::run(dossier, &SUBJECT, found);
}
