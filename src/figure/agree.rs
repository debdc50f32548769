//! Do two sources' figures agree.

use super::compare::{self, support};
use super::kin;
use super::support::Support;
use super::{Bound, Figure, Kind};

/// How two readings of one quantity stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Agreement {
    /// They say the same, in whatever spelling or unit.
    Same,
    /// One is the other, rounded.
    Rounding,
    /// The same number, bounded differently.
    Qualifier,
    /// Different numbers that can both be true.
    Overlap,
    /// They cannot both be true.
    Conflict,
    /// The same number in different units.
    Unit,
    /// They count different things.
    NotComparable,
}

impl Agreement {
    /// The name used in outputs.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Rounding => "rounding",
            Self::Qualifier => "qualifier",
            Self::Overlap => "overlap",
            Self::Conflict => "conflict",
            Self::Unit => "unit",
            Self::NotComparable => "not-comparable",
        }
    }
}

/// Compares two readings; the order doesn't matter.
#[must_use]
pub fn agreement(one: &Figure, other: &Figure) -> Agreement {
    if !one.kind.is_amount() || !other.kind.is_amount() {
        return labels_agree(one, other);
    }
    if one.kind == Kind::Count && kin::foreign(one.noun.as_ref(), other.noun.as_ref()) {
        return Agreement::NotComparable;
    }
    let Some(worth) = compare::conversion(other, one) else {
        return unconverted(one, other);
    };
    let supports = [support(one, other), support(other, one)];
    let any = |wanted: fn(&Support) -> bool| supports.iter().any(wanted);
    if supports.contains(&Support::Unit) {
        return Agreement::Unit;
    }
    if compare::numbers_equal(one, other, worth) {
        return if one.bound == other.bound { Agreement::Same } else { Agreement::Qualifier };
    }
    if any(|support| *support == Support::EqualAfterConversion) && one.bound == other.bound {
        return Agreement::Same;
    }
    let plural = one.bound == Bound::Plural || other.bound == Bound::Plural;
    if !plural && any(|support| matches!(support, Support::Rounded { .. })) {
        return Agreement::Rounding;
    }
    if meet(one, other, worth) { Agreement::Overlap } else { Agreement::Conflict }
}

/// What is said of two figures whose units have no common measure: warmth on two scales may be the same all the same.
fn unconverted(one: &Figure, other: &Figure) -> Agreement {
    let warmth = [support(one, other), support(other, one)].contains(&Support::EqualAfterConversion);
    match (warmth, one.bound == other.bound) {
        (true, true) => Agreement::Same,
        (true, false) => Agreement::Qualifier,
        _ if compare::equal(one.written, other.written, 1.0) => Agreement::Unit,
        _ => Agreement::NotComparable,
    }
}

/// Two labels agree if they are the same; a label and an amount have nothing to say to each other.
fn labels_agree(one: &Figure, other: &Figure) -> Agreement {
    if one.kind != other.kind || one.kind == Kind::Vague {
        return Agreement::NotComparable;
    }
    if compare::equal(one.written, other.written, 1.0) && one.parts == other.parts {
        Agreement::Same
    } else {
        Agreement::Conflict
    }
}

/// Whether a value exists that both can mean.
fn meet(one: &Figure, other: &Figure, worth: f64) -> bool {
    let below = |low: Option<f64>, high: Option<f64>, open: bool| match (low, high) {
        (Some(low), Some(high)) if (low - high).abs() <= 1e-9 * high.abs() => !open,
        (Some(low), Some(high)) => low < high,
        _ => true,
    };
    let scaled = |end: Option<f64>| end.map(|end| end * worth);
    below(one.low, scaled(other.high), one.low_open || other.high_open)
        && below(scaled(other.low), one.high, other.low_open || one.high_open)
}
