//! What part of a whole do these words name: half, 1/4, two-thirds, three and a half.

use super::cardinal::{Cardinal, cardinal, skip_hyphen};
use super::magnitude::{magnified, magnitude_after, magnitude_at};
use super::measure::{Dimension, Unit};
use super::numeral;
use super::token::Tokens;
use super::units;
use super::value::{Form, Number, tidy};
use super::words::{Numeric, Plural, numeric};

/// "half", "half a million", "quarter million".
pub(super) fn half(t: &Tokens, i: usize) -> Option<Number> {
    let value = match numeric(t.word(i))? {
        Numeric::Half(Plural::No) if halves_something(t, i) => 0.5,
        Numeric::Quarter(Plural::No) if magnitude_after(t, i + 1).is_some() || measured(t, i + 1) => 0.25,
        _ => return None,
    };
    Some(magnified(t, fraction(value, i + 1)))
}

/// Whether "half" is a number here, not a time of a match or part of a name: "second half", "half-brother".
fn halves_something(t: &Tokens, i: usize) -> bool {
    const TIMES: &[&str] =
        &["first", "second", "latter", "top", "bottom", "other", "better", "opening", "final"];
    const AFTER: &[&str] = &["past", "time", "way"];
    let before = i.wrapping_sub(1);
    let hyphened =
        matches!(t.mark(i + 1), Some('-')) && magnitude_at(t, i + 2).is_none() && !measured(t, i + 1);
    !(t.any(before, TIMES) || t.any(i + 1, AFTER) || hyphened || (t.glued(i) && t.mark(before) == Some('-')))
}

/// Whether a measure follows at once: "quarter-litre".
fn measured(t: &Tokens, i: usize) -> bool {
    let timed = |unit: Unit| matches!(unit.dimension, Dimension::Duration | Dimension::Calendar);
    units::after(t, i).is_some_and(|(unit, _)| !timed(unit))
}

/// "1/4", "1 / 4", "2 1/2".
pub(super) fn slashed(t: &Tokens, i: usize) -> Option<Number> {
    let whole_part = t.digits(i)?;
    let skip = if matches!(t.mark(i + 1), Some('-')) { 2 } else { 1 };
    if let Some((top, bottom)) = over(t, i + skip)
        && top < bottom
        && whole_part.form == numeral::Form::Digits
    {
        return Some(magnified(t, fraction(whole_part.value + top / bottom, i + skip + 3)));
    }
    let (top, bottom) = over(t, i)?;
    Some(magnified(t, Number { parts: Some((top, bottom)), ..fraction(top / bottom, i + 3) }))
}

/// Digits, a slash and digits that make an everyday fraction; "9/11" and "24/7" do not.
fn over(t: &Tokens, i: usize) -> Option<(f64, f64)> {
    const BOTTOMS: [f64; 15] = [2., 3., 4., 5., 6., 7., 8., 9., 10., 12., 16., 32., 64., 100., 1000.];
    let (top, bottom) = (t.digits(i)?, t.digits(i + 2)?);
    let slash = matches!(t.mark(i + 1), Some('/' | '⁄')) && t.glued(i + 1) == t.glued(i + 2);
    let more = t.mark(i + 3) == Some('/') && t.digits(i + 4).is_some();
    let plain = top.form == numeral::Form::Digits && bottom.form == numeral::Form::Digits;
    let possible = BOTTOMS.contains(&bottom.value) || (32.0..=1000.0).contains(&bottom.value);
    let everyday = possible && top.value > 0.0 && top.value < bottom.value && bottom.width <= 4;
    (slash && plain && everyday && !more).then_some((top.value, bottom.value))
}

