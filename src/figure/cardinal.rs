//! What whole number do these words make: twenty-six, one hundred and sixty-one, 4 thousand 3 hundred.

use super::token::Tokens;
use super::words::{Numeric, Plural, numeric, plural};

/// A whole number (or digits with a point) and where it ends.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cardinal {
    pub(super) value: f64,
    /// The token after the last.
    pub(super) end: usize,
    /// What the words after the last "and" are worth: "fifty-four" of "two hundred and fifty-four".
    pub(super) after_and: f64,
    /// What a closing twenty … ninety is worth, which an ordinal may yet join: "thirty" of "one hundred thirty-fifths".
    pub(super) open_tens: f64,
    /// The smallest magnitude said, below which more may be added: 100 after "two hundred".
    pub(super) room: f64,
    /// Two numbers said in one breath, as years are: "nineteen seventy-three".
    pub(super) spoken: bool,
}

/// Reads the number that starts at token `i`.
pub(super) fn cardinal(t: &Tokens, i: usize) -> Option<Cardinal> {
    let first = scaled(t, i)?;
    let mut sum = first;
    // Every part is of a smaller magnitude than the one before, so there are few.
    while let Some(next) = addend(t, &sum) {
        sum = next;
    }
    Some(sum)
}

/// `sum` and what follows it: "two hundred" after "two thousand", with or without "and".
fn addend(t: &Tokens, sum: &Cardinal) -> Option<Cardinal> {
    if sum.room <= 1.0 {
        return None;
    }
    let and = t.is(sum.end, "and");
    let from = sum.end + usize::from(and);
    let part = scaled(t, from)?;
    let own_magnitude = part.room < sum.room && part.value >= 100.0;
    let digits = t.digits(from).is_some();
    let fits = part.value > 0.0 && part.value < sum.room && !part.spoken && (!digits || own_magnitude);
    fits.then_some(())?;
    let after_and =
        if and { part.value } else { sum.after_and + part.value * f64::from(sum.after_and > 0.0) };
    let room = if part.room > 1.0 { part.room } else { 1.0 };
    Some(Cardinal { value: sum.value + part.value, after_and, room, spoken: sum.spoken, ..part })
}

/// A number below a thousand with its magnitudes: "three hundred twenty", "4 thousand", "hundred thousand".
fn scaled(t: &Tokens, i: usize) -> Option<Cardinal> {
    let mut part = match numeric(t.word(i)) {
        Some(Numeric::Hundred) => hundreds(t, start(1.0, i)),
        Some(Numeric::Scale(_) | Numeric::Group(12.0)) => start(1.0, i),
        _ => hundreds(t, below_hundred(t, i)?),
    };
    while let Some(scale) = scale(t, part.end) {
        let value = part.value * scale;
        if !value.is_finite() || part.room >= scale && part.room > 100.0 {
            break;
        }
        let end = skip_hyphen(t, part.end) + 1;
        part = Cardinal { value, end, open_tens: 0.0, room: scale, ..part };
    }
    (part.end > i).then_some(part)
}

/// A magnitude at token `i`.
fn scale(t: &Tokens, i: usize) -> Option<f64> {
    let at = skip_hyphen(t, i);
    match numeric(t.word(at)) {
        Some(Numeric::Scale(scale) | Numeric::Group(scale)) => Some(scale),
        // "three dozens" are thirty-six, but "three hundreds of …" is three times something.
        None => {
            let least =
                plural(t.word(at)).filter(|least| *least == 24.0 || (*least > 40.0 && !t.is(at + 1, "of")));
            least.map(|least| least / 2.0)
        }
        _ => None,
    }
}

/// Adds "hundred (and) twenty-six" to a small number.
fn hundreds(t: &Tokens, small: Cardinal) -> Cardinal {
    let at = skip_hyphen(t, small.end);
    if numeric(t.word(at)) != Some(Numeric::Hundred) || small.value >= 100.0 {
        return small;
    }
    let hundred = Cardinal { open_tens: 0.0, room: 100.0, ..start(small.value * 100.0, at + 1) };
    let and = t.is(hundred.end, "and");
    let from = skip_hyphen(t, hundred.end) + usize::from(and);
    let Some(rest) = below_hundred(t, from).filter(|rest| joins(t, from, rest)) else { return hundred };
    let after_and = if and { rest.value } else { 0.0 };
    Cardinal { value: hundred.value + rest.value, after_and, room: 1.0, ..rest }
}

/// Whether the small number at `from` belongs to the hundreds before: not "2" of "3 hundred and 2 hundred".
fn joins(t: &Tokens, from: usize, rest: &Cardinal) -> bool {
    let next = numeric(t.word(rest.end));
    let dozens = matches!(next, Some(Numeric::Group(_))) || plural(t.word(rest.end)) == Some(24.0);
    t.digits(from).is_none() && rest.value > 0.0 && !rest.spoken && next != Some(Numeric::Hundred) && !dozens
}

/// A number in digits, or a word or two below a hundred. Two in one breath make hundreds: "one twenty-two".
fn below_hundred(t: &Tokens, i: usize) -> Option<Cardinal> {
    if let Some(numeral) = t.digits(i) {
        return Some(start(numeral.value, i + 1));
    }
    let first = pair(t, i)?;
    let second = pair(t, first.end).filter(|second| second.value >= 10.0 && t.digits(first.end).is_none());
    match second {
        Some(second) if first.value >= 1.0 && plain_end(t, second.end) => {
            let value = first.value * 100.0 + second.value;
            Some(Cardinal { value, spoken: true, room: 1.0, open_tens: 0.0, ..second })
        }
        _ => Some(first),
    }
}

/// "six", "sixteen", "sixty" or "sixty-six".
fn pair(t: &Tokens, i: usize) -> Option<Cardinal> {
    match numeric(t.word(i))? {
        Numeric::Unit(value) | Numeric::Teen(value) => Some(start(value, i + 1)),
        Numeric::Tens(tens) => {
            let at = skip_hyphen(t, i + 1);
            let unit = match numeric(t.word(at)) {
                Some(Numeric::Unit(unit)) if unit > 0.0 => Some(unit),
                _ => None,
            };
            let open = Cardinal { open_tens: tens, ..start(tens, i + 1) };
            Some(unit.map_or(open, |unit| start(tens + unit, at + 1)))
        }
        _ => None,
    }
}

/// Whether a number said in one breath is over: no magnitude and no ordinal goes on with it.
fn plain_end(t: &Tokens, i: usize) -> bool {
    t.mark(i) != Some('-')
        && !matches!(
            numeric(t.word(i)),
            Some(Numeric::Hundred | Numeric::Scale(_) | Numeric::Ordinal(_, Plural::Yes) | Numeric::Tens(_))
        )
}

fn start(value: f64, end: usize) -> Cardinal {
    Cardinal { value, end, after_and: 0.0, open_tens: 0.0, room: 1.0, spoken: false }
}

/// The token after a hyphen at `i`, or `i`.
pub(super) fn skip_hyphen(t: &Tokens, i: usize) -> usize {
    match t.mark(i) {
        Some('-' | '\u{2010}' | '\u{2011}') if !t.word(i + 1).is_empty() => i + 1,
        _ => i,
    }
}
