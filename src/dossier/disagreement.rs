//! How do the readings of one fact stand to each other?

use super::reading::{Reading, Value, of_value};
use crate::facts::Fact;
use crate::figure::{self, Agreement, Figure};

/// The gravest difference among the readings of a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disagreement {
    /// What sort of difference it is.
    pub verdict: Agreement,
    /// The quotations that differ, by number; the first is missing where the fact's own value is one side.
    pub between: (Option<usize>, usize),
    /// The two readings in words.
    pub words: (String, String),
}

/// Compares every reading with the fact's value and with every other; none if all say the same.
pub(super) fn of_fact(fact: &Fact, readings: &[Reading]) -> Option<Disagreement> {
    let own = of_value(fact);
    let mut sides: Vec<(Option<usize>, &Figure, &str)> = Vec::new();
    if let Some((figure, words)) = &own {
        sides.push((None, figure, words));
    }
    for reading in readings {
        if let Value::Figure(figure) = &reading.value {
            sides.push((Some(reading.quotation), figure, &reading.written));
        }
    }
    let mut gravest: Option<Disagreement> = None;
    for (nth, one) in sides.iter().enumerate() {
        for other in sides.iter().skip(nth + 1) {
            let verdict = figure::agreement(one.1, other.1);
            let graver = gravest.as_ref().map_or(0, |before| gravity(before.verdict)) < gravity(verdict);
            if let (true, Some(quotation)) = (graver, other.0) {
                let words = (one.2.to_owned(), other.2.to_owned());
                gravest = Some(Disagreement { verdict, between: (one.0, quotation), words });
            }
        }
    }
    gravest
}

/// How much a difference weighs; nothing where there is none, or nothing to compare.
const fn gravity(verdict: Agreement) -> u8 {
    match verdict {
        Agreement::Same | Agreement::NotComparable => 0,
        Agreement::Rounding => 1,
        Agreement::Qualifier => 2,
        Agreement::Overlap => 3,
        Agreement::Unit => 4,
        Agreement::Conflict => 5,
    }
}
