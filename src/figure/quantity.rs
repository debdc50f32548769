//! What amount does a number make with the currency, unit and second number around it.

use super::amount::Amount;
use super::compound::{change_left, compound};
use super::measure::{Dimension, METRE, Unit};
use super::money;
use super::token::Tokens;
use super::units;
use super::value::{Form, Number, tidy, trailing};
use super::words::numeric;

/// The amount whose number starts at token `i`.
pub(super) fn amount(t: &Tokens, i: usize, number: Number) -> Amount {
    let money = money::before(t, i);
    let start = money.map_or(i, |(_, start)| start);
    let (start, negative) = sign(t, start);
    let mut amount = Amount { start, digits: i, end: number.end, unit: None, parts: Vec::new(), number };
    if negative {
        amount.number.value = -amount.number.value;
        amount.number.other = amount.number.other.map(|other| -other);
    }
    if let Some((unit, _)) = money {
        scale_letter(t, &mut amount);
        let end = amount.end;
        give_unit(&mut amount, unit, end);
        compound(t, &mut amount);
        return amount;
    }
    measure(t, &mut amount);
    amount
}

/// A minus before token `start`: the sign's token, and whether there is one.
fn sign(t: &Tokens, start: usize) -> (usize, bool) {
    let Some(last) = start.checked_sub(1) else { return (start, false) };
    if t.any(last, &["minus", "negative"]) {
        return (last, true);
    }
    let free =
        last == 0 || (!t.glued(last) || matches!(t.mark(last - 1), Some('(' | '<' | '>' | '=' | '"' | '“')));
    match t.mark(last) {
        Some('−') if free => (last, true),
        // A blank after a hyphen makes it a dash, but not at the very start.
        Some('-') if free && (t.glued(start) || last == 0) => (last, true),
        _ => (start, false),
    }
}

/// Reads the unit after the number, and more of the number after the unit.
fn measure(t: &Tokens, amount: &mut Amount) {
    if million_or_metre(t, amount) {
        return;
    }
    let skip = if amount.number.form == Form::Fraction {
        ["of a", "of an", "a", "an"].iter().find_map(|words| t.phrase(amount.end, words)).unwrap_or(0)
    } else {
        0
    };
    let Some((unit, end)) = units::after(t, amount.end + skip) else { return };
    let second_of_order =
        amount.number.form == Form::Ordinal || (skip > 0 && unit.dimension == Dimension::Money);
    if second_of_order {
        return;
    }
    give_unit(amount, unit, end);
    late_magnitude(t, amount);
    compound(t, amount);
    change_left(t, amount);
    amount.end = adjective_end(t, amount.end);
}

fn give_unit(amount: &mut Amount, unit: Unit, end: usize) {
    amount.end = end;
    // "120 MEUR" are 120 million euros.
    let (unit, scale) = match unit.dimension {
        Dimension::Money if unit.factor > 1.0 => (Unit { factor: 1.0, ..unit }, unit.factor),
        _ => (unit, 1.0),
    };
    amount.number.value = tidy(amount.number.value * scale);
    amount.number.grain *= scale;
    amount.unit = Some(unit);
}

/// "m" after digits: metres, or a million of something. Tells whether it was either.
fn million_or_metre(t: &Tokens, amount: &mut Amount) -> bool {
    #[rustfmt::skip]
    const METRES: [&str; 22] = [
        "tall", "long", "wide", "high", "deep", "thick", "away", "from", "above", "below", "north", "south",
        "east", "west", "off", "x", "sprint", "race", "hurdles", "freestyle", "walk", "waves",
    ];
    let at = amount.end + usize::from(t.mark(amount.end) == Some('-'));
    if !t.is(at, "m") || t.digits(amount.end.wrapping_sub(1)).is_none() {
        return false;
    }
    let next = t.word(at + 1);
    let money = units::after(t, at + 1).is_some_and(|(unit, _)| unit.dimension == Dimension::Money);
    let thing = next.len() > 2 && !t.any(at + 1, &METRES) && !super::noun::stops(t, at + 1);
    if t.word(at) == "M" || money || thing {
        magnify(amount, 1e6, at + 1);
        measure(t, amount);
    } else {
        amount.end = at + 1;
        amount.unit = Some(METRE);
        compound(t, amount);
    }
    true
}

/// The letter that magnifies money: "$5m", "$2b", "$2.174T".
fn scale_letter(t: &Tokens, amount: &mut Amount) {
    let scale = match t.word(amount.end) {
        "m" | "M" | "mm" | "MM" => 1e6,
        "b" | "B" => 1e9,
        "t" | "T" => 1e12,
        _ => return,
    };
    if t.digits(amount.end.wrapping_sub(1)).is_some() {
        magnify(amount, scale, amount.end + 1);
    }
}

fn magnify(amount: &mut Amount, scale: f64, end: usize) {
    amount.end = end;
    let number = &mut amount.number;
    let value = tidy(number.value * scale);
    if value.is_finite() {
        number.grain = if number.grain < 1.0 { number.grain * scale } else { trailing(value.abs()) };
        (number.value, number.magnitude) = (value, number.magnitude * scale);
        number.other = number.other.map(|other| other * scale);
    }
}

/// "75 USD million".
fn late_magnitude(t: &Tokens, amount: &mut Amount) {
    let money = amount.unit.is_some_and(|unit| unit.dimension == Dimension::Money);
    if !money || amount.number.magnitude > 1.0 {
        return;
    }
    let scale = match numeric(t.word(amount.end)) {
        Some(super::words::Numeric::Scale(scale)) => scale,
        _ => return,
    };
    magnify(amount, scale, amount.end + 1);
}

/// The token after an adjective tied to a unit: "1,357-kilometer-long", "60 years old".
fn adjective_end(t: &Tokens, end: usize) -> usize {
    const ADJECTIVES: [&str; 9] = ["long", "wide", "tall", "high", "deep", "thick", "old", "strong", "olds"];
    let at = end + usize::from(t.mark(end) == Some('-') && t.glued(end));
    if t.any(at, &ADJECTIVES) { at + 1 } else { end }
}
