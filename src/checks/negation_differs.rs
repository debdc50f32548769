//! Does the claim deny what its quotations say, or the other way round?

use super::{Check, Found};
use super::claims::{self, Subject};
use crate::dossier::Dossier;
use crate::dossier::grounding::Fault;
use crate::finding::{Card, Severity};

pub(super) const CHECK: Check = Check { card: SUBJECT.card, run };

const SUBJECT: Subject = Subject {
    card: Card {
        name: "negation-differs",
        severity: Severity::Error,
        summary: "a claim says what its quotations deny, or denies what they say",
        page: include_str!("negation_differs.md"),
    },
    faults: &[
        (Fault::NegationDropped, "the quotations deny this", Severity::Error),
        (Fault::NegationAdded, "the claim denies what the quotations say", Severity::Error),
    ],
    help: "keep the quotation's own `not`, or quote the words that say so",
};

fn run(dossier: &Dossier, found: &mut Found) {
    claims::run(dossier, &SUBJECT, found);
}
