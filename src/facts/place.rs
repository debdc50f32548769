//! Where in its file do some words of a value stand, whatever its quotation marks and line breaks?

use super::located::Text;
use crate::span::{Files, Span, Spot};

/// The place of the bytes `range` of a text's value: the file's own bytes, between the quotation marks, across folded
/// lines and indentation. If the value cannot be followed in the file, the place of the whole text.
#[must_use]
pub fn within(files: &Files, text: &Text, range: Span) -> Spot {
    let raw = files.words(text.at);
    let quoted = match raw.as_bytes() {
        [b'\'', .., b'\''] => follow(&text.value, single_quoted(raw), range),
        [b'"', .., b'"'] => follow(&text.value, double_quoted(raw), range),
        _ => None,
    };
    let found = quoted.or_else(|| follow(&text.value, plain(raw), range));
    let span = found.map_or(text.at.span, |found| found.shifted(text.at.span.start));
    Spot { file: text.at.file, span }
}

/// A piece of a scalar as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Piece {
    span: Span,
    stands_for: StandsFor,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum StandsFor {
    /// One character of the value.
    Character(char),
    /// Blanks and line breaks, which the value has in another number, but not more than so many.
    Blanks(usize),
}

/// Walks a value and its pieces side by side, and gives the bytes of the pieces for the bytes `range` of the value.
fn follow(value: &str, mut pieces: impl Iterator<Item = Piece>, range: Span) -> Option<Span> {
    let mut found: Option<Span> = None;
    let mut offset = 0;
    let mut end = 0;
    let mut characters = value.char_indices().peekable();
    while characters.peek().is_some() {
        let Some(piece) = pieces.next() else {
            // What is left may only be the blanks that the place of the text leaves out.
            let rest = characters.all(|(_, character)| is_blank(character));
            return if rest { found.or(Some(Span::new(end, end))) } else { None };
        };
        match piece.stands_for {
            StandsFor::Character(written) => {
                let (at, character) = characters.next()?;
                if character != written {
                    return None;
                }
                offset = at + character.len_utf8();
                note(&mut found, range, Span::new(at, offset), piece.span);
            }
            StandsFor::Blanks(most) => {
                let start = offset;
                for _ in 0..most {
                    let Some((at, blank)) = characters.next_if(|(_, next)| is_blank(*next)) else { break };
                    offset = at + blank.len_utf8();
                }
                note(&mut found, range, Span::new(start, offset), piece.span);
            }
        }
        end = piece.span.end;
    }
    // The value leaves out the line breaks at the end of a text.
    let rest_is_blank = pieces.all(|piece| match piece.stands_for {
        StandsFor::Character(character) => is_blank(character),
        StandsFor::Blanks(_) => true,
    });
    if rest_is_blank { found.or(Some(Span::new(end, end))) } else { None }
}

/// Widens `found` by `piece`, if the part of the value that it stands for is wanted.
fn note(found: &mut Option<Span>, range: Span, part: Span, piece: Span) {
    let wanted =
        if range.is_empty() { part.start >= range.start && found.is_none() } else { part.meets(range) };
    if !wanted {
        return;
    }
    let piece = if range.is_empty() { Span::new(piece.start, piece.start) } else { piece };
    let start = found.map_or(piece.start, |found| found.start);
    *found = Some(Span::new(start, piece.end));
}

fn is_blank(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\r')
}

/// The blanks at the beginning of `rest`, with the most that the value can have for them.
fn blanks(rest: &str, at: usize) -> Option<Piece> {
    let len = rest.len() - rest.trim_start_matches(is_blank).len();
    (len > 0).then_some(Piece { span: Span::new(at, at + len), stands_for: StandsFor::Blanks(len) })
}

fn character(rest: &str, at: usize) -> Option<Piece> {
    let character = rest.chars().next()?;
    let span = Span::new(at, at + character.len_utf8());
    Some(Piece { span, stands_for: StandsFor::Character(character) })
}

/// The pieces of a text without marks, or of a block.
fn plain(raw: &str) -> impl Iterator<Item = Piece> {
    pieces(raw, 0, raw.len(), |rest, at| blanks(rest, at).or_else(|| character(rest, at)))
}

