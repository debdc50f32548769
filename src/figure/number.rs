//! What number starts here, whole or broken: 1.5 million, two-thirds, three and a half, one in three, dozens.

use super::cardinal::{Cardinal, cardinal, skip_hyphen};
use super::fraction::{and_a_half, bottom, broken, fraction, half, mixed, slashed};
use super::magnitude::{magnified, magnitude_at};
use super::measure::{Dimension, Unit};
use super::numeral::{self, ten_to_minus};
use super::token::Tokens;
use super::units;
use super::value::{Form, Number, simple, tidy};
use super::words::{Numeric, Plural, numeric, plural};

/// Reads the number that starts at token `i`.
pub(super) fn number(t: &Tokens, i: usize) -> Option<Number> {
    few(t, i)
        .or_else(|| plurals(t, i))
        .or_else(|| half(t, i))
        .or_else(|| slashed(t, i))
        .or_else(|| worded(t, i))
        .or_else(|| ordinal_alone(t, i))
}

/// "a few", "several", "a couple", "a pair", "a single", "a mile": words that say how many without a number.
fn few(t: &Tokens, i: usize) -> Option<Number> {
    const FEW: [(&str, f64); 9] = [
        ("a couple of", 2.0),
        ("a couple", 2.0),
        ("couple of", 2.0),
        ("a pair of", 2.0),
        ("a pair", 2.0),
        ("a few", 3.0),
        ("few", 3.0),
        ("several", 3.0),
        ("single", 1.0),
    ];
    if t.word(i).is_empty() {
        return None;
    }
    if let Some((value, len)) = FEW.iter().find_map(|(words, value)| Some((*value, t.phrase(i, words)?))) {
        return magnitude_at(t, i + len).is_none().then(|| simple(value, Form::Few, i + len));
    }
    t.any(i, &["a", "an"]).then_some(())?;
    let (unit, end) = units::after(t, i + 1)?;
    if and_a_half(t, end).is_some() || and_less(t, unit, end) {
        return Some(simple(1.0, Form::Cardinal, i + 1));
    }
    let tangible =
        matches!(unit.dimension, Dimension::Length | Dimension::Area | Dimension::Volume | Dimension::Mass);
    (tangible && !t.word(i + 1).is_empty()).then(|| simple(1.0, Form::Few, end))
}

/// "an hour *and thirty minutes*": less than the unit itself goes on from `end`.
fn and_less(t: &Tokens, unit: Unit, end: usize) -> bool {
    let more = cardinal(t, end + 1).filter(|_| t.is(end, "and"));
    let part = more.and_then(|more| Some((more.value, units::after(t, more.end)?.0)));
    part.is_some_and(|(count, part)| {
        part.dimension == unit.dimension
            && unit.dimension == Dimension::Duration
            && count * part.factor < unit.factor
    })
}

/// "dozens", "tens of thousands", "several hundred": at least as many as the plural needs.
fn plurals(t: &Tokens, i: usize) -> Option<Number> {
    if t.word(i).is_empty() {
        return None;
    }
    let several = t.phrase(i, "several").or_else(|| t.phrase(i, "a few")).or_else(|| t.phrase(i, "many"));
    if let Some(scale) = several.and_then(|len| magnitude_at(t, i + len).map(|worth| (worth, i + len + 1))) {
        return Some(simple(scale.0 * 2.0, Form::Plural, scale.1));
    }
    let mut least = plural(t.word(i))?;
    let mut end = i + 1;
    while let Some(of) = plural(t.word(end + 1)).filter(|_| t.is(end, "of")) {
        (least, end) = (least * of / 2.0, end + 2);
        if !least.is_finite() {
            return None;
        }
    }
    // "scores" is a verb and "tens" a rank unless something is counted.
    let needs_of = t.is(i, "scores") || (t.is(i, "tens") && end == i + 1);
    (!needs_of || t.is(end, "of")).then(|| simple(least, Form::Plural, end))
}

/// A number that starts with a cardinal, in words or digits, and whatever breaks or magnifies it.
fn worded(t: &Tokens, i: usize) -> Option<Number> {
    let article = usize::from(t.any(i, &["a", "an"]));
    if article == 1 {
        return articled(t, i);
    }
    let whole = cardinal(t, i)?;
    broken(t, i, &whole)
        .or_else(|| joined_ordinal(t, i, &whole))
        .or_else(|| Some(magnified(t, pointed(t, i, &whole))))
}

