//! Which marks of the quoter's own does a quotation hold: words left out, inserted or replaced, letters changed.

use super::fold;
use super::letter::{after, is_wordy};
use super::vocabulary::is_negation;
use super::{edge, markup, words};
use crate::span::Span;

/// What a mark allows between two literal parts of a quotation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Gap {
    /// How many characters of the text it may stand for.
    pub(super) most: usize,
    /// Whether it may start inside a word: `attack[s]`.
    pub(super) ending: bool,
    /// The words that the quoter put in.
    pub(super) inserted: String,
}

/// A literal part of a quotation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Part {
    /// The ways to read it; two if its first letter's case was changed. Not folded yet.
    pub(super) literals: Vec<String>,
    /// The mark before it. What stands before the first part is not looked for.
    pub(super) gap: Gap,
    /// Where it stands in the quotation.
    pub(super) at: Span,
}

/// The longest passage that `…` may leave out, in characters.
const ELISION: usize = 600;
/// The longest passage that `[word]` may replace.
const BRACKET: usize = 60;
/// The longest ending that `[s]` may replace.
const ENDING: usize = 12;
/// Quotations with more parts than this are not looked for.
const MOST_PARTS: usize = 24;
/// How many characters beside a bracket show whether it stands within a word.
const NEAR: usize = 12;

/// The literal parts of `quote` in order; none if it holds no mark, or a mark that explains nothing.
pub(super) fn parts(quote: &str) -> Option<Vec<Part>> {
    if !quote.contains(['…', '[', '.']) {
        return None;
    }
    let mut reader = Reader { quote, links: markup::signs(quote), ..Reader::default() };
    let mut at = 0;
    while let Some(letter) = after(quote, at) {
        // The brackets and addresses of Markdown links are nobody's marks.
        if let Some(link) = reader.link(at) {
            at = link.end;
            continue;
        }
        at = match mark(quote, at)? {
            Some(mark) => reader.mark(at, mark),
            None => reader.literal(letter, at),
        };
    }
    reader.end_part(quote.len());
    let usable = reader.marked && !reader.parts.is_empty() && reader.parts.len() <= MOST_PARTS;
    usable.then_some(reader.parts)
}

/// A mark and how many bytes of the quotation it takes.
#[derive(Debug)]
enum Mark {
    Gap(Gap, usize),
    /// `[t]he`: these letters, of whatever case, go on in the word that follows.
    Letters(String, usize),
}

#[derive(Debug, Default)]
struct Reader<'q> {
    quote: &'q str,
    links: Vec<Span>,
    parts: Vec<Part>,
    gap: Gap,
    literal: String,
    started: Option<usize>,
    any_case: bool,
    marked: bool,
}

impl Reader<'_> {
    /// The sign of a Markdown link at byte `at`.
    fn link(&self, at: usize) -> Option<Span> {
        let index = self.links.binary_search_by_key(&at, |sign| sign.start).ok()?;
        self.links.get(index).copied().filter(|sign| sign.of(self.quote).contains(['[', ']']))
    }

    fn literal(&mut self, letter: char, at: usize) -> usize {
        self.started.get_or_insert(at);
        self.literal.push(letter);
        at + letter.len_utf8()
    }

    fn mark(&mut self, at: usize, mark: Mark) -> usize {
        self.marked = true;
        match mark {
            Mark::Letters(letters, size) => {
                // Whatever stands before it was read as it is; the letter's case is free only at a part's start.
                if !self.literal.trim().is_empty() {
                    self.end_part(at);
                }
                self.started.get_or_insert(at);
                self.literal = letters;
                self.any_case = true;
                at + size
            }
            Mark::Gap(gap, size) => {
                self.end_part(at);
                self.gap.most += gap.most;
                self.gap.ending |= gap.ending;
                self.gap.inserted.push_str(&gap.inserted);
                at + size
            }
        }
    }

    /// Ends a literal part; signs alone, between two marks, are the quoter's.
    fn end_part(&mut self, at: usize) {
        let literal = std::mem::take(&mut self.literal);
        let started = self.started.take().unwrap_or(at);
        let any_case = std::mem::take(&mut self.any_case);
        if !literal.contains(is_wordy) {
            return;
        }
        let literal = literal.trim();
        let literals = if any_case { both_cases(literal) } else { vec![literal.to_owned()] };
        let words = Span::new(started, at).of(self.quote);
        let start = started + (words.len() - words.trim_start().len());
        let gap = std::mem::take(&mut self.gap);
        self.parts.push(Part { literals, gap, at: Span::new(start, started + words.trim_end().len()) });
    }
}

