//! Is one number another one, rounded.

use super::support::Support;
use super::{Bound, Figure, Kind, Written};

/// Whether the claim's number is the source's, rounded the way that the claim's bound allows.
pub(super) fn rounded(claim: &Figure, evidence: &Figure, worth: f64) -> Option<Support> {
    let (mine, theirs) = (claim.written, evidence.written.value * worth);
    if claim.bound == Bound::Plural {
        // "hundreds" are two hundred or more, but nobody says so of two thousand.
        let fits = theirs >= mine.value && theirs < mine.value * 10.0 && evidence.low.is_some();
        return fits.then_some(Support::Rounded { bare: false });
    }
    if evidence.bound == Bound::Plural {
        return None;
    }
    let bare = claim.bound == Bound::Exact;
    if mine.grain == 0.0 || exact_part(evidence) && mine.grain > 0.0 {
        return part_rounded(claim, evidence, worth)
            .then_some(Support::Rounded { bare: bare && !exact_part(evidence) });
    }
    let grain = evidence.written.grain * worth;
    let converted = !exactly(worth);
    let far = (mine.value - theirs).abs() / theirs.abs();
    let near = is_round(theirs, mine, f64::round) && far < 0.1 && way(claim.bound, mine.value, theirs);
    // Whoever converts must round: to the source's own exactness, or so little that nobody is misled.
    if near && converted && (mine.grain <= grain * 1.000_001 || far <= 0.005) {
        return Some(Support::EqualAfterConversion);
    }
    let coarser = converted || mine.grain > grain;
    let below = matches!(claim.bound, Bound::MoreThan | Bound::AtLeast | Bound::JustOver)
        && is_round(theirs, mine, f64::floor)
        && far < 0.25;
    let above = matches!(claim.bound, Bound::Nearly | Bound::LessThan | Bound::UpTo)
        && is_round(theirs, mine, f64::ceil)
        && far < 0.25;
    (coarser && (near || below || above)).then_some(Support::Rounded { bare })
}

/// Whether a bounded claim lies on the right side of the source's number.
fn way(bound: Bound, mine: f64, theirs: f64) -> bool {
    match bound {
        Bound::MoreThan | Bound::JustOver | Bound::AtLeast => mine <= theirs,
        Bound::LessThan | Bound::Nearly | Bound::UpTo => mine >= theirs,
        _ => true,
    }
}

/// Whether `value`, brought to the last digit of `to`, is `to`.
fn is_round(value: f64, to: Written, by: fn(f64) -> f64) -> bool {
    // A float's dust must not decide between two digits.
    let steps = value / to.grain;
    let steps = if (steps - steps.round()).abs() < 1e-9 * steps.abs() { steps.round() } else { steps };
    (by(steps) * to.grain - to.value).abs() <= 1e-9 * to.value.abs()
}

/// A part of a whole told in words, which has no last digit.
fn exact_part(figure: &Figure) -> bool {
    matches!(figure.kind, Kind::Fraction | Kind::Ratio)
}

/// Whether a part of a whole is told as a rounded number, or such a number as a part: two-thirds and 66.7 %.
fn part_rounded(claim: &Figure, evidence: &Figure, worth: f64) -> bool {
    let (mine, theirs) = (claim.written.value, evidence.written.value * worth);
    let grain = if claim.written.grain > 0.0 { claim.written.grain } else { evidence.written.grain * worth };
    let close = (mine - theirs).abs() <= grain * 0.500_001 && grain < mine.abs() * 0.2;
    let hedged = claim.bound == Bound::About && (mine - theirs).abs() <= mine.abs() * 0.05;
    close || hedged
}

/// Whether the bound of a rounded claim keeps what the source's bound says.
pub(super) fn bounds_go(claim: &Figure, evidence: &Figure) -> bool {
    let hedge = matches!(
        claim.bound,
        Bound::About | Bound::Nearly | Bound::JustOver | Bound::MoreThan | Bound::AtLeast | Bound::Plural
    );
    match evidence.bound {
        Bound::Exact => hedge || matches!(claim.bound, Bound::Exact | Bound::LessThan | Bound::UpTo),
        Bound::About => claim.bound == Bound::About,
        Bound::MoreThan | Bound::AtLeast | Bound::JustOver => {
            matches!(claim.bound, Bound::MoreThan | Bound::AtLeast | Bound::Plural)
        }
        Bound::UpTo | Bound::LessThan | Bound::Nearly => matches!(claim.bound, Bound::UpTo | Bound::LessThan),
        Bound::Between | Bound::Plural => false,
    }
}

/// Whether a unit worth so many of another is that unit itself: nothing was converted.
pub(super) fn exactly(worth: f64) -> bool {
    (worth - 1.0).abs() < f64::EPSILON
}
