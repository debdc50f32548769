//! What does a text read like once differences that do not count are gone.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};

use super::key::Key;
use super::letter::{
    is_dash, is_double_quote, is_hyphen, is_invisible, is_mark, is_quote, is_single_quote, is_unspaced,
};
use super::markup;
use crate::span::Span;

/// Which differences do not count, beyond those of typography.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fold {
    case: bool,
    breaks: bool,
    markup: bool,
}

impl Fold {
    /// White space, quotation marks, dashes, ellipses, invisible characters, ways to write an accent.
    pub(super) const TYPOGRAPHY: Self = Self { case: false, breaks: false, markup: false };
    /// And the case of letters.
    pub(super) const CASE: Self = Self { case: true, ..Self::TYPOGRAPHY };
    /// And words broken at a line's end.
    pub(super) const HYPHENATION: Self = Self { breaks: true, ..Self::CASE };
    /// And Markdown links and emphasis.
    pub(super) const MARKUP: Self = Self { markup: true, ..Self::HYPHENATION };
    /// All of these but the case of letters.
    pub(super) const MARKUP_CASED: Self = Self { case: false, ..Self::MARKUP };
}

/// Folds `text`. Quotation and article go through here, and nowhere else.
pub(super) fn key(text: &str, fold: Fold) -> Key {
    let signs = if fold.markup { markup::signs(text) } else { Vec::new() };
    let mut writer = Writer { fold, ..Writer::default() };
    let mut at = 0;
    for sign in signs {
        writer.stretch(text, Span::new(at, sign.start));
        at = sign.end;
    }
    writer.stretch(text, Span::new(at, text.len()));
    writer.flush('\0');
    writer.key
}

/// The folded text alone, without white space at its ends.
pub(super) fn folded(text: &str, fold: Fold) -> String {
    key(text, fold).text.trim().to_owned()
}

/// White space that has been read and not yet written.
#[derive(Debug, Clone, Copy)]
struct Space {
    at: Span,
    line_ends: usize,
}

/// A hyphen after a letter, of which the next letter decides whether it counts.
#[derive(Debug, Clone, Copy)]
struct Hyphen {
    at: Span,
    soft: bool,
}

#[derive(Debug, Default)]
struct Writer {
    fold: Fold,
    key: Key,
    space: Option<Space>,
    hyphen: Option<Hyphen>,
}

impl Default for Fold {
    fn default() -> Self {
        Self::TYPOGRAPHY
    }
}

impl Writer {
    fn stretch(&mut self, text: &str, at: Span) {
        let mut rest = at.of(text);
        let mut from = at.start;
        while let Some(letter) = rest.chars().next() {
            let plain = plain_run(rest);
            let read = if plain > 0 { plain } else { self.special(letter, from, rest) };
            let (word, left) = rest.split_at(read);
            if plain > 0 {
                self.flush(letter);
                self.plain(from, word);
            }
            rest = left;
            from += read;
        }
    }

    fn plain(&mut self, at: usize, word: &str) {
        if self.fold.case { self.key.copy_lower(at, word) } else { self.key.copy(at, word) }
    }

    /// Reads one character that may not stand for itself, with what belongs to it; says how many bytes that was.
    fn special(&mut self, letter: char, at: usize, rest: &str) -> usize {
        let size = letter.len_utf8();
        if letter.is_whitespace() {
            self.space(letter, Span::new(at, at + size));
            return size;
        }
        if is_invisible(letter) {
            self.invisible(letter, Span::new(at, at + size));
            return size;
        }
        if matches!(letter, '.' | '…') {
            return self.dots(at, rest);
        }
        if is_dash(letter) {
            return self.dash(letter, at, rest);
        }
        if is_double_quote(letter) {
            return self.sign(letter, Span::new(at, at + size), "\"");
        }
        if is_single_quote(letter) {
            let twice = rest.chars().nth(1) == Some(letter);
            let (size, sign) = if twice { (2 * size, "\"") } else { (size, "'") };
            return self.sign(letter, Span::new(at, at + size), sign);
        }
        self.letter(letter, at, rest)
    }

