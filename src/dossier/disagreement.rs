//! How do the readings of one fact stand to each other?

use super::reading::{Reading, Value, of_value};
use crate::facts::{Class, Fact};
use crate::figure::{self, Agreement, Figure};

/// A difference among the readings of a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disagreement {
    /// What sort of difference it is.
    pub verdict: Verdict,
    /// The quotations that differ, by number; the first is missing where the fact's own value is one side.
    pub between: (Option<usize>, usize),
    /// The two readings in words.
    pub words: (String, String),
    /// The discrepancy that answers for it.
    pub answer: Option<usize>,
}

/// What sort of difference the engine can find by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// One figure is the other, rounded.
    Rounding,
    /// The same figure, bounded differently.
    Qualifier,
    /// Different figures that can both be true.
    Overlap,
    /// The same number in different units.
    Unit,
    /// Figures that cannot both be true.
    Conflict,
    /// Days that cannot both be true.
    Date,
}

impl Verdict {
    /// The class of a discrepancy that tells it.
    #[must_use]
    pub const fn class(self) -> Class {
        match self {
            Self::Rounding => Class::Rounding,
            Self::Qualifier => Class::Qualifier,
            Self::Unit => Class::Unit,
            Self::Overlap | Self::Conflict => Class::Value,
            Self::Date => Class::Date,
        }
    }

    /// Whether a discrepancy of that class can answer for it: what is said of days answers for no figure, and what is
    /// said of figures for no day.
    #[must_use]
    pub const fn is_answered_by(self, class: Class) -> bool {
        match self {
            Self::Date => !matches!(class, Class::Value | Class::Rounding | Class::Qualifier | Class::Unit),
            _ => !matches!(class, Class::Date | Class::Order),
        }
    }

    /// Nothing where two figures say the same, or nothing that can be compared.
    const fn of(agreement: Agreement) -> Option<Self> {
        match agreement {
            Agreement::Same | Agreement::NotComparable => None,
            Agreement::Rounding => Some(Self::Rounding),
            Agreement::Qualifier => Some(Self::Qualifier),
            Agreement::Overlap => Some(Self::Overlap),
            Agreement::Unit => Some(Self::Unit),
            Agreement::Conflict => Some(Self::Conflict),
        }
    }
}

/// The gravest difference among figures: each is compared with the fact's value and with every other.
pub(super) fn of_figures(fact: &Fact, readings: &[Reading]) -> Option<Disagreement> {
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
            let Some(verdict) = Verdict::of(figure::agreement(one.1, other.1)) else { continue };
            let graver = gravest.as_ref().is_none_or(|before| before.verdict < verdict);
            if let (true, Some(quotation)) = (graver, other.0) {
                let words = (one.2.to_owned(), other.2.to_owned());
                gravest = Some(Disagreement { verdict, between: (one.0, quotation), words, answer: None });
            }
        }
    }
    gravest
}
