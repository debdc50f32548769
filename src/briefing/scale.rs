//! How do the values of a difference stand on one scale?

use super::view::{Dot, Scale, Tick};
use crate::figure::{Bound, Figure};

/// The scale and a dot for each figure; nothing is drawn unless two figures of one unit are there.
pub(super) fn draw(figures: &[Option<&Figure>]) -> (Option<Scale>, Vec<Option<Dot>>) {
    let none = || (None, vec![None; figures.len()]);
    let drawn: Vec<&Figure> = figures.iter().flatten().copied().collect();
    let unit = |figure: &Figure| figure.unit.map(|unit| unit.name);
    let one_unit = drawn.iter().all(|figure| unit(figure) == unit(drawn[0]) && figure.kind == drawn[0].kind);
    if drawn.len() < 2 || !one_unit {
        return none();
    }
    let values: Vec<f64> = drawn.iter().flat_map(|figure| ends(figure)).collect();
    let Some(range) = Range::around(&values) else { return none() };
    let dots = figures.iter().map(|figure| figure.map(|figure| dot(&range, figure))).collect();
    let unit = drawn.first().and_then(|figure| unit(figure)).unwrap_or_default();
    (Some(Scale { unit: unit.to_owned(), ticks: range.ticks() }), dots)
}

/// The numbers as written.
fn ends(figure: &Figure) -> impl Iterator<Item = f64> {
    std::iter::once(figure.written.value).chain(figure.upper.map(|upper| upper.value))
}

fn dot(range: &Range, figure: &Figure) -> Dot {
    let mut ends = ends(figure).map(|value| range.at(value));
    let at = ends.next().unwrap_or_default();
    let to = ends.next().unwrap_or(at);
    let bound = match figure.bound {
        _ if to != at => "between",
        Bound::Exact | Bound::Between => "stated",
        Bound::About => "about",
        Bound::MoreThan | Bound::AtLeast | Bound::JustOver | Bound::Plural => "more",
        Bound::UpTo | Bound::LessThan | Bound::Nearly => "less",
    };
    Dot { bound: bound.to_owned(), at, to }
}

/// Round numbers below and above all values, and the steps between.
struct Range {
    low: f64,
    step: f64,
    steps: u32,
}

impl Range {
    /// None where the values cannot be told apart on a scale.
    fn around(values: &[f64]) -> Option<Self> {
        let low = values.iter().copied().fold(f64::INFINITY, f64::min);
        let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let sound = low.is_finite() && high.is_finite() && high.abs().max(low.abs()) < 1e15;
        if !sound {
            return None;
        }
        let spread = if high > low { high - low } else { high.abs().max(1.0) / 6.0 };
        let step = rounded(spread.max(1e-9));
        let first = ((low - step / 4.0) / step).floor();
        let last = ((high + step / 4.0) / step).ceil();
        let first = if low >= 0.0 { first.max(0.0) } else { first };
        // Between two and six steps fit under a card's values.
        let steps = (1..=8).find(|steps| first + f64::from(*steps) >= last)?;
        Some(Self { low: first * step, step, steps })
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it is clamped to 0 to 1000 first"
    )]
    fn at(&self, value: f64) -> u32 {
        let part = (value - self.low) / (self.step * f64::from(self.steps));
        (part * 1000.0).round().clamp(0.0, 1000.0) as u32
    }

    fn ticks(&self) -> Vec<Tick> {
        let every = if self.steps > 4 { 2 } else { 1 };
        let labelled = (0..=self.steps).filter(|nth| nth % every == 0);
        labelled
            .map(|nth| {
                let value = self.step.mul_add(f64::from(nth), self.low);
                Tick { at: self.at(value), text: grouped(value) }
            })
            .collect()
    }
}

/// The largest step of 1, 2 or 5 times a power of ten of which the spread holds at least two.
fn rounded(spread: f64) -> f64 {
    let power = 10f64.powf((spread / 2.0).log10().floor());
    let step = [5.0, 2.0, 1.0].into_iter().find(|step| step * power <= spread / 2.0);
    step.unwrap_or(1.0) * power
}

/// `1,400`, `0.5`: at most three decimals, thousands parted.
fn grouped(value: f64) -> String {
    let text = format!("{value:.3}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    let (sign, text) = text.strip_prefix('-').map_or(("", text), |rest| ("−", rest));
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let mut out = String::from(sign);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    if !part.is_empty() {
        out.push('.');
        out.push_str(part);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ticks(values: &[f64]) -> Vec<String> {
        Range::around(values).unwrap().ticks().into_iter().map(|tick| tick.text).collect()
    }

    #[test]
    fn a_scale_has_round_ends() {
        assert_eq!(
            ticks(&[1357.0, 1400.0]),
            ["1,340", "1,360", "1,380", "1,400", "1,420"].map(str::to_owned)
        );
        assert_eq!(ticks(&[6000.0, 6000.0]), ["5,500", "6,000", "6,500"].map(str::to_owned));
        assert_eq!(grouped(-1_234_567.5), "−1,234,567.5");
        assert_eq!(grouped(0.0), "0");
    }

    #[test]
    fn every_value_lies_on_its_scale() {
        for values in [&[0.0, 1e12][..], &[-5.0, 5.0], &[0.1, 0.2], &[66.7, 70.0], &[1000.0, 1000.0, 1500.0]]
        {
            let range = Range::around(values).unwrap();
            let (low, high) = (range.low, range.step.mul_add(f64::from(range.steps), range.low));
            assert!(values.iter().all(|value| low <= *value && *value <= high), "{values:?} {low} {high}");
        }
    }
}