fn single_quoted(raw: &str) -> impl Iterator<Item = Piece> {
    pieces(raw, 1, raw.len() - 1, |rest, at| {
        let piece = blanks(rest, at).or_else(|| character(rest, at))?;
        Some(if rest.starts_with("''") { Piece { span: Span::new(at, at + 2), ..piece } } else { piece })
    })
}

fn double_quoted(raw: &str) -> impl Iterator<Item = Piece> {
    pieces(raw, 1, raw.len() - 1, |rest, at| {
        let escape = rest.strip_prefix('\\').and_then(|rest| escape(rest, at));
        let fold = || {
            blanks(rest, at)
                .map(|piece| Piece { stands_for: StandsFor::Blanks(folded(rest, piece)), ..piece })
        };
        escape.or_else(fold).or_else(|| character(rest, at))
    })
}

/// What `next` makes of the bytes from `start` to `end`, one after the other.
fn pieces(
    raw: &str,
    start: usize,
    end: usize,
    next: impl Fn(&str, usize) -> Option<Piece>,
) -> impl Iterator<Item = Piece> {
    let mut at = start;
    std::iter::from_fn(move || {
        let piece = next(raw.get(at..end).filter(|rest| !rest.is_empty())?, at)?;
        at = piece.span.end;
        Some(piece)
    })
}

/// How many blanks remain of a piece of blanks in double quotation marks: one line break is a space, more are one less.
fn folded(rest: &str, piece: Piece) -> usize {
    let blanks = rest.get(..piece.span.len()).unwrap_or_default();
    match blanks.matches('\n').count() {
        0 => blanks.len(),
        1 => 1,
        lines => lines - 1,
    }
}

/// What a letter after a backslash stands for, if no digits follow.
const ESCAPES: &[(char, char)] = &[
    ('0', '\0'),
    ('a', '\u{7}'),
    ('b', '\u{8}'),
    ('t', '\t'),
    ('\t', '\t'),
    ('n', '\n'),
    ('v', '\u{b}'),
    ('f', '\u{c}'),
    ('r', '\r'),
    ('e', '\u{1b}'),
    ('N', '\u{85}'),
    ('_', '\u{a0}'),
    ('L', '\u{2028}'),
    ('P', '\u{2029}'),
    (' ', ' '),
    ('"', '"'),
    ('/', '/'),
    ('\\', '\\'),
];

/// The escape whose backslash stands at `at`, with what follows it in `rest`.
fn escape(rest: &str, at: usize) -> Option<Piece> {
    let letter = rest.chars().next()?;
    match letter {
        'x' => hexadecimal(rest, at, 2),
        'u' => surrogates(rest, at).or_else(|| hexadecimal(rest, at, 4)),
        'U' => hexadecimal(rest, at, 8),
        '\n' | '\r' => line_break(rest, at),
        _ => {
            let (_, meant) = ESCAPES.iter().find(|(escape, _)| *escape == letter)?;
            let span = Span::new(at, at + 1 + letter.len_utf8());
            Some(Piece { span, stands_for: StandsFor::Character(*meant) })
        }
    }
}

fn hexadecimal(rest: &str, at: usize, digits: usize) -> Option<Piece> {
    let code = u32::from_str_radix(rest.get(1..1 + digits)?, 16).ok()?;
    let span = Span::new(at, at + 2 + digits);
    Some(Piece { span, stands_for: StandsFor::Character(char::from_u32(code)?) })
}

/// Two escapes for one character, as in JSON: `\uD83D\uDE00`.
fn surrogates(rest: &str, at: usize) -> Option<Piece> {
    let first = u16::from_str_radix(rest.get(1..5)?, 16).ok()?;
    let second = u16::from_str_radix(rest.get(5..)?.strip_prefix("\\u")?.get(..4)?, 16).ok()?;
    let character =
        char::decode_utf16([first, second]).next()?.ok().filter(|_| (0xD800..0xDC00).contains(&first))?;
    Some(Piece { span: Span::new(at, at + 12), stands_for: StandsFor::Character(character) })
}

/// A backslash at the end of a line: the line break and the blanks after it are no part of the value; each empty line
/// that follows is a line break.
fn line_break(rest: &str, at: usize) -> Option<Piece> {
    let piece = blanks(rest, at + 1)?;
    let lines = rest.get(..piece.span.len())?.matches('\n').count();
    let span = Span::new(at, piece.span.end);
    Some(Piece { span, stands_for: StandsFor::Blanks(lines.saturating_sub(1)) })
}
