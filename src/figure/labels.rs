//! Is this number a label: a year, a day, a time of day, a house or paper number.

use super::calendar::{clock, day, numbered_date, year};
use super::noun;
use super::numeral;
use super::token::Tokens;
use super::value::{Form, Number};
use super::{Kind, units};

/// What sort of label `number`, which starts at token `i`, is part of, and the token after the label.
pub(super) fn label(t: &Tokens, i: usize, number: &Number) -> Option<(Kind, usize)> {
    numbered_date(t, i, number)
        .or_else(|| clock(t, i, number))
        .or_else(|| day(t, i, number))
        .or_else(|| chain(t, i, number))
        .or_else(|| ordinal(t, i, number))
        .or_else(|| year(t, i, number))
        .or_else(|| numbered(t, i, number))
        .or_else(|| named(t, i, number))
}

/// Digits tied by hyphens into a long number: 1111-22223333-4444, 555-1234.
fn chain(t: &Tokens, i: usize, number: &Number) -> Option<(Kind, usize)> {
    let mut end = number.end;
    let mut links = 0;
    let mut odd = number.form == Form::Label;
    while t.mark(end) == Some('-') && t.glued(end) && t.glued(end + 1) {
        let Some(next) = t.digits(end + 1) else { break };
        odd |= next.form == numeral::Form::Zeros || next.width > 4;
        (links, end) = (links + 1, end + 2);
    }
    (t.digits(i).is_some() && (links >= 2 || (links == 1 && odd))).then_some((Kind::Label, end))
}

fn ordinal(t: &Tokens, i: usize, number: &Number) -> Option<(Kind, usize)> {
    if number.form == Form::Ordinal {
        return Some((Kind::Ordinal, number.end));
    }
    let digits = t.digits(i).is_some() && number.end == i + 1;
    (digits && t.ordinal_suffix(number.end)).then_some((Kind::Ordinal, number.end + 1))
}

/// A number behind a word that numbers things: "No. 10", "Article 5", "Sections 15 and 16", "#7", a note's "[7]".
fn numbered(t: &Tokens, i: usize, number: &Number) -> Option<(Kind, usize)> {
    if !matches!(number.form, Form::Digits | Form::Label | Form::Cardinal | Form::One) {
        return None;
    }
    let last = i.checked_sub(1)?;
    let digits = t.digits(i).is_some();
    let sign = matches!(t.mark(last), Some('#' | '№'));
    let note = digits && t.mark(last) == Some('[') && t.mark(number.end) == Some(']') && t.glued(number.end);
    let dotted = usize::from(matches!(t.mark(last), Some('.' | ':')));
    let listed = digits && t.any(last, &["and", "or", "to"]) && last > 1 && t.digits(last - 1).is_some();
    let at = if listed { last.checked_sub(2) } else { last.checked_sub(dotted) };
    let numbers =
        at.is_some_and(
            |at| if t.is(at, "no") { digits && number_sign(t, at, i) } else { series(t, at, number) },
        );
    // "Section 16C" is no warmth.
    let letter = t.any(number.end, &["C", "F"]);
    let counts = !letter && units::after(t, number.end).is_some();
    (sign || note || (numbers && !counts)).then_some((Kind::Label, number.end))
}

/// Whether the "no" at token `at` stands for "number": "No. 5", "No 5", "no: 5", not "no 20 men".
fn number_sign(t: &Tokens, at: usize, i: usize) -> bool {
    at + 1 < i || at == 0 || t.word(at) == "No"
}

/// Whether the word at token `at` numbers what it names.
fn series(t: &Tokens, at: usize, number: &Number) -> bool {
    #[rustfmt::skip]
    const SERIES: [&str; 36] = [
        "nos", "nr", "number", "article", "section", "chapter", "page", "resolution", "room", "route",
        "highway", "exit", "flight", "version", "phase", "table", "volume", "channel", "brigade", "division",
        "regiment", "battalion", "apartment", "suite", "gate", "platform", "season", "episode", "annex",
        "appendix", "protocol", "paragraph", "clause", "rule", "verse", "psalm",
    ];
    #[rustfmt::skip]
    const LOOSE: [&str; 11] = [
        "level", "figure", "part", "type", "grade", "class", "step", "stage", "building", "question", "unit",
    ];
    let word = t.word(at);
    let singular = word.strip_suffix('s').unwrap_or(word);
    let names = |words: &[&str]| words.iter().any(|one| one.eq_ignore_ascii_case(singular));
    t.any(at, &SERIES) || names(&SERIES) || (names(&LOOSE) && !noun::is_plural(t.word(number.end)))
}

/// A number grown into a name: "Su-25", "F16", "11a", "English 101", "007".
fn named(t: &Tokens, i: usize, number: &Number) -> Option<(Kind, usize)> {
    if number.form == Form::Label {
        return Some((Kind::Label, number.end));
    }
    let last = i.wrapping_sub(1);
    let digits = t.digits(i).is_some() && number.form == Form::Digits;
    let capital = |at: usize| t.word(at).starts_with(char::is_uppercase);
    let stuck = digits && t.glued(i) && !t.word(last).is_empty();
    let joint = digits && t.glued(i) && t.glued(last) && i > 1;
    let tied = joint && capital(i - 2) && matches!(t.mark(last), Some('-' | '.'))
        || joint && t.mark(last) == Some('_');
    let letters = t.word(number.end);
    let unit = t.is(number.end, "m") || units::after(t, number.end).is_some();
    let tail = digits && t.glued(number.end) && (1..=2).contains(&letters.len()) && !unit;
    // "English 101": a name in mid-sentence, and nothing is counted.
    let inside = i > 1 && (!t.word(i - 2).is_empty() || matches!(t.mark(i - 2), Some('"' | '“' | ',' | ';')));
    let ends =
        number.end >= t.len() || t.mark(number.end).is_some_and(|mark| !matches!(mark, '-' | '%' | '('));
    let course = digits && capital(last) && inside && ends && !t.any(last, MEASURING);
    (stuck || tied || tail || course).then_some((Kind::Label, number.end + usize::from(tail)))
}

/// Words that stand before a count, capital or not.
const MEASURING: &[&str] =
    &["about", "around", "some", "over", "nearly", "almost", "than", "least", "to", "only", "just"];
