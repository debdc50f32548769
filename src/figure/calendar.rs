//! Is this number part of a date or a time of day.

use super::bounds::{self, Bound};
use super::noun;
use super::numeral;
use super::token::Tokens;
use super::value::{Form, Number};
use super::{Kind, units};

/// 2021-07-08, 8.7.2021, 7/8/2021, 9/11.
pub(super) fn numbered_date(t: &Tokens, i: usize, number: &Number) -> Option<(Kind, usize)> {
    if number.form == Form::Label && t.digits(i).is_some_and(|numeral| numeral.form == numeral::Form::Series)
    {
        let mut parts = t.span(i, i + 1).of(t.text).rsplit('.');
        let dated = parts.next().is_some_and(|year| year.len() == 4) && parts.count() == 2;
        return Some((if dated { Kind::Date } else { Kind::Label }, number.end));
    }
    let mark =
        t.mark(i + 1).filter(|mark| matches!(mark, '-' | '/' | '–') && t.glued(i + 1) && t.glued(i + 2))?;
    let (first, second) = (t.digits(i)?, t.digits(i + 2)?);
    let third = t.digits(i + 4).filter(|_| t.mark(i + 3) == Some(mark) && t.glued(i + 4));
    match third {
        Some(_) if first.width == 4 || t.digits(i + 4).is_some_and(|third| third.width == 4) => {
            Some((Kind::Date, i + 5))
        }
        None if mark == '/' && first.width <= 4 && second.width <= 4 && number.form == Form::Digits => {
            Some((Kind::Label, i + 3))
        }
        None if year_like(first.value, first.width)
            && first.width == 4
            && second.width == 2
            && mark != '/' =>
        {
            Some((Kind::Year, i + 3))
        }
        _ => None,
    }
}

/// 12:36, 3 pm, 3 p.m., 12.30 pm, 5 o'clock, 0600 GMT.
pub(super) fn clock(t: &Tokens, i: usize, number: &Number) -> Option<(Kind, usize)> {
    let numeral = t.digits(i);
    let mut end = number.end;
    let colon = t.mark(end) == Some(':') && t.glued(end) && t.glued(end + 1);
    let minutes = colon && t.digits(end + 1).is_some_and(|minute| minute.width == 2 && minute.value < 60.0);
    if minutes && number.value <= 24.0 {
        end += 2;
        end += 2 * usize::from(t.mark(end) == Some(':') && t.digits(end + 1).is_some());
    }
    let suffix = [
        "pm",
        "am",
        "p . m .",
        "a . m .",
        "p . m",
        "a . m",
        "o ' clock",
        "o ’ clock",
        "oclock",
        "gmt",
        "utc",
    ];
    let found = suffix.iter().filter(|_| !t.word(end).is_empty()).find_map(|words| t.phrase(end, words));
    // "10 am" is a time, "10 am-dram groups" and "I am" are not worth a rule; "am" needs digits.
    let fits = number.value <= 24.0 || numeral.is_some_and(|numeral| numeral.width == 4);
    match found {
        Some(len) if fits && (numeral.is_some() || len > 1) => Some((Kind::Clock, end + len)),
        _ => (end > number.end).then_some((Kind::Clock, end)),
    }
}

/// A day of a month: "8 July 2021", "July 8, 2021", "the 8th of July", "on July 4 and 5".
pub(super) fn day(t: &Tokens, i: usize, number: &Number) -> Option<(Kind, usize)> {
    let whole = number.value.fract() == 0.0 && (1.0..=31.0).contains(&number.value);
    let suffixed = t.ordinal_suffix(number.end);
    let end = number.end + usize::from(suffixed);
    let sort = matches!(number.form, Form::Digits | Form::Ordinal | Form::Label)
        || (whole && number.form == Form::Cardinal && suffixed);
    if !whole || !sort {
        return None;
    }
    let of = end + usize::from(t.is(end, "of"));
    let dash = of + usize::from(of == end && t.mark(end) == Some('-') && t.glued(end));
    if month(t, dash) {
        let dot = usize::from(t.mark(dash + 1) == Some('.') && t.word(dash).len() <= 4);
        return Some((Kind::Date, dash + 1 + dot));
    }
    let back = i.checked_sub(1).map(|last| if t.is(last, "the") { last.wrapping_sub(1) } else { last })?;
    let at = if t.mark(back) == Some('.') { back.wrapping_sub(1) } else { back };
    if !month(t, at) || may_be_a_verb(t, at) {
        return second_day(t, i, end);
    }
    Some((Kind::Date, end))
}