/// "a hundred", "a dozen", "a third of".
fn articled(t: &Tokens, i: usize) -> Option<Number> {
    if magnitude_at(t, i + 1).is_some() {
        let whole = cardinal(t, i + 1)?;
        let mixed = mixed(t, whole.value, whole.end);
        return Some(magnified(t, mixed.unwrap_or_else(|| simple(whole.value, Form::Cardinal, whole.end))));
    }
    let (bottom, _, end) = bottom(t, i + 1)?;
    // "a fifteenth-century tower", "a third-party app": a place in an order and no part.
    let order = t.mark(end) == Some('-')
        && t.glued(end)
        && magnitude_at(t, end + 1).is_none()
        && matches!(numeric(t.word(end - 1)), Some(Numeric::Ordinal(..)));
    let whole_word = !order
        && (end == t.len() || t.is(end, "of") || magnitude_at(t, end).is_some() || t.mark(end).is_some());
    let certain = matches!(numeric(t.word(i + 1)), Some(Numeric::Half(_)));
    (certain || whole_word).then(|| magnified(t, fraction(1.0 / bottom, end)))
}

/// An ordinal that a cardinal leads up to: "twenty-first", "one hundred twenty fifth".
fn joined_ordinal(t: &Tokens, i: usize, whole: &Cardinal) -> Option<Number> {
    let and = whole.room > 1.0 && t.is(whole.end, "and");
    let at = skip_hyphen(t, whole.end) + usize::from(and);
    let Numeric::Ordinal(value, Plural::No) = numeric(t.word(at))? else { return None };
    let fits = (whole.open_tens > 0.0 && value < 10.0) || (whole.room > 1.0 && value < whole.room);
    let multiplied = value >= 100.0 && !and;
    if t.digits(i).is_some() || !(fits || multiplied) {
        return None;
    }
    let value = if fits { whole.value + value } else { whole.value * value };
    value.is_finite().then(|| simple(value, Form::Ordinal, at + 1))
}

/// "first", "trillionth".
fn ordinal_alone(t: &Tokens, i: usize) -> Option<Number> {
    match numeric(t.word(i))? {
        Numeric::Ordinal(value, Plural::No) => Some(simple(value, Form::Ordinal, i + 1)),
        _ => None,
    }
}

/// Adds the digits after a spoken point: "one point three", "naught point zero five".
fn pointed(t: &Tokens, i: usize, whole: &Cardinal) -> Number {
    let plain = plain(t, i, whole);
    if !t.is(whole.end, "point") {
        return plain;
    }
    let (mut value, mut places, mut end) = (plain.value, 0, whole.end + 1);
    if let Some(numeral) = t.digits(end).filter(|numeral| numeral.form != numeral::Form::Number) {
        places = usize::from(numeral.width);
        (value, end) = (value + numeral.value * ten_to_minus(places), end + 1);
    }
    while let Some(Numeric::Unit(digit)) = numeric(t.word(end)).filter(|_| places < 9) {
        places += 1;
        (value, end) = (value + digit * ten_to_minus(places), end + 1);
    }
    if places == 0 {
        return plain;
    }
    // Sums of tenths drift; the digits said are all there is.
    let value = tidy(value / ten_to_minus(places)) / (1.0 / ten_to_minus(places)).round();
    Number { value, grain: ten_to_minus(places), ..simple(value, Form::Cardinal, end) }
}

/// A whole number with the grain that its digits show.
fn plain(t: &Tokens, i: usize, whole: &Cardinal) -> Number {
    let number = simple(tidy(whole.value), Form::Cardinal, whole.end);
    let Some(numeral) = t.digits(i) else {
        let one = t.is(i, "one") && whole.end == i + 1;
        let form = if one {
            Form::One
        } else if whole.spoken {
            Form::Spoken
        } else {
            Form::Cardinal
        };
        let magnitude = if whole.value % whole.room == 0.0 { whole.room } else { 1.0 };
        return Number { form, magnitude, ..number };
    };
    let form = match numeral.form {
        numeral::Form::Series | numeral::Form::Zeros => Form::Label,
        numeral::Form::Digits if whole.end == i + 1 => Form::Digits,
        _ => Form::Cardinal,
    };
    let scale = if numeral.value == 0.0 { 1.0 } else { whole.value / numeral.value };
    let grain = if numeral.grain < 1.0 { numeral.grain * scale } else { number.grain };
    Number { grain, magnitude: scale, other: numeral.other.map(|other| other * scale), form, ..number }
}
