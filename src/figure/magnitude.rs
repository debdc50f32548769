//! What does a spoken magnitude make of a number: 2.2 million, 5k, two thirds of a million.

use super::cardinal::skip_hyphen;
use super::token::Tokens;
use super::value::{Form, Number, tidy, trailing};
use super::words::{Numeric, abbreviation, numeric};

/// Multiplies by a magnitude that follows.
pub(super) fn magnified(t: &Tokens, number: Number) -> Number {
    let Some((scale, end)) = magnitude_after(t, number.end) else { return number };
    let form = if number.form == Form::Digits { Form::Cardinal } else { number.form };
    let other = number.other.map(|other| other * scale);
    let value = tidy(number.value * scale);
    if !value.is_finite() {
        return number;
    }
    let grain = if number.grain < 1.0 { number.grain * scale } else { trailing(value) };
    Number { value, grain, other, form, magnitude: number.magnitude * scale, end, parts: None }
}

/// The magnitude that follows at token `i`, with or without "of a", and the token after it.
pub(super) fn magnitude_after(t: &Tokens, i: usize) -> Option<(f64, usize)> {
    if t.word(i).is_empty() && t.mark(i) != Some('-') {
        return None;
    }
    let i = i + t
        .phrase(i, "of a")
        .or_else(|| t.phrase(i, "a"))
        .filter(|len| magnitude_at(t, i + len).is_some())
        .unwrap_or(0);
    let at = skip_hyphen(t, i);
    let after_digits = i > 0 && (t.digits(i - 1).is_some() || t.word(i).eq_ignore_ascii_case("bn"));
    let short = abbreviation(t.word(i)).filter(|_| after_digits);
    magnitude_at(t, at).map(|scale| (scale, at + 1)).or_else(|| short.map(|scale| (scale, i + 1)))
}

/// What the magnitude at token `i` is worth.
pub(super) fn magnitude_at(t: &Tokens, i: usize) -> Option<f64> {
    match numeric(t.word(i))? {
        Numeric::Hundred => Some(100.0),
        Numeric::Scale(scale) => Some(scale),
        Numeric::Group(12.0) => Some(12.0),
        _ => None,
    }
}
