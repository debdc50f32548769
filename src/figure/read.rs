//! Which figures stand in a text, in its order.

use std::collections::VecDeque;

use super::amount::Amount;
use super::assemble::{bare, figure};
use super::bounds;
use super::labels;
use super::money;
use super::noun;
use super::number;
use super::pair::{Pair, second};
use super::quantity;
use super::token::Tokens;
use super::value::{Form, Number};
use super::{Bound, Figure, Kind, Written};

/// Reads all figures of `text`, labels included, in time linear in its length.
#[must_use]
pub fn read(text: &str) -> Vec<Figure> {
    figures(text).collect()
}

/// The figures of `text`, one after the other as they are read.
pub fn figures(text: &str) -> impl Iterator<Item = Figure> {
    let t = Tokens::new(text);
    let mut found = VecDeque::new();
    let mut i = 0;
    std::iter::from_fn(move || {
        while found.is_empty() && i < t.len() {
            i = match number::number(&t, i) {
                Some(number) => at(&t, i, number, &mut found).max(i + 1),
                None => i + 1,
            };
        }
        found.pop_front()
    })
}

/// Adds the figure whose number starts at token `i`; the token to go on from.
fn at(t: &Tokens, i: usize, number: Number, found: &mut VecDeque<Figure>) -> usize {
    if money::before(t, i).is_none()
        && let Some((kind, end)) = labels::label(t, i, &number)
    {
        found.push_back(labelled(t, (i, end), &number, kind));
        return end;
    }
    if let Some(ratio) = ratio(t, i, &number) {
        let end = ratio.end;
        found.push_back(figure(t, &quantity::amount(t, i, ratio), None));
        return end;
    }
    let mut first = quantity::amount(t, i, number);
    if first.number.form == Form::One && !counts(t, &first) {
        found.push_back(vague(t, &first));
        return first.end;
    }
    if first.number.form == Form::Few {
        found.push_back(vague(t, &first));
        return first.end;
    }
    match second(t, &mut first) {
        Some(Pair::Range(second)) => {
            let end = second.end;
            found.push_back(figure(t, &first, Some(&second)));
            end
        }
        Some(Pair::Change(second)) => {
            let end = second.end;
            found.push_back(figure(t, &first, None));
            found.push_back(figure(t, &second, None));
            end
        }
        None => {
            let end = first.end;
            found.push_back(figure(t, &first, None));
            end
        }
    }
}

/// "one in three", "2 out of 5", "one over twenty": its parts, if `number` opens one.
fn ratio(t: &Tokens, i: usize, number: &Number) -> Option<Number> {
    let whole = |number: &Number| {
        matches!(number.form, Form::Digits | Form::Cardinal | Form::One) && number.value >= 1.0
    };
    whole(number).then_some(())?;
    let at = number.end
        + ["out of", "out of every", "in every", "in", "over"]
            .iter()
            .find_map(|words| t.phrase(number.end, words))?;
    let at = at + usize::from(t.is(at, "every"));
    let of = number::number(t, at).filter(|of| whole(of) && of.value > number.value)?;
    let label = money::before(t, i).is_some() || labels::label(t, at, &of).is_some();
    let measured = super::units::after(t, of.end).is_some();
    (!label && !measured).then_some(())?;
    let parts = Some((number.value, of.value));
    Some(Number {
        value: number.value / of.value,
        grain: 0.0,
        form: Form::Ratio,
        end: of.end,
        parts,
        ..*number
    })
}

/// Whether the word "one" states a number here: "one soldier", not "one of them" or "no one".
fn counts(t: &Tokens, one: &Amount) -> bool {
    const BEFORE: [&str; 18] = [
        "no", "any", "every", "each", "some", "the", "this", "that", "which", "another", "first", "last",
        "good", "new", "big", "next", "other", "as",
    ];
    const AFTER: [&str; 10] =
        ["day", "time", "thing", "way", "side", "hand", "another", "such", "more", "per"];
    if one.unit.is_some() || one.start != one.digits || t.len() <= 2 {
        return true;
    }
    let before = one.start.wrapping_sub(1);
    if bounds::before(t, one.start).is_some_and(|(bound, _)| bound != Bound::Exact) && !t.is(one.end, "of") {
        return true;
    }
    let linked = t.any(one.end, &["or", "to"]) && number::number(t, one.end + 1).is_some();
    let thing = t.word(one.end).len() > 2 && !noun::stops(t, one.end) && !t.any(one.end, &AFTER);
    linked || (thing && !t.any(before, &BEFORE))
}

fn vague(t: &Tokens, amount: &Amount) -> Figure {
    let value = amount.number.value;
    let written = Written { value, grain: 1.0, other: None };
    let span = t.span(amount.digits, amount.end);
    Figure { low: None, high: None, kind: Kind::Vague, span, number: span, written, ..bare() }
}

fn labelled(t: &Tokens, place: (usize, usize), number: &Number, kind: Kind) -> Figure {
    let span = t.span(place.0, place.1);
    let written = Written { value: number.value, grain: 1.0, other: None };
    let low = Some(number.value);
    let parts = (place.0..place.1).filter_map(|i| t.digits(i)).map(|numeral| numeral.value).skip(1).collect();
    let noun = noun::after(t, place.1).map(|(noun, _)| noun).filter(|_| kind == Kind::Ordinal);
    Figure { low, high: low, kind, span, number: span, written, parts, noun, ..bare() }
}
