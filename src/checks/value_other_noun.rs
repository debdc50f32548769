//! Does the claim count something else than its quotation?

use super::{Check, Found};
use super::claims::{self, Subject};
use crate::dossier::Dossier;
use crate::dossier::grounding::Fault;
use crate::finding::{Card, Severity};

pub(super) const CHECK: Check = Check { card: SUBJECT.card, run };

const SUBJECT: Subject = Subject {
    card: Card {
        name: "value-other-noun",
        severity: Severity::Error,
        summary: "a claim gives a number of its quotation to something else",
        page: include_str!("value_other_noun.md"),
    },
    faults: &[(Fault::ValueOtherNoun, "the quotation counts something else", Severity::Error)],
    help: "count what the quotation counts, or add the quotation that counts this",
};

fn run(dossier: &Dossier, found: &mut Found) {
    claims::run(dossier, &SUBJECT, found);
}
