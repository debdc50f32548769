//! Which second number goes with a first: a range, or the two ends of a change.

use super::amount::Amount;
use super::labels;
use super::measure::Dimension;
use super::noun;
use super::number::number;
use super::quantity::amount;
use super::token::Tokens;
use super::value::{Form, tidy};

/// Two numbers that stand for one figure, or for two told in one breath.
#[derive(Debug)]
pub(super) enum Pair {
    /// "20 to 30".
    Range(Amount),
    /// "from 20 to 10": a change.
    Change(Amount),
}

/// The number that follows `first` and makes a pair with it.
pub(super) fn second(t: &Tokens, first: &mut Amount) -> Option<Pair> {
    if matches!(first.number.form, Form::Ordinal | Form::Label | Form::Plural | Form::Few | Form::Ratio) {
        return None;
    }
    let Some((at, link)) = link(t, first) else { return earlier(t, first) };
    let mut second = side(t, at)?;
    inherit(first, &mut second);
    let units_agree = match (first.unit, second.unit) {
        (Some(one), Some(other)) => one.in_terms_of(other).is_some(),
        (None, _) => true,
        (Some(_), None) => false,
    };
    let sound =
        units_agree && !matches!(second.number.form, Form::Ordinal | Form::Label | Form::Plural | Form::Few);
    if !sound {
        return None;
    }
    first.unit = first.unit.or(second.unit);
    let rising = in_base(&second) > in_base(first);
    match link {
        Link::From if !rising || changes(t, first.start.saturating_sub(1)) => Some(Pair::Change(second)),
        Link::Or if second.number.value > first.number.value * 10.0 => None,
        _ if !rising => None,
        _ => {
            tell_in_one_unit(first, &mut second);
            Some(Pair::Range(second))
        }
    }
}

/// "61 per cent, up from 54": the number before the change is told in the same unit, if it has no other and counts
/// nothing of its own.
fn earlier(t: &Tokens, first: &Amount) -> Option<Pair> {
    first.unit?;
    let at = first.end + usize::from(t.mark(first.end) == Some(','));
    let way = usize::from(t.any(at, &["up", "down"]));
    t.is(at + way, "from").then_some(())?;
    let mut second = side(t, at + way + 1)?;
    let bare = second.unit.is_none() && matches!(second.number.form, Form::Digits | Form::Cardinal);
    let alone =
        noun::after(t, second.end).is_none() && labels::label(t, second.digits, &second.number).is_none();
    (bare && alone).then_some(())?;
    second.unit = first.unit;
    Some(Pair::Change(second))
}

/// How two numbers are tied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Link {
    /// to, –, between … and
    Span,
    /// from … to
    From,
    /// or
    Or,
}

/// The token at which a second number may start, and what ties it to `first`.
fn link(t: &Tokens, first: &Amount) -> Option<(usize, Link)> {
    let before = first.start.checked_sub(1);
    let opened = |word: &str| before.is_some_and(|before| t.is(before, word));
    let at = first.end + rate_len(t, first);
    if t.is(at, "to") {
        return Some((at + 1, if opened("from") { Link::From } else { Link::Span }));
    }
    if t.is(at, "and") && (opened("between") || opened("from")) {
        return Some((at + 1, Link::Span));
    }
    if t.is(at, "or") {
        return Some((at + 1, Link::Or));
    }
    let dash = matches!(t.mark(at), Some('-' | '\u{2010}' | '\u{2011}' | '–' | '—' | '−'));
    let even = t.glued(at) == t.glued(at + 1);
    let long = !matches!(t.mark(at), Some('-' | '—')) || t.glued(at);
    (dash && even && long).then_some((at + 1, Link::Span))
}

/// The amount that starts at token `at`, currency first or not.
fn side(t: &Tokens, at: usize) -> Option<Amount> {
    (at..at + 4).find_map(|i| {
        let number = number(t, i)?;
        let amount = amount(t, i, number);
        (amount.start == at && labels::label(t, i, &amount.number).is_none()).then_some(amount)
    })
}

/// Hands on what is said once for both: the magnitude of "2 to 3 million", the currency of "$2–3".
fn inherit(first: &mut Amount, second: &mut Amount) {
    let magnitude = second.number.magnitude;
    if first.number.magnitude == 1.0
        && magnitude > 1.0
        && first.number.value < second.number.value / magnitude
    {
        first.number.value = tidy(first.number.value * magnitude);
        first.number.grain *= magnitude;
    }
    if second.unit.is_none() && first.unit.is_some_and(|unit| unit.dimension == Dimension::Money) {
        second.unit = first.unit;
    }
}

/// Tells the end of a range in the unit of its start: "80 cm to 2 m" reaches to 200 cm.
fn tell_in_one_unit(first: &mut Amount, second: &mut Amount) {
    let worth = second.unit.zip(first.unit).and_then(|(unit, into)| unit.in_terms_of(into));
    let Some(worth) = worth.filter(|worth| *worth != 1.0) else { return };
    first.parts.push(second.number.value);
    second.number.value = tidy(second.number.value * worth);
    second.number.grain *= worth;
    second.number.other = second.number.other.map(|other| other * worth);
    second.unit = first.unit;
}

fn in_base(amount: &Amount) -> f64 {
    amount.number.value * amount.unit.map_or(1.0, |unit| unit.factor)
}

/// Whether a verb of change stands in the four words up to token `end`: "rose from 20 to 30".
fn changes(t: &Tokens, end: usize) -> bool {
    #[rustfmt::skip]
    const CHANGES: [&str; 44] = [
        "rose", "rise", "rises", "risen", "rising", "fell", "fall", "falls", "fallen", "falling", "grew",
        "grow", "grown", "growing", "increased", "increase", "increasing", "increases", "decreased",
        "decrease", "dropped", "drop", "declined", "decline", "cut", "raised", "raise", "raising", "jumped",
        "climbed", "slipped", "went", "up", "down", "soared", "surged", "shrank", "reduced", "widened",
        "expanded", "lowered", "change", "changed", "improved",
    ];
    (end.saturating_sub(4)..=end).any(|i| t.any(i, &CHANGES))
}

/// How many tokens say for what a price or a pace is: "a share", "per kg".
fn rate_len(t: &Tokens, amount: &Amount) -> usize {
    let measured = amount.unit.is_some();
    let at = amount.end;
    if measured && t.any(at, &["per", "a", "an"]) && !t.word(at + 1).is_empty() { 2 } else { 0 }
}