/// "two-thirds", "twenty and three fifths", "one hundred thirty-fifths".
pub(super) fn broken(t: &Tokens, i: usize, whole: &Cardinal) -> Option<Number> {
    if let Some(mixed) = mixed(t, whole.value, whole.end) {
        return Some(magnified(t, mixed));
    }
    let at = skip_hyphen(t, whole.end);
    let (below, plural, end) = bottom(t, at)?;
    let joined =
        whole.open_tens > 0.0 && whole.value > whole.open_tens && below < 10.0 && below.fract() == 0.0;
    let (rest, top, below) = if joined {
        (0.0, whole.value - whole.open_tens, whole.open_tens + below)
    } else if whole.after_and > 0.0 {
        (whole.value - whole.after_and, whole.after_and, below)
    } else {
        (0.0, whole.value, below)
    };
    if rest > 0.0 {
        return Some(magnified(t, added(t, rest, top / below, end)));
    }
    let hyphened = at > whole.end;
    let ordinal_place = i > 0 && t.is(i - 1, "the") && plural == Plural::No;
    let sound =
        plural == Plural::Yes || (top == 1.0 && !ordinal_place) || (hyphened && whole.open_tens == 0.0);
    let parts = Some((top, below));
    (sound && below >= 2.0).then(|| magnified(t, Number { parts, ..fraction(top / below, end) }))
}

/// How many tokens from `i` on say "and a half", perhaps tied by hyphens: "an hour-and-a-half".
pub(super) fn and_a_half(t: &Tokens, i: usize) -> Option<usize> {
    ["and a half", "- and - a - half", "and half"].iter().find_map(|words| t.phrase(i, words))
}

/// A fraction added with "and": "three and a half", "3 million and a half", "one billion and a half million".
pub(super) fn mixed(t: &Tokens, whole: f64, end: usize) -> Option<Number> {
    // "one-and-a-half-hour"
    if let Some(len) = t.phrase(end, "- and - a - half") {
        return Some(added(t, whole, 0.5, end + len));
    }
    t.is(end, "and").then_some(())?;
    let article = t.any(end + 1, &["a", "an"]);
    let (top, at) = if article {
        (1.0, end + 2)
    } else {
        let top = cardinal(t, end + 1).filter(|top| top.value < 100.0)?;
        (top.value, skip_hyphen(t, top.end))
    };
    let (below, plural, after) = bottom(t, at)?;
    (plural == Plural::Yes || top == 1.0).then(|| added(t, whole, top / below, after))
}

/// A fraction of the magnitude said with it, or else of that of the whole: a half million, or half a million more.
fn added(t: &Tokens, whole: f64, part: f64, end: usize) -> Number {
    let magnitude = trailing_magnitude(whole);
    let own = magnitude_after(t, end).filter(|(scale, _)| *scale < magnitude);
    let (worth, end) = own.unwrap_or((magnitude, end));
    fraction(tidy(whole + part * worth), end)
}

/// The greatest spoken magnitude that `whole` is made of whole: a million for 3,000,000.
fn trailing_magnitude(whole: f64) -> f64 {
    [1e12, 1e9, 1e6, 1e3].into_iter().find(|scale| whole >= *scale && whole % scale == 0.0).unwrap_or(1.0)
}

/// The bottom of a fraction at `i`, whether it is a plural, and the token after it.
pub(super) fn bottom(t: &Tokens, i: usize) -> Option<(f64, Plural, usize)> {
    match numeric(t.word(i))? {
        Numeric::Half(plural) => Some((2.0, plural, i + 1)),
        Numeric::Quarter(plural) => Some((4.0, plural, i + 1)),
        Numeric::Ordinal(value, plural) if value >= 3.0 => Some((value, plural, i + 1)),
        Numeric::Tens(tens) => match numeric(t.word(skip_hyphen(t, i + 1)))? {
            Numeric::Ordinal(unit, plural) if unit < 10.0 => {
                Some((tens + unit, plural, skip_hyphen(t, i + 1) + 1))
            }
            _ => None,
        },
        _ => None,
    }
}

pub(super) fn fraction(value: f64, end: usize) -> Number {
    Number { value, grain: 0.0, other: None, form: Form::Fraction, magnitude: 1.0, end, parts: None }
}