    fn space(&mut self, letter: char, at: Span) {
        let line_ends =
            usize::from(matches!(letter, '\n' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}'));
        let space = self.space.get_or_insert(Space { at, line_ends: 0 });
        space.at.end = at.end;
        space.line_ends += line_ends;
    }

    fn invisible(&mut self, letter: char, at: Span) {
        if letter == '\u{AD}' && self.may_break() {
            self.hyphen = Some(Hyphen { at, soft: true });
        }
    }

    fn sign(&mut self, letter: char, at: Span, sign: &str) -> usize {
        self.flush(letter);
        self.key.cluster(at, sign);
        at.len()
    }

    /// Three dots or more are an ellipsis, close together or apart: each dot is written, white space between is not, so
    /// that a quotation may end with the first of them.
    fn dots(&mut self, at: usize, rest: &str) -> usize {
        let size = ellipsis(rest);
        if size == 0 {
            return self.sign('.', Span::new(at, at + 1), ".");
        }
        for (offset, dot) in rest.char_indices().take_while(|(offset, _)| *offset < size) {
            if dot.is_whitespace() {
                continue;
            }
            let dots = if dot == '…' { "..." } else { "." };
            self.sign(dot, Span::new(at + offset, at + offset + dot.len_utf8()), dots);
        }
        size
    }

    fn dash(&mut self, letter: char, at: usize, rest: &str) -> usize {
        let strokes: usize = rest.chars().take_while(|stroke| is_dash(*stroke)).map(char::len_utf8).sum();
        let span = Span::new(at, at + letter.len_utf8());
        if strokes == span.len() {
            if is_hyphen(letter) && self.may_break() {
                self.hyphen = Some(Hyphen { at: span, soft: false });
                return strokes;
            }
            return self.sign('-', span, "-");
        }
        // Two strokes are a typewriter's dash, but `--version` is what it is.
        let opens = self.space.is_some() || self.key.text.chars().next_back().is_none_or(is_quote);
        let word =
            rest.get(strokes..).and_then(|rest| rest.chars().next()).is_some_and(char::is_alphanumeric);
        let signs = if opens && word { "--" } else { "-" };
        self.sign('-', Span::new(at, at + strokes), signs)
    }

    fn letter(&mut self, letter: char, at: usize, rest: &str) -> usize {
        let marks: usize = rest.chars().skip(1).take_while(|mark| is_mark(*mark)).map(char::len_utf8).sum();
        let size = letter.len_utf8() + marks;
        let cluster = rest.get(..size).unwrap_or_default();
        self.flush(letter);
        let folded = compose(cluster, self.key.text.chars().next_back());
        let folded = if self.fold.case { lower(&folded) } else { folded };
        self.key.cluster(Span::new(at, at + size), &folded);
        size
    }

    /// Whether a hyphen that stands here might break a word.
    fn may_break(&self) -> bool {
        self.fold.breaks
            && self.space.is_none()
            && self.hyphen.is_none()
            && self.key.text.chars().next_back().is_some_and(char::is_alphabetic)
    }

    /// Writes the hyphen and the white space that stand before `next`, as far as they count.
    fn flush(&mut self, next: char) {
        if self.hyphen.is_some() {
            self.flush_hyphen(next);
        }
        let Some(space) = self.space.take() else { return };
        let wrapped = space.line_ends > 0 && is_unspaced(next);
        if !(wrapped && self.key.text.chars().next_back().is_some_and(is_unspaced)) {
            self.key.cluster(space.at, " ");
        }
    }

    fn flush_hyphen(&mut self, next: char) {
        let Some(hyphen) = self.hyphen.take() else { return };
        // A line's end that became a space when the words were copied still shows by what follows.
        let at_line_end = self.space.is_some_and(|space| match space.line_ends {
            0 => next.is_lowercase() && !hyphen.soft,
            ends => ends == 1,
        });
        let close = self.space.is_none();
        if next.is_alphabetic() && (at_line_end || (close && !hyphen.soft)) {
            self.space = None;
            return self.key.hyphen(at_line_end);
        }
        if !hyphen.soft {
            self.key.cluster(hyphen.at, "-");
        }
        if at_line_end && next.is_numeric() && !hyphen.soft {
            self.space = None;
        }
    }
}

/// How many bytes at the start of `rest` stand for themselves whatever follows them.
fn plain_run(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let run = bytes.iter().position(|byte| !PLAIN[usize::from(*byte)]).unwrap_or(bytes.len());
    let marked = bytes.get(run).is_some_and(|byte| *byte >= 0x80)
        && rest.get(run..).and_then(|rest| rest.chars().next()).is_some_and(is_mark);
    if marked { run.saturating_sub(1) } else { run }
}

const PLAIN: [bool; 256] = plain();

const fn plain() -> [bool; 256] {
    let mut plain = [false; 256];
    let mut byte = 0x21;
    while byte < 0x7F {
        plain[byte] = !matches!(byte as u8, b'"' | b'\'' | b'`' | b'-' | b'.');
        byte += 1;
    }
    plain
}

/// How many bytes the ellipsis at the start of `rest` has: `…`, `...`, `. . .`, and any dots after it.
pub(super) fn ellipsis(rest: &str) -> usize {
    let close: usize = rest.chars().take_while(|dot| matches!(dot, '.' | '…')).map(char::len_utf8).sum();
    if close >= 3 {
        return close;
    }
    let (mut size, mut dots, mut seen) = (0, 0, 0);
    let mut gap = true;
    for letter in rest.chars() {
        seen += letter.len_utf8();
        if letter == '.' && gap {
            (dots, size, gap) = (dots + 1, seen, false);
        } else if matches!(letter, ' ' | '\u{A0}' | '\u{202F}' | '\n') && !gap {
            gap = true;
        } else {
            break;
        }
    }
    if dots >= 3 { size } else { 0 }
}

/// One way to write a letter with its marks; digits are never made from other signs, `10²` is not 102.
fn compose(cluster: &str, before: Option<char>) -> String {
    if is_nfkc_quick(cluster.chars()) == IsNormalized::Yes {
        return cluster.to_owned();
    }
    let folded: String = cluster.nfkc().collect();
    let wide_digit = cluster.starts_with(|sign| matches!(sign, '０'..='９' | '\u{1D7CE}'..='\u{1D7FF}'));
    let index = before.is_some_and(char::is_alphabetic) && folded.len() == 1;
    let makes_digit = folded.contains(|sign: char| sign.is_ascii_digit()) && !wide_digit && !index;
    if makes_digit || folded.contains(' ') { cluster.nfc().collect() } else { folded }
}

fn lower(text: &str) -> String {
    let mut lower = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            'ß' => lower.push_str("ss"),
            'ς' => lower.push('σ'),
            _ => lower.push(letter),
        }
    }
    lower
}

#[cfg(test)]
#[path = "fold_tests.rs"]
mod tests;
