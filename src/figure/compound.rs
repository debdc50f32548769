//! Which smaller units go on with an amount: 5 feet 2 inches, 3 hours and 20 minutes, 20 dollars 43.

use super::amount::Amount;
use super::fraction::and_a_half;
use super::measure::{Dimension, Unit};
use super::number::number;
use super::numeral;
use super::token::Tokens;
use super::units;
use super::value::{Form, tidy};

/// Adds smaller units of the same kind: "5 feet 2 inches", "3 hours and 20 minutes", "20 dollars 43 cents".
pub(super) fn compound(t: &Tokens, amount: &mut Amount) {
    let Some(unit) = amount.unit else { return };
    if let Some(len) = and_a_half(t, amount.end).filter(|len| units::after(t, amount.end + len).is_none()) {
        amount.number.value += 0.5;
        amount.number.grain = 0.0;
        amount.end += len;
        return;
    }
    if feet_and_inches(t, amount) {
        return;
    }
    let (mut smallest, mut whole) = (unit, amount.number.value.fract() == 0.0);
    while whole {
        let joint = usize::from(t.mark(amount.end) == Some(',') || t.is(amount.end, "and"));
        let at = amount.end + joint;
        let Some(next) =
            number(t, at).filter(|next| matches!(next.form, Form::Digits | Form::Cardinal | Form::One))
        else {
            break;
        };
        let Some((part, end)) = units::after(t, next.end) else { break };
        let Some(worth) = part.in_terms_of(unit).filter(|_| part.dimension == unit.dimension) else { break };
        let fits = part.factor < smallest.factor && next.value * part.factor < smallest.factor;
        if !fits || next.value < 0.0 {
            break;
        }
        if amount.parts.is_empty() {
            amount.parts.push(amount.number.value);
        }
        amount.parts.push(next.value);
        amount.number.value += next.value * worth;
        amount.number.grain = worth;
        (smallest, amount.end, whole) = (part, end, next.value.fract() == 0.0);
    }
    if let Some(total) = smallest_total(amount, unit, smallest) {
        amount.parts.push(total);
    }
}

/// "a 6-foot-4 goalkeeper", "six-foot-four": the inches that are said without their name. Tells whether there are any.
fn feet_and_inches(t: &Tokens, amount: &mut Amount) -> bool {
    let feet = amount.unit.is_some_and(|unit| unit.name == "ft") && amount.number.value.fract() == 0.0;
    let tied = |at: usize| t.mark(at) == Some('-') && t.glued(at) && t.glued(at + 1);
    if !feet || !tied(amount.end) {
        return false;
    }
    let inches = number(t, amount.end + 1)
        .filter(|inches| matches!(inches.form, Form::Digits | Form::Cardinal | Form::One))
        .filter(|inches| (1.0..12.0).contains(&inches.value));
    let Some(inches) = inches else { return false };
    let end = match units::after(t, inches.end) {
        None if !tied(inches.end) => inches.end,
        Some((unit, end)) if unit.name == "in" => end,
        _ => return false,
    };
    let whole = amount.number.value;
    amount.parts.extend([whole, inches.value, whole * 12.0 + inches.value]);
    amount.number.value = whole + inches.value / 12.0;
    amount.number.grain = 1.0 / 12.0;
    amount.end = end;
    true
}

/// A compound told in its smallest unit: 62 for "5 feet 2 inches".
fn smallest_total(amount: &Amount, unit: Unit, smallest: Unit) -> Option<f64> {
    let worth = unit.in_terms_of(smallest)?;
    (!amount.parts.is_empty()).then(|| tidy(amount.number.value * worth))
}

/// The cents that are said without their name: "thirteen dollars forty-five".
pub(super) fn change_left(t: &Tokens, amount: &mut Amount) {
    let money = amount.unit.is_some_and(|unit| unit.dimension == Dimension::Money && unit.factor == 1.0);
    if !money
        || !amount.parts.is_empty()
        || amount.number.value.fract() != 0.0
        || amount.number.magnitude > 1.0
    {
        return;
    }
    let Some(cents) =
        number(t, amount.end).filter(|cents| matches!(cents.form, Form::Digits | Form::Cardinal))
    else {
        return;
    };
    let two_digits = (10.0..100.0).contains(&cents.value) && cents.value.fract() == 0.0;
    let closed = cents.end >= t.len()
        || t.mark(cents.end).is_some_and(|mark| matches!(mark, '.' | ',' | ')' | ';'))
        || t.is(cents.end, "more");
    if two_digits && closed {
        amount.parts.extend([amount.number.value, cents.value]);
        amount.number.value += cents.value * numeral::ten_to_minus(2);
        amount.number.grain = numeral::ten_to_minus(2);
        amount.end = cents.end;
    }
}