/// The second of two days of a month: "July 4 and 5", "4–5 July", "4 and 5 July".
fn second_day(t: &Tokens, i: usize, end: usize) -> Option<(Kind, usize)> {
    let joins =
        |at: usize| t.any(at, &["and", "to", "or", "through"]) || matches!(t.mark(at), Some('-' | '–' | '—'));
    let day =
        |at: usize| t.digits(at).is_some_and(|day| day.form == numeral::Form::Digits && day.value <= 31.0);
    let before = i >= 3 && joins(i - 1) && day(i - 2) && month(t, i - 3) && !may_be_a_verb(t, i - 3);
    let after = joins(end) && day(end + 1) && month(t, end + 2 + usize::from(t.ordinal_suffix(end + 2)));
    (before || after).then_some((Kind::Date, end))
}

#[rustfmt::skip]
const MONTHS: [&str; 25] = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov",
    "dec", "ramadan",
];

fn month(t: &Tokens, i: usize) -> bool {
    t.any(i, &MONTHS)
}

/// "may" and "march" in small letters are verbs, unless a preposition of time stands before them.
fn may_be_a_verb(t: &Tokens, i: usize) -> bool {
    const TIMES: [&str; 14] = [
        "in", "on", "by", "since", "until", "till", "of", "before", "after", "from", "early", "late", "mid",
        "to",
    ];
    let small = t.word(i).starts_with(char::is_lowercase);
    small
        && t.any(i, &["may", "march", "mar", "dec", "sep", "jan"])
        && !(i > 0 && t.any(i - 1, &TIMES))
        && i != 0
}

/// A calendar year: "in 2013", "the 1990s", "nineteen seventy-three", "2013 resolution".
pub(super) fn year(t: &Tokens, i: usize, number: &Number) -> Option<(Kind, usize)> {
    let spoken = number.form == Form::Spoken && (1100.0..2100.0).contains(&number.value);
    if spoken {
        return Some((Kind::Year, number.end));
    }
    let numeral = t.digits(i).filter(|_| number.form == Form::Digits)?;
    let apostrophe = usize::from(matches!(t.mark(i + 1), Some('\'' | '’')) && t.glued(i + 1));
    if t.is(i + 1 + apostrophe, "s") && t.glued(i + 1 + apostrophe) && numeral.value % 10.0 == 0.0 {
        return Some((Kind::Year, i + 2 + apostrophe));
    }
    if !year_like(numeral.value, numeral.width) {
        return None;
    }
    year_stands(t, i, numeral.value).then_some((Kind::Year, i + 1))
}

/// Whether four digits are a year by what stands around them.
fn year_stands(t: &Tokens, i: usize, value: f64) -> bool {
    const CUES: [&str; 18] = [
        "in", "since", "until", "till", "by", "from", "during", "before", "after", "early", "late", "mid",
        "year", "circa", "fiscal", "s", "of", "the",
    ];
    let before = i.wrapping_sub(1);
    let bound = bounds::before(t, i).is_some_and(|(bound, _)| bound != Bound::About);
    if bound || units::after(t, i + 1).is_some() || t.any(i + 1, PEOPLE) {
        return false;
    }
    let tied = matches!(t.mark(before), Some('-' | '–' | '/')) && t.glued(before) && i > 1;
    let marked = matches!(t.mark(before), Some(',' | '('));
    let cue = tied
        || marked
        || month(t, before)
        || t.any(before, &CUES)
        || i == 0
        || t.phrase_before(i, "back to").is_some();
    let modern = (1900.0..2100.0).contains(&value);
    // "of 2000 military reservists" counts, "of 2014 NATO forces" does not.
    let round = value % 100.0 == 0.0 && !t.any(before, &["in", "since", "until", "by", "during", "year"]);
    let counted = counted(t, i + 1)
        || (round && noun::after(t, i + 1).is_some_and(|(noun, _)| noun::is_plural(noun.head())));
    if modern { !counted || (cue && !round) } else { cue && !counted }
}

/// Whether a plural follows at once, as after a count: "2000 soldiers".
fn counted(t: &Tokens, i: usize) -> bool {
    let word = t.word(i);
    let plural =
        word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !t.any(i, &["was", "has", "this"]);
    plural || t.any(i, PEOPLE)
}

/// Words for people and other countable things, after which a number is a count whatever stands before it.
#[rustfmt::skip]
const PEOPLE: &[&str] = &[
    "people", "troops", "soldiers", "men", "women", "children", "refugees", "civilians", "personnel",
    "servicemen", "reservists", "fighters", "militants", "residents", "families", "students", "workers",
    "villagers", "police", "migrants", "homes", "houses", "vehicles", "cars", "jobs", "deaths", "cases",
    "votes", "square", "metres", "meters", "feet", "miles", "km", "tonnes", "tons", "dollars", "euros",
    "pounds", "roubles", "rubles",
];

/// Whether four digits may be a year.
fn year_like(value: f64, width: u8) -> bool {
    width == 4 && (1000.0..2100.0).contains(&value)
}
