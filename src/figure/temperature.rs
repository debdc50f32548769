//! Do two temperatures on different scales tell the same warmth.

use super::measure::{Dimension, Unit};
use super::{Figure, Written};

/// `evidence` told on the scale of `claim`, if one is in Celsius and the other in Fahrenheit and they are as warm,
/// to the degree; its numbers are then the claim's.
pub(super) fn rescaled(claim: &Figure, evidence: &Figure) -> Option<Figure> {
    let (mine, theirs) = (claim.unit?, evidence.unit?);
    let convert = conversion(theirs, mine)?;
    let meets = |one: Written, other: Written| {
        let step = if one.grain > 0.0 { one.grain.min(1.0) } else { 1.0 };
        (one.value - convert(other.value)).abs() <= step * 0.500_001
    };
    let upper = match (claim.upper, evidence.upper) {
        (None, None) => true,
        (Some(one), Some(other)) => meets(one, other),
        _ => false,
    };
    if !upper || !meets(claim.written, evidence.written) {
        return None;
    }
    let same = |end: Option<f64>| {
        end.map(|end| match evidence.upper {
            _ if close(end, evidence.written.value) => claim.written.value,
            Some(top) if close(end, top.value) => claim.upper.map_or(end, |upper| upper.value),
            _ => convert(end),
        })
    };
    Some(Figure {
        low: same(evidence.low),
        high: same(evidence.high),
        written: claim.written,
        upper: claim.upper,
        unit: claim.unit,
        ..evidence.clone()
    })
}

/// How a temperature in `from` is told in `to`.
fn conversion(from: Unit, to: Unit) -> Option<fn(f64) -> f64> {
    let warmth = from.dimension == Dimension::Temperature && to.dimension == Dimension::Temperature;
    match (from.name, to.name) {
        _ if !warmth => None,
        ("°F", "°C") => Some(|degrees| (degrees - 32.0) / 1.8),
        ("°C", "°F") => Some(|degrees| degrees * 1.8 + 32.0),
        _ => None,
    }
}

fn close(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9 * one.abs().max(1.0)
}
