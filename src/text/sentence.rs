//! Where does a sentence begin and end.

use super::letter::{after, is_quote};
use crate::span::{Span, floor_char_boundary};

/// Sentences longer than this are cut: nobody reads them, and looking for their ends must not cost more.
const LONGEST: usize = 4000;

/// The sentences of `text` in order, without the white space between them.
#[must_use]
pub fn sentences(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = 0;
    for at in ends(text, Span::new(0, text.len())) {
        push_trimmed(text, Span::new(start, at), &mut found);
        start = at;
    }
    push_trimmed(text, Span::new(start, text.len()), &mut found);
    found
}

/// From the beginning of the sentence that `passage` begins in to the end of the one that it ends in.
#[must_use]
pub fn around(text: &str, passage: Span) -> Span {
    let from = floor_char_boundary(text, passage.start.saturating_sub(LONGEST));
    let to = floor_char_boundary(text, passage.end.saturating_add(LONGEST));
    let start = ends(text, Span::new(from, passage.start)).last().unwrap_or(from);
    let words = passage.of(text).trim_end_matches(|letter: char| !letter.is_alphanumeric());
    let near = Span::new((passage.start + words.len()).max(start), to);
    let end = ends(text, near).find(|end| *end >= passage.end).unwrap_or(to);
    let mut trimmed = Vec::new();
    push_trimmed(text, Span::new(start, end), &mut trimmed);
    trimmed.first().copied().unwrap_or(passage)
}

/// Whether a sentence ends between byte `from` and byte `to`, which stand between two words.
pub(super) fn ends_within(text: &str, gap: Span) -> bool {
    ends(text, gap).next().is_some()
}

fn push_trimmed(text: &str, span: Span, found: &mut Vec<Span>) {
    let words = span.of(text);
    let start = span.start + (words.len() - words.trim_start().len());
    let end = start + words.trim().len();
    if start < end {
        found.push(Span::new(start, end));
    }
}

/// The bytes within `at` where a sentence has ended: after its stop and the closing marks, or at a line's end.
fn ends(text: &str, at: Span) -> impl Iterator<Item = usize> + '_ {
    let mut place = at.start;
    std::iter::from_fn(move || {
        while place < at.end {
            let found =
                text.get(place..at.end)?.find(['.', '!', '?', '…', '。', '！', '？', '\u{2029}', '\n'])?;
            let stop = place + found;
            let (next, ended) = end_at(text, stop, after(text, stop)?);
            place = next;
            if ended {
                return Some(next);
            }
        }
        None
    })
}

/// The byte after a stop with all that closes with it, and whether a sentence ends there.
fn end_at(text: &str, at: usize, stop: char) -> (usize, bool) {
    let rest = text.get(at + stop.len_utf8()..).unwrap_or_default();
    match stop {
        '\n' => (at + 1, line_ends_sentence(text, at)),
        '.' | '!' | '?' | '…' => {
            let next = rest.trim_start_matches(closes);
            let dots = stop == '…' || rest.starts_with(['.', '…']);
            (text.len() - next.len(), stop_ends(text, at, next, stop != '.' || dots))
        }
        _ => (at + stop.len_utf8(), true),
    }
}

fn closes(letter: char) -> bool {
    is_quote(letter) || matches!(letter, ')' | ']' | '*' | '_' | '.' | '!' | '?' | '…')
}

/// Whether the stop at byte `at`, before `next`, ends a sentence; a `sure` stop is no abbreviation's.
fn stop_ends(text: &str, at: usize, next: &str, sure: bool) -> bool {
    const OPENING: usize = 16;
    let Some(space) = next.chars().next() else { return true };
    if !space.is_whitespace() {
        return false;
    }
    let opens = |letter: &char| {
        letter.is_whitespace() || is_quote(*letter) || matches!(letter, '(' | '[' | '*' | '_')
    };
    let word = next.chars().take(OPENING).find(|letter| !opens(letter));
    !word.is_some_and(char::is_lowercase) && (sure || !abbreviates(text, at, word))
}

/// Whether the full stop at byte `at` belongs to an abbreviation: `Mr.`, `U.S.`, `Sept. 11`, `J. Smith`, `No. 5`.
fn abbreviates(text: &str, at: usize, next: Option<char>) -> bool {
    #[rustfmt::skip]
    const TITLES: [&str; 30] = [
        "adm", "brig", "capt", "cmdr", "col", "cpl", "dr", "fr", "gen", "gov", "hon", "lt", "maj", "mr",
        "mrs", "ms", "mt", "pres", "prof", "rep", "rev", "sen", "sgt", "st", "supt", "vs", "messrs", "mme",
        "mlle", "amb",
    ];
    #[rustfmt::skip]
    const BEFORE_NUMBERS: [&str; 22] = [
        "no", "nos", "art", "ch", "fig", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept",
        "oct", "nov", "dec", "p", "pp", "sec", "vol", "para",
    ];
    let head = text.get(..at).unwrap_or_default();
    let tail: Vec<char> = head.chars().rev().take(16).take_while(|letter| is_abbreviation(*letter)).collect();
    let word: String = tail.iter().rev().flat_map(|letter| letter.to_lowercase()).collect();
    let initial = word.chars().count() == 1 && tail.first().is_some_and(|letter| letter.is_uppercase());
    let dotted = word.contains('.') && word.split('.').all(|part| part.chars().count() <= 2);
    let number = next.is_some_and(char::is_numeric);
    (initial && word != "i")
        || dotted
        || TITLES.contains(&word.as_str())
        || (number && BEFORE_NUMBERS.contains(&word.as_str()))
}

fn is_abbreviation(letter: char) -> bool {
    letter.is_alphabetic() || letter == '.'
}

/// Whether a line's end is a sentence's end too: an empty line, a heading, a paragraph of one line.
fn line_ends_sentence(text: &str, at: usize) -> bool {
    const WRAPPED: usize = 120;
    const HEADING: usize = 45;
    let head = text.get(floor_char_boundary(text, at.saturating_sub(2 * WRAPPED))..at).unwrap_or_default();
    let near = floor_char_boundary(text, (at + 1).saturating_add(2 * WRAPPED));
    let tail = text.get(at + 1..near).unwrap_or_default();
    let line = head.rsplit('\n').next().unwrap_or_default().trim_end();
    let mut lines = tail.split('\n');
    let next = lines.next().unwrap_or_default();
    if line.is_empty() || next.trim().is_empty() {
        return true;
    }
    let begins = next
        .trim_start()
        .chars()
        .next()
        .is_some_and(|letter| letter.is_uppercase() || "•*#“\"".contains(letter));
    let long = |line: &str| line.len() > WRAPPED;
    let heading = line.len() < HEADING && !line.ends_with([',', ';', ':', '-', '–', '—']);
    let before_heading = next.len() < HEADING && lines.next().is_some_and(long);
    begins && (long(line) || long(next) || heading || before_heading)
}

#[cfg(test)]
#[path = "sentence_tests.rs"]
mod tests;
