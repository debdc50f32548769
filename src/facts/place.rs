//! Where in its file do some words of a value stand, whatever its quotation marks and line breaks?

use super::located::Text;
use crate::span::{Files, Span, Spot};

/// A text's value followed in its file once, so that the places of any number of its words can be asked.
#[derive(Debug)]
pub struct Placed {
    whole: Spot,
    /// Where each part of the value begins and where all end; none if it cannot be followed.
    bounds: Option<Vec<Bound>>,
}

/// The place of the bytes `range` of a text's value, as [`Placed::place`] gives it, for one look-up alone.
#[must_use]
pub fn within(files: &Files, text: &Text, range: Span) -> Spot {
    Placed::of(files, text).place(range)
}

impl Placed {
    /// Walks once through the text's value and its file.
    #[must_use]
    pub fn of(files: &Files, text: &Text) -> Self {
        let raw = files.words(text.at);
        let quoted = match raw.as_bytes() {
            [b'\'', .., b'\''] => follow(&text.value, single_quoted(raw)),
            [b'"', .., b'"'] => follow(&text.value, double_quoted(raw)),
            _ => None,
        };
        Self { whole: text.at, bounds: quoted.or_else(|| follow(&text.value, plain(raw))) }
    }

    /// The place of the bytes `range` of the value: the file's own bytes, between the quotation marks, across folded
    /// lines and indentation. If the value cannot be followed in the file, the place of the whole text.
    #[must_use]
    pub fn place(&self, range: Span) -> Spot {
        let found = self.bounds.as_ref().map(|bounds| find(bounds, range));
        let span = found.map_or(self.whole.span, |found| found.shifted(self.whole.span.start));
        Spot { file: self.whole.file, span }
    }
}

/// Where a part of a value begins, in the value and as it is written. Where a part is as long in both, they are the
/// same, byte for byte.
#[derive(Debug, Clone, Copy)]
struct Bound {
    value: usize,
    written: usize,
}

/// The written bytes for the bytes `range` of the value.
fn find(bounds: &[Bound], range: Span) -> Span {
    let part = |at: usize| bounds.get(at).copied().zip(bounds.get(at + 1).copied());
    let end = bounds.last().map_or(0, |end| end.written);
    // The parts before `first` end where the range begins, or earlier; those from `after` on begin behind it.
    let first = bounds.partition_point(|bound| bound.value <= range.start).saturating_sub(1);
    if range.is_empty() {
        let at_start = bounds.partition_point(|bound| bound.value < range.start);
        let found = match bounds.get(at_start) {
            Some(bound) if bound.value == range.start => bound.written,
            _ => part(first).map_or(end, |part| written(part, range.start, part.1.written)),
        };
        return Span::new(found, found);
    }
    let after = bounds.partition_point(|bound| bound.value < range.end);
    match (part(first), after.checked_sub(1).and_then(part)) {
        (Some(from), Some(to)) => {
            Span::new(written(from, range.start, from.0.written), written(to, range.end, to.1.written))
        }
        (Some(from), None) => Span::new(written(from, range.start, from.0.written), end),
        _ => Span::new(end, end),
    }
}

/// Where byte `at` of the value is written, if each byte of this part is; else `otherwise`.
fn written((from, to): (Bound, Bound), at: usize, otherwise: usize) -> usize {
    if same(from, to) && (from.value..=to.value).contains(&at) {
        from.written + (at - from.value)
    } else {
        otherwise
    }
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

/// Walks a value and its pieces side by side.
fn follow(value: &str, mut pieces: impl Iterator<Item = Piece>) -> Option<Vec<Bound>> {
    let mut bounds: Vec<Bound> = Vec::new();
    let mut offset = 0;
    let mut characters = value.char_indices().peekable();
    while characters.peek().is_some() {
        let Some(piece) = pieces.next() else {
            // What is left may only be the blanks that the place of the text leaves out.
            return characters.all(|(_, character)| is_blank(character)).then_some(bounds);
        };
        let start = offset;
        match piece.stands_for {
            StandsFor::Character(written) => {
                let (at, character) = characters.next()?;
                if character != written {
                    return None;
                }
                offset = at + character.len_utf8();
            }
            StandsFor::Blanks(most) => {
                for _ in 0..most {
                    let Some((at, blank)) = characters.next_if(|(_, next)| is_blank(*next)) else { break };
                    offset = at + blank.len_utf8();
                }
            }
        }
        take(&mut bounds, Span::new(start, offset), piece.span);
    }
    // The value leaves out the line breaks at the end of a text.
    let rest_is_blank = pieces.all(|piece| match piece.stands_for {
        StandsFor::Character(character) => is_blank(character),
        StandsFor::Blanks(_) => true,
    });
    rest_is_blank.then_some(bounds)
}

/// Adds a part, joined to the one before if both are written as they read.
fn take(bounds: &mut Vec<Bound>, value: Span, written: Span) {
    let end = Bound { value: value.end, written: written.end };
    match bounds.as_mut_slice() {
        [] => bounds.extend([Bound { value: value.start, written: written.start }, end]),
        [.., before, last] if value.len() == written.len() && same(*before, *last) => *last = end,
        _ => bounds.push(end),
    }
}

/// Whether the part between the two is as long in the value as it is written.
const fn same(from: Bound, to: Bound) -> bool {
    to.value - from.value == to.written - from.written
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
