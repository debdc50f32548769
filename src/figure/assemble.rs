//! What figure do an amount and the words around it make: its bounds, its noun, its interval.

use super::age::{self, Age};
use super::amount::Amount;
use super::bounds;
use super::measure::Dimension;
use super::noun;
use super::token::Tokens;
use super::value::Form;
use super::{Bound, Figure, Kind, Written};

/// Puts an amount, or the two ends of a range, together with its bounds and its noun.
pub(super) fn figure(t: &Tokens, first: &Amount, second: Option<&Amount>) -> Figure {
    let last = second.unwrap_or(first);
    let unit = first.unit.or(last.unit);
    let (amount_end, number_end) = (last.end, last.number.end);
    let kind = kind(first, unit.map(|unit| unit.dimension));
    let close = bounds::after(t, amount_end);
    let noun_from = close.map_or(amount_end, |(_, end)| end);
    let noun = if kind == Kind::Count { noun::after(t, noun_from) } else { None };
    let outer = noun.as_ref().map_or(amount_end, |(_, end)| *end);
    let before = opening(t, first, kind, second.is_some());
    let after = close.or_else(|| bounds::after(t, outer).filter(|(_, end)| *end > outer));
    let start = before.map_or(first.start, |(_, start)| start);
    let end = after.map_or(amount_end, |(_, end)| end);
    let bound = match (before.map(|(bound, _)| bound).filter(|bound| *bound != Bound::Exact), after) {
        (Some(bound), _) => bound,
        (None, Some((bound, _))) => bound,
        (None, None) if first.number.form == Form::Plural => Bound::Plural,
        (None, None) => Bound::Exact,
    };
    let upper = second.map(written);
    let age = age::age(t, first, last, counts_many(noun.as_ref()));
    let parts = first.parts.iter().copied().chain(pair(first)).collect();
    let figure = Figure {
        span: t.span(start, end),
        number: t.span(first.digits, number_end),
        bound,
        written: written(first),
        upper,
        unit,
        noun: noun.map(|(noun, _)| noun),
        kind,
        age,
        parts,
        ..bare()
    };
    bounded(figure)
}

/// The bound before an amount, where it can be meant: "over three years" is mostly a time, not a bound.
fn opening(t: &Tokens, first: &Amount, kind: Kind, range: bool) -> Option<(Bound, usize)> {
    const LASTING: [&str; 16] = [
        "for", "of", "after", "lasting", "lasted", "took", "taken", "takes", "well", "aged", "is", "was",
        "be", "been", "by", "with",
    ];
    let from = first.start;
    if range && from > 0 && t.any(from - 1, &["between", "from"]) {
        let (bound, start) = bounds::before(t, from - 1)
            .filter(|(bound, _)| *bound == Bound::About)
            .unwrap_or((Bound::Exact, from - 1));
        return Some((bound, start));
    }
    let (bound, start) = bounds::before(t, from)?;
    let time = kind == Kind::Duration;
    let word = t.span(start, start + 1).of(t.text).to_ascii_lowercase();
    let in_the_course = time && word == "over" && start > 0 && !t.any(start - 1, &LASTING);
    let inside = word == "within" && kind != Kind::Length;
    (!in_the_course && !inside).then_some((bound, start))
}

/// Whether a noun that is surely one follows: in "a man of 37 killed five" none does.
fn counts_many(noun: Option<&(noun::Noun, usize)>) -> bool {
    noun.is_some_and(|(noun, _)| noun::is_plural(noun.head()))
}

fn pair(first: &Amount) -> impl Iterator<Item = f64> {
    first.number.parts.into_iter().flat_map(|(top, bottom)| [top, bottom])
}

fn written(amount: &Amount) -> Written {
    let number = &amount.number;
    Written { value: number.value, grain: number.grain, other: number.other }
}

fn kind(amount: &Amount, dimension: Option<Dimension>) -> Kind {
    match (dimension, amount.number.form) {
        (Some(Dimension::Money), _) => Kind::Money,
        (Some(Dimension::Percent), _) => Kind::Percent,
        (Some(Dimension::PercentagePoint), _) => Kind::PercentagePoint,
        (Some(Dimension::Length), _) => Kind::Length,
        (Some(Dimension::Area), _) => Kind::Area,
        (Some(Dimension::Volume), _) => Kind::Volume,
        (Some(Dimension::Mass), _) => Kind::Mass,
        (Some(Dimension::Duration | Dimension::Calendar), _) => Kind::Duration,
        (Some(Dimension::Speed), _) => Kind::Speed,
        (Some(Dimension::Temperature), _) => Kind::Temperature,
        (Some(Dimension::Angle | Dimension::Other), _) => Kind::Measure,
        (None, Form::Fraction) if amount.number.value.abs() <= 1.0 => Kind::Fraction,
        (None, Form::Ratio) => Kind::Ratio,
        (None, _) => Kind::Count,
    }
}

/// Fills in the interval that the bound makes of the written numbers.
fn bounded(mut figure: Figure) -> Figure {
    let value = figure.written.value;
    let top = figure.upper.map_or(value, |upper| upper.value);
    let slack = |value: f64| value.abs() / 10.0;
    if figure.upper.is_some() {
        figure.approx = matches!(figure.bound, Bound::About | Bound::Nearly | Bound::JustOver);
        let slack = |value: f64| if figure.approx { slack(value) } else { 0.0 };
        (figure.low, figure.high) = (Some(value - slack(value)), Some(top + slack(top)));
        figure.bound = Bound::Between;
        return figure;
    }
    figure.approx = matches!(figure.bound, Bound::About | Bound::Nearly | Bound::JustOver);
    (figure.low, figure.high) = match figure.bound {
        Bound::Exact | Bound::Between => (Some(value), Some(value)),
        Bound::About => (Some(value - slack(value)), Some(value + slack(value))),
        Bound::MoreThan | Bound::AtLeast | Bound::Plural => (Some(value), None),
        Bound::UpTo | Bound::LessThan => (None, Some(value)),
        Bound::Nearly => (Some(value - slack(value)), Some(value)),
        Bound::JustOver => (Some(value), Some(value + slack(value))),
    };
    figure.low_open = matches!(figure.bound, Bound::MoreThan | Bound::JustOver);
    figure.high_open = matches!(figure.bound, Bound::LessThan | Bound::Nearly);
    figure
}

pub(super) fn bare() -> Figure {
    Figure {
        span: crate::span::Span::default(),
        number: crate::span::Span::default(),
        low: None,
        high: None,
        low_open: false,
        high_open: false,
        approx: false,
        bound: Bound::Exact,
        written: Written { value: 0.0, grain: 1.0, other: None },
        upper: None,
        unit: None,
        noun: None,
        kind: Kind::Count,
        age: Age::No,
        parts: Vec::new(),
    }
}
