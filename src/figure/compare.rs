//! Does a source's figure bear out a claim's figure.

use super::age;
use super::kin;
use super::measure;
use super::rounding::{bounds_go, exactly, rounded};
use super::support::Support;
use super::temperature;
use super::{Bound, Figure, Kind, Written};

/// How the source's figure `evidence` bears out `claim`.
#[must_use]
pub fn support(claim: &Figure, evidence: &Figure) -> Support {
    if !claim.kind.is_amount() || !evidence.kind.is_amount() {
        return Support::Absent;
    }
    if let Some(evidence) = temperature::rescaled(claim, evidence) {
        return qualified(claim, &evidence, 1.0, Support::EqualAfterConversion);
    }
    let worth = conversion(evidence, claim).or_else(|| currency_named(claim, evidence));
    let found = match worth {
        Some(worth) => in_one_unit(claim, evidence, worth),
        None => Support::Absent,
    };
    if found == Support::Absent {
        let alike = equal(claim.written, evidence.written, 1.0) && worth != Some(1.0);
        return if alike { Support::Unit } else { Support::Absent };
    }
    if claim.kind == Kind::Count && kin::foreign(claim.noun.as_ref(), evidence.noun.as_ref()) {
        return Support::OtherNoun;
    }
    found
}

/// The figure among `evidence` that bears `claim` out best, and how.
#[must_use]
pub fn best<'f>(claim: &Figure, evidence: &'f [Figure]) -> (Support, Option<&'f Figure>) {
    let mut found = (Support::Absent, None);
    for figure in evidence {
        let support = support(claim, figure);
        if support < found.0 {
            found = (support, Some(figure));
        }
    }
    found
}

/// The worth of one currency in the other where the claim says more exactly which it is.
fn currency_named(claim: &Figure, evidence: &Figure) -> Option<f64> {
    let (mine, theirs) = (claim.unit?, evidence.unit?);
    measure::named_currency(mine, theirs).then(|| theirs.factor / mine.factor)
}

/// How many of `to`'s units one of `from`'s is worth; none if they measure different things.
pub(super) fn conversion(from: &Figure, to: &Figure) -> Option<f64> {
    let part = |figure: &Figure| {
        matches!(figure.kind, Kind::Fraction | Kind::Ratio | Kind::Count) && figure.unit.is_none()
    };
    let whole = |figure: &Figure| matches!(figure.kind, Kind::Fraction | Kind::Ratio);
    match (from.unit, to.unit) {
        (Some(from), Some(to)) => from.in_terms_of(to),
        (None, None) => Some(1.0),
        (None, Some(_)) if age::bare(from.kind, from.age) => {
            age::worth((from.age, from.unit), (to.age, to.unit))
        }
        (Some(_), None) if age::bare(to.kind, to.age) => age::worth((from.age, from.unit), (to.age, to.unit)),
        (None, Some(_)) if whole(from) && to.kind == Kind::Percent => Some(100.0),
        (Some(_), None) if from.kind == Kind::Percent && whole(to) && part(to) => Some(0.01),
        _ => None,
    }
}

/// Compares once `evidence`, whose unit is `worth` of the claim's, is told in the claim's unit.
fn in_one_unit(claim: &Figure, evidence: &Figure, worth: f64) -> Support {
    let equal = if exactly(worth) { Support::Equal } else { Support::EqualAfterConversion };
    if numbers_equal(claim, evidence, worth) {
        return qualified(claim, evidence, worth, equal);
    }
    if one_end(claim, evidence, worth) {
        return qualified(claim, evidence, worth, equal);
    }
    if claim.upper.is_some() || evidence.upper.is_some() {
        return Support::Absent;
    }
    match rounded(claim, evidence, worth) {
        Some(found) if bounds_go(claim, evidence) => found,
        Some(_) => {
            if claim.bound == Bound::Exact {
                Support::QualifierDropped
            } else {
                Support::QualifierTurned
            }
        }
        None => Support::Absent,
    }
}

/// Whether the written numbers are the same, both of them if there are two.
pub(super) fn numbers_equal(claim: &Figure, evidence: &Figure, worth: f64) -> bool {
    let upper = match (claim.upper, evidence.upper) {
        (None, None) => true,
        (Some(one), Some(other)) => equal(one, other, worth),
        _ => false,
    };
    upper
        && (equal(claim.written, evidence.written, worth))
        && (claim.bound == Bound::Plural) == (evidence.bound == Bound::Plural)
}

/// Whether the claim's one number is an end of the source's range, or the other way round.
fn one_end(claim: &Figure, evidence: &Figure, worth: f64) -> bool {
    match (claim.upper, evidence.upper) {
        (None, Some(upper)) => {
            equal(claim.written, evidence.written, worth) || equal(claim.written, upper, worth)
        }
        _ => false,
    }
}

/// Whether two written numbers are one, `other` being told in units `worth` of `one`'s.
pub(super) fn equal(one: Written, other: Written, worth: f64) -> bool {
    let same = |a: f64, b: f64| (a - b).abs() <= 1e-9 * a.abs().max(b.abs());
    let value = other.value * worth;
    same(one.value, value)
        || one.other.is_some_and(|one| same(one, value))
        || other.other.is_some_and(|other| same(one.value, other * worth))
}

/// The verdict on equal numbers: `equal` if the claim's interval holds all that the source's does.
fn qualified(claim: &Figure, evidence: &Figure, worth: f64, equal: Support) -> Support {
    if claim.bound == evidence.bound && claim.upper.is_some() == evidence.upper.is_some() {
        return equal;
    }
    if holds(claim, evidence, worth) {
        return equal;
    }
    if claim.bound == Bound::Exact { Support::QualifierDropped } else { Support::QualifierTurned }
}

/// Whether everything that `evidence` can mean, `claim` can mean too.
fn holds(claim: &Figure, evidence: &Figure, worth: f64) -> bool {
    let slack = |a: f64| 1e-9 * a.abs();
    let low = match (claim.low, evidence.low.map(|low| low * worth)) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some(mine), Some(theirs)) if (mine - theirs).abs() <= slack(mine) => {
            !claim.low_open || evidence.low_open
        }
        (Some(mine), Some(theirs)) => mine < theirs,
    };
    let high = match (claim.high, evidence.high.map(|high| high * worth)) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some(mine), Some(theirs)) if (mine - theirs).abs() <= slack(mine) => {
            !claim.high_open || evidence.high_open
        }
        (Some(mine), Some(theirs)) => mine > theirs,
    };
    low && high
}
