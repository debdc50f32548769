//! Which slip of the pen makes a line no YAML?

use serde_saphyr::granit_parser::ErrorKind;

use super::column::{neighbours, undashed};
use super::refusal::{QUOTE, cut};

use crate::span::Span;

/// What was meant to be a text, or a key, and is none.
pub(super) struct Slip {
    /// What is wrong.
    pub(super) message: String,
    /// What to write.
    pub(super) help: String,
    /// Where.
    pub(super) at: Span,
}

/// The slip on the line where the parser saw trouble, or on the line before it.
pub(super) fn of(kind: &ErrorKind, text: &str, at: Span) -> Option<Slip> {
    if let Some(slip) = bracket(text, at.start) {
        return Some(slip);
    }
    match kind {
        ErrorKind::MappingValueNotAllowed => unspaced(text, at.start),
        ErrorKind::InvalidBlockScalarHeader | ErrorKind::ZeroBlockScalarIndent => block(text, at),
        ErrorKind::SimpleKeyExpected
        | ErrorKind::InvalidSimpleKey
        | ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedBlockSequenceEntry
        | ErrorKind::InvalidIndentation => stray(text, at),
        _ => None,
    }
}

/// The key at the beginning of `words` whose colon has no blank after it: `bank:Unemployment`.
pub(super) fn key_without_blank(words: &str) -> Option<&str> {
    let is_key = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || matches!(sign, '-' | '_');
    let (key, rest) = words.split_once(':')?;
    let first = rest.chars().next()?;
    let fits = key.starts_with(|first: char| first.is_ascii_lowercase()) && key.chars().all(is_key);
    (fits && !first.is_whitespace() && first != '/').then_some(key)
}

/// What is wrong and what to write for such a key.
pub(super) fn no_blank(key: &str, at: usize) -> Slip {
    let key = cut(key);
    let at = Span::new(at, at + key.len() + 1);
    Slip {
        message: format!("no blank stands after `{key}:`"),
        help: format!("put a blank after `{key}:`"),
        at,
    }
}

/// A text that begins with a bracket or a brace, as `[t]he` does, and goes on after it.
fn bracket(text: &str, at: usize) -> Option<Slip> {
    let start = text.get(..at)?.rfind('\n').map_or(0, |newline| newline + 1);
    let line = text.get(start..)?.lines().next()?;
    let (words, dashes) = undashed(line);
    let value = match words.starts_with(['[', '{']) {
        true => dashes,
        false => dashes + words.find(": ")? + 2,
    };
    let value = line.len() - line.get(value..)?.trim_start_matches(' ').len();
    let words = line.get(value..)?;
    let first = words.chars().next().filter(|first| matches!(first, '[' | '{'))?;
    let end = closed(words)?;
    let (inside, rest) = words.split_at_checked(end)?;
    let is_comment = rest.starts_with(' ') && rest.trim_start().starts_with('#');
    let goes_on = !rest.trim().is_empty() && !is_comment && !rest.starts_with(": ") && rest.trim() != ":";
    let place = Span::new(start + value, start + value + inside.len());
    let message = format!("a text cannot begin with `{first}`");
    (goes_on && at >= place.end).then(|| Slip { message, help: QUOTE.to_owned(), at: place })
}

/// How many bytes the bracket or brace at the beginning of `words` has with all that it holds.
fn closed(words: &str) -> Option<usize> {
    let mut open = 0_usize;
    for (at, sign) in words.char_indices() {
        match sign {
            '[' | '{' => open += 1,
            ']' | '}' => open = open.checked_sub(1)?,
            _ => {}
        }
        if open == 0 {
            return Some(at + sign.len_utf8());
        }
    }
    None
}

/// A line `bank:Unemployment fell` in front of a `key: value`.
fn unspaced(text: &str, at: usize) -> Option<Slip> {
    let end = text.get(..at)?.rfind('\n')?;
    let start = text.get(..end)?.rfind('\n').map_or(0, |newline| newline + 1);
    let line = text.get(start..end)?;
    let (words, dashes) = undashed(line);
    let key = key_without_blank(words).filter(|_| !words.contains(": "))?;
    Some(no_blank(key, start + dashes))
}

/// A `key: value` or an item that is not indented like its neighbours.
fn stray(text: &str, at: Span) -> Option<Slip> {
    let counts = neighbours(text, at.start);
    let help = match counts.as_slice() {
        [] => return None,
        [0] => "begin it at the very start of the line, like its neighbours".to_owned(),
        counts => {
            let counts: Vec<String> = counts.iter().map(ToString::to_string).collect();
            format!("indent it like its neighbours: {} blanks", counts.join(" or "))
        }
    };
    let message = "this line does not stand in a column of the lines above".to_owned();
    Some(Slip { message, help: format!("{help}; if it goes on with a text, {QUOTE}"), at })
}

/// A text that begins with `>` or `|`, or that stands on the line of a `>-`.
fn block(text: &str, at: Span) -> Option<Slip> {
    let first = text.get(at.start..)?.chars().next().filter(|first| matches!(first, '>' | '|'))?;
    let rest = text.get(at.end..)?;
    let (message, help) = match rest.chars().next().filter(|sign| matches!(sign, '-' | '+')) {
        Some(sign) => (
            format!("a text stands on the line of its `{first}{sign}`"),
            "begin it on the next line, indented".to_owned(),
        ),
        None => (format!("a text cannot begin with `{first}`"), QUOTE.to_owned()),
    };
    Some(Slip { message, help, at })
}
