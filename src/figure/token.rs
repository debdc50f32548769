//! Where do the words, numerals and marks of a text stand.

use super::numeral::{self, Numeral};
use crate::span::Span;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// A run of letters.
    Word,
    /// A number in digits; the index finds its reading.
    Numeral(u32),
    /// Any other character.
    Mark(char),
}

/// One word, numeral or mark.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    pub(super) span: Span,
    pub(super) sort: Sort,
    /// Nothing stands between this token and the one before.
    pub(super) glued: bool,
}

/// A text in tokens. An index past either end finds nothing, so that grammar can look around freely.
#[derive(Debug)]
pub(super) struct Tokens<'t> {
    pub(super) text: &'t str,
    list: Vec<Token>,
    numerals: Vec<Numeral>,
}

impl<'t> Tokens<'t> {
    /// Cuts `text` into tokens; web addresses are left out, for their digits count nothing.
    pub(super) fn new(text: &'t str) -> Self {
        let mut tokens = Self { text, list: Vec::new(), numerals: Vec::new() };
        let mut at = 0;
        let mut glued = false;
        while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
            if is_space(c) {
                (at, glued) = (at + c.len_utf8(), false);
            } else if let Some(end) = address_end(text, at) {
                (at, glued) = (end, false);
            } else {
                at = tokens.take(at, c, glued);
                glued = true;
            }
        }
        tokens
    }

    /// Adds the token that starts at byte `at` with `c`; the byte after it.
    fn take(&mut self, at: usize, c: char, glued: bool) -> usize {
        let (sort, end) = if c.is_alphabetic() {
            (Sort::Word, self.word_end(at))
        } else if let Some((numeral, end)) = self.numeral(at, glued) {
            self.numerals.push(numeral);
            // Every numeral takes a byte of text, and texts of 4 GiB are not read.
            (Sort::Numeral(u32::try_from(self.numerals.len() - 1).unwrap_or(u32::MAX)), end)
        } else {
            (Sort::Mark(c), at + c.len_utf8())
        };
        self.list.push(Token { span: Span::new(at, end), sort, glued });
        end
    }

    fn word_end(&self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        let letter = |c: char| c.is_alphabetic() || matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}');
        let len = rest.find(|c| !letter(c)).unwrap_or(rest.len());
        at + len + power_len(rest, len)
    }

    fn numeral(&self, at: usize, glued: bool) -> Option<(Numeral, usize)> {
        let last = self.list.len().wrapping_sub(1);
        // ".08" is a number, but the point in "v.08" belongs to the word before.
        if glued && self.text.as_bytes().get(at) == Some(&b'.') && !matches!(self.mark(last), Some('$' | '('))
        {
            return None;
        }
        // "May 4 200 people" is a day and a count, "4 200 people" a count.
        let labelled = self.any(last, numeral::NEVER_GROUPED) || matches!(self.mark(last), Some('#' | '№'));
        numeral::scan(self.text, at, !labelled)
    }

    /// How many tokens there are.
    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// The token at `i`.
    pub(super) fn get(&self, i: usize) -> Option<&Token> {
        self.list.get(i)
    }

    /// The letters of the word at `i`, empty if no word stands there.
    pub(super) fn word(&self, i: usize) -> &'t str {
        match self.get(i) {
            Some(token) if token.sort == Sort::Word => token.span.of(self.text),
            _ => "",
        }
    }

    /// Whether the word at `i` is `word`, in any case.
    pub(super) fn is(&self, i: usize, word: &str) -> bool {
        self.word(i).eq_ignore_ascii_case(word)
    }

    /// Whether the word at `i` is one of `words`, in any case.
    pub(super) fn any(&self, i: usize, words: &[&str]) -> bool {
        let word = self.word(i);
        !word.is_empty() && words.iter().any(|one| one.eq_ignore_ascii_case(word))
    }

    /// The mark at `i`.
    pub(super) fn mark(&self, i: usize) -> Option<char> {
        match self.get(i)?.sort {
            Sort::Mark(c) => Some(c),
            _ => None,
        }
    }

    /// The numeral at `i`.
    pub(super) fn digits(&self, i: usize) -> Option<&Numeral> {
        match self.get(i)?.sort {
            Sort::Numeral(index) => self.numerals.get(index as usize),
            _ => None,
        }
    }

    /// Whether `i` touches the token before it.
    pub(super) fn glued(&self, i: usize) -> bool {
        self.get(i).is_some_and(|token| token.glued)
    }

    /// The range of text from token `from` up to, not including, token `to`.
    pub(super) fn span(&self, from: usize, to: usize) -> Span {
        let start = self.get(from).map_or(self.text.len(), |token| token.span.start);
        let end = to.checked_sub(1).and_then(|last| self.get(last)).map_or(start, |token| token.span.end);
        Span::new(start, end.max(start))
    }

    /// How many tokens from `i` on spell `phrase`, whose words and marks are parted by blanks.
    pub(super) fn phrase(&self, i: usize, phrase: &str) -> Option<usize> {
        let mut count = 0;
        for part in phrase.split(' ') {
            self.spells(i + count, part).then_some(())?;
            count += 1;
        }
        Some(count)
    }

    /// Where `phrase` starts if it ends right before token `end`.
    pub(super) fn phrase_before(&self, end: usize, phrase: &str) -> Option<usize> {
        let start = end.checked_sub(phrase.split(' ').count())?;
        self.phrase(start, phrase).map(|_| start)
    }

    /// Whether `i` ends an ordinal in digits: the "th" of "8th".
    pub(super) fn ordinal_suffix(&self, i: usize) -> bool {
        self.glued(i) && self.any(i, &["st", "nd", "rd", "th"]) && i > 0 && self.digits(i - 1).is_some()
    }

    fn spells(&self, i: usize, part: &str) -> bool {
        self.get(i).is_some_and(|token| token.span.of(self.text).eq_ignore_ascii_case(part))
    }
}

/// The length of the power behind a unit of length that takes up `len` bytes of `rest`: "km2" and "m³" are one word.
fn power_len(rest: &str, len: usize) -> usize {
    const POWERED: [&str; 8] = ["mm", "cm", "m", "km", "mi", "ft", "yd", "in"];
    let (Some(word), Some(after)) = (rest.get(..len), rest.get(len..)) else { return 0 };
    let power = after.chars().next().filter(|c| matches!(c, '2' | '3' | '²' | '³')).map_or(0, char::len_utf8);
    let ends = !after.get(power..).unwrap_or_default().starts_with(char::is_alphanumeric);
    if POWERED.contains(&word) && ends { power } else { 0 }
}

/// White space and what is as good as none.
fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200d}' | '\u{feff}' | '\u{2060}')
}

/// The byte after a web address or the target of a Markdown link that starts at `at`.
fn address_end(text: &str, at: usize) -> Option<usize> {
    const STARTS: [&str; 4] = ["http://", "https://", "www.", "]("];
    let rest = text.get(at..)?;
    STARTS.iter().any(|start| rest.starts_with(start)).then_some(())?;
    let inner = if rest.starts_with("](") { 2 } else { 0 };
    let ends = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | ')' | '"' | '”' | '“');
    let len = rest.get(inner..)?.find(ends).map_or(rest.len(), |len| len + inner);
    Some(at + len)
}
