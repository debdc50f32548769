//! What are the words, numbers and marks of a text, as far as dates are concerned?

use super::lex::Lex;
use super::lexicon;
use super::numeric;
use crate::span::Span;

/// A word, a number or a mark, and what it can say of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) span: Span,
    pub(super) lex: Lex,
}

/// The tokens that stand within `window`.
pub(super) fn tokens(text: &str, window: Span) -> Vec<Token> {
    let mut found = Vec::new();
    let mut at = window.start;
    while let Some(first) = text.get(at..window.end).and_then(|rest| rest.chars().next()) {
        let rest = text.get(at..window.end).unwrap_or_default();
        let (length, lex) = if first.is_whitespace() {
            (first.len_utf8(), None)
        } else if first.is_ascii_digit() {
            let (length, lex) = digits(rest);
            (length, Some(lex))
        } else if first.is_alphabetic() {
            let length = rest.find(|other: char| !other.is_alphabetic()).unwrap_or(rest.len());
            (length, Some(lexicon::word(rest.get(..length).unwrap_or_default())))
        } else {
            (first.len_utf8(), Some(Lex::Mark(mark(first))))
        };
        if let Some(lex) = lex {
            found.push(Token { span: Span::new(at, at + length), lex });
        }
        at += length;
    }
    found
}

const fn mark(character: char) -> char {
    match character {
        '\u{2010}'..='\u{2013}' | '~' => '-',
        '\u{2018}' | '\u{2019}' | '\u{2BC}' => '\'',
        other => other,
    }
}

/// What starts with a digit: a date in digits, `4th`, `1990s`, a figure or plain digits.
fn digits(text: &str) -> (usize, Lex) {
    if let Some((length, numeric)) = numeric::read(text) {
        return (length, Lex::Numeric(numeric));
    }
    let length = run(text);
    if let Some(longer) = figure(text, length) {
        return (longer, Lex::Figure);
    }
    let number = text.get(..length).filter(|_| length <= 9).and_then(|digits| digits.parse::<u32>().ok());
    let Some(number) = number else { return (length, Lex::Figure) };
    let rest = text.get(length..).unwrap_or_default();
    let suffix_end = rest.find(|other: char| !other.is_alphabetic()).unwrap_or(rest.len());
    let suffix = rest.get(..suffix_end).unwrap_or_default().to_ascii_lowercase();
    let nth = u8::try_from(number).ok().filter(|_| ["st", "nd", "rd", "th"].contains(&suffix.as_str()));
    let tens = u16::try_from(number).ok().filter(|number| suffix == "s" && number % 10 == 0);
    match (nth, tens) {
        (Some(nth), _) => (length + suffix_end, Lex::Nth(nth)),
        (None, Some(tens)) => (length + suffix_end, Lex::Tens(tens)),
        (None, None) => (length, Lex::Digits(number, u8::try_from(length).unwrap_or(u8::MAX))),
    }
}

/// `18,219`, `1.5`, `12:36`, `20%`: how long, if the digits are part of such a number.
fn figure(text: &str, length: usize) -> Option<usize> {
    let mut end = length;
    loop {
        let rest = text.get(end..).unwrap_or_default();
        let Some(mark @ (',' | '.' | ':' | '\u{a0}' | '\u{202f}')) = rest.chars().next() else { break };
        let after = run(rest.get(mark.len_utf8()..).unwrap_or_default());
        // `4,2021` is a day and a year that lack a space; no thousands have four digits.
        let joined = if matches!(mark, '.' | ':') { after > 0 } else { after == 3 };
        if !joined {
            break;
        }
        end += mark.len_utf8() + after;
    }
    let percent = text.get(end..).is_some_and(|rest| rest.starts_with('%'));
    (end > length || percent).then_some(end)
}

fn run(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}