/// The mark at byte `at`: `Some(None)` if there is none, `None` if it explains nothing.
fn mark(quote: &str, at: usize) -> Option<Option<Mark>> {
    let rest = quote.get(at..).unwrap_or_default();
    if !rest.starts_with(['[', '(', '.', '…']) {
        return Some(None);
    }
    let dots = fold::ellipsis(rest);
    if dots > 0 {
        return Some(Some(Mark::Gap(Gap { most: ELISION, ..Gap::default() }, dots)));
    }
    if let Some(size) = enclosed_dots(rest) {
        return Some(Some(Mark::Gap(Gap { most: ELISION, ..Gap::default() }, size)));
    }
    match bracketed(rest) {
        Some(words) => bracket(quote, at, words).map(Some),
        None => Some(None),
    }
}

/// How many bytes `[…]`, `[ . . . ]` or `(...)` takes.
fn enclosed_dots(rest: &str) -> Option<usize> {
    let close = match rest.chars().next()? {
        '[' => ']',
        '(' => ')',
        _ => return None,
    };
    let inner = rest.get(1..)?.trim_start();
    let after_dots = inner.get(fold::ellipsis(inner)..)?;
    let tail = after_dots.trim_start().strip_prefix(close)?;
    (after_dots.len() < inner.len()).then_some(rest.len() - tail.len())
}

/// What stands between the brackets at the start of `rest`, if it is short and they close.
fn bracketed(rest: &str) -> Option<&str> {
    const LONGEST: usize = 200;
    let inner = rest.strip_prefix('[')?;
    let end = inner.bytes().take(LONGEST).position(|byte| matches!(byte, b'[' | b']' | b'\n'))?;
    let closed = inner.as_bytes().get(end) == Some(&b']');
    inner.get(..end).filter(|_| closed)
}

fn bracket(quote: &str, at: usize, words: &str) -> Option<Mark> {
    let size = words.len() + 2;
    let letters = !words.is_empty() && words.chars().all(char::is_alphabetic);
    // As if the brackets were not there: `[2],000` is one number.
    let plain = format!("{}{words}{}", tail(quote.get(..at)?), head(quote.get(at + size..)?));
    let start = tail(quote.get(..at)?).len();
    let (went_on, goes_on) = (edge::inside(&plain, start), edge::inside(&plain, start + words.len()));
    let first_word = letters && words.chars().count() == 1 && !quote.get(..at)?.contains(is_wordy);
    match (went_on, goes_on) {
        (false, false) if first_word => Some(Mark::Letters(words.to_owned(), size)),
        (false, false) => {
            Some(Mark::Gap(Gap { most: BRACKET, ending: false, inserted: words.to_owned() }, size))
        }
        (false, true) if letters => Some(Mark::Letters(words.to_owned(), size)),
        (true, false) if letters && !is_negation(&words::lower(words)) => {
            Some(Mark::Gap(Gap { most: ENDING, ending: true, inserted: String::new() }, size))
        }
        _ => None,
    }
}

/// The few letters at the end that a word may begin with.
fn tail(text: &str) -> &str {
    let start = text.char_indices().rev().take(NEAR).last().map_or(text.len(), |(at, _)| at);
    text.get(start..).unwrap_or_default()
}

/// The few letters at the start that a word may end with.
fn head(text: &str) -> &str {
    let end = text.char_indices().nth(NEAR).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or_default()
}

/// The text with its first letter as it is, and with the other case.
fn both_cases(needle: &str) -> Vec<String> {
    let mut letters = needle.chars();
    let Some(first) = letters.next() else { return Vec::new() };
    let other: String = match first.is_uppercase() {
        true => first.to_lowercase().chain(letters).collect(),
        false => first.to_uppercase().chain(letters).collect(),
    };
    if other == needle { vec![other] } else { vec![needle.to_owned(), other] }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn literals(quote: &str) -> Vec<Vec<String>> {
        parts(quote).unwrap_or_default().into_iter().map(|part| part.literals).collect()
    }

    #[test]
    fn every_way_to_leave_words_out_is_read() {
        for quote in [
            "a b … c",
            "a b ... c",
            "a b . . . c",
            "a b […] c",
            "a b [...] c",
            "a b [ . . . ] c",
            "a b (…) c",
            "a b.... c",
        ] {
            assert_eq!(literals(quote), [["a b"], ["c"]], "{quote}");
        }
    }

    #[test]
    fn a_changed_letter_may_have_either_case() {
        assert_eq!(literals("[t]he bank"), [["the bank", "The bank"]]);
        assert_eq!(literals("He said [T]he bank"), [vec!["He said"], vec!["The bank", "the bank"]]);
    }

    #[test]
    fn brackets_that_change_digits_or_negate_within_a_word_explain_nothing() {
        assert_eq!(parts("[2],000 men"), None);
        assert_eq!(parts("1,[5]00 men"), None);
        assert_eq!(parts("they can[not] stay"), None);
        assert_eq!(parts("no marks at all"), None);
        assert_eq!(parts("a [link](http://x.org/...) is none"), None);
    }
}
