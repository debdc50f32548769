//! What does a claim say that none of its quotations bears out?

use super::grounding::{Claim, Fault, Flaw, Quoted, ground};
use super::{Dossier, Quotation, dating};
use crate::facts::{Dated, Entry, Fact};
use crate::span::Span;

/// Something that the claim says and no quotation bears out, beside the quotation that comes nearest.
#[derive(Debug, Clone, PartialEq)]
pub struct Unproved {
    /// What is wrong, at its mildest.
    pub fault: Fault,
    /// Where in the claim; nothing if it is the fact's date.
    pub claim: Option<Span>,
    /// The nearest quotation, by its place among the fact's evidence.
    pub nth: usize,
    /// Where in that quotation stands what it says instead.
    pub quotation: Option<Span>,
}

/// What all supporting quotations leave unproved: a flaw that one of them has and another has not is none.
pub(super) fn unproved(dossier: &Dossier, entry: &Entry<Fact>, quotations: &[Quotation]) -> Vec<Unproved> {
    let fact = &entry.value;
    let date = match &fact.date {
        Some(Dated { edtf: Ok(edtf), .. }) => Some(edtf),
        _ => None,
    };
    let claim = Claim { text: &fact.claim.value, date };
    let supporting =
        quotations.iter().enumerate().filter(|(_, one)| one.supports() && one.stands().is_some());
    let mut left: Option<Vec<Unproved>> = None;
    for (nth, quotation) in supporting {
        let published = dating::published_of(dossier, quotation);
        let quoted = Quoted { text: &quotation.evidence.quote.value, published };
        let flaws = ground(&quoted, &claim);
        left = Some(match left {
            None => flaws.iter().map(|flaw| unproved_by(flaw, nth)).collect(),
            Some(left) => left.into_iter().filter_map(|before| still(before, &flaws, nth)).collect(),
        });
    }
    left.unwrap_or_default()
}

const fn unproved_by(flaw: &Flaw, nth: usize) -> Unproved {
    Unproved { fault: flaw.fault, claim: flaw.claim, nth, quotation: flaw.quotation }
}

/// What is left of a flaw beside those of another quotation: nothing if that one does not have it, else the milder.
fn still(before: Unproved, flaws: &[Flaw], nth: usize) -> Option<Unproved> {
    let same = |flaw: &&Flaw| flaw.claim == before.claim && subject(flaw.fault) == subject(before.fault);
    let mildest = flaws.iter().filter(same).min_by_key(|flaw| flaw.fault)?;
    if mildest.fault < before.fault { Some(unproved_by(mildest, nth)) } else { Some(before) }
}

/// What a fault is about: flaws of one subject at one place are one flaw.
const fn subject(fault: Fault) -> u8 {
    match fault {
        Fault::DateAbsent | Fault::DateMismatch | Fault::DateTooPrecise => 1,
        Fault::NegationDropped | Fault::NegationAdded => 2,
        Fault::TooLong => 3,
        _ => 0,
    }
}
