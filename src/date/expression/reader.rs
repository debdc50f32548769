//! What stands at, before and after a token, as the grammar asks for it?

use super::lex::{Lex, Unit};
use super::numeric::{full_year, plausible};
use super::token::Token;

/// A text's tokens under the grammar's eyes.
pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    /// Whether the caller says that a date stands here, so that `May` or `the 4th` need no company.
    pub(super) told: bool,
}

/// What was read, and the token after it.
pub(super) type Read<T> = Option<(T, usize)>;

impl Reader<'_> {
    pub(super) fn lex(&self, at: usize) -> Option<Lex> {
        self.tokens.get(at).map(|token| token.lex)
    }

    /// The token's letters; empty beyond the ends.
    pub(super) fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    pub(super) fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |before| self.word(before))
    }

    pub(super) fn is(&self, at: usize, word: &str) -> bool {
        self.word(at).eq_ignore_ascii_case(word)
    }

    pub(super) fn any(&self, at: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(at, word))
    }

    /// Past these words, one after the other; nothing if they do not stand here.
    pub(super) fn words(&self, at: usize, words: &[&str]) -> Option<usize> {
        words.iter().enumerate().all(|(step, word)| self.is(at + step, word)).then_some(at + words.len())
    }

    /// Past one of these words if it stands here.
    pub(super) fn skip(&self, at: usize, words: &[&str]) -> usize {
        at + usize::from(self.any(at, words))
    }

    pub(super) fn mark(&self, at: usize, mark: char) -> bool {
        self.lex(at) == Some(Lex::Mark(mark))
    }

    /// Whether no space stands before the token.
    pub(super) fn tight(&self, at: usize) -> bool {
        let ends = at.checked_sub(1).and_then(|before| self.tokens.get(before)).map(|token| token.span.end);
        self.tokens.get(at).map(|token| token.span.start) == ends
    }

    /// Whether the token before is one of these words.
    pub(super) fn follows(&self, at: usize, words: &[&str]) -> bool {
        let before = self.before(at);
        words.iter().any(|word| before.eq_ignore_ascii_case(word))
    }

    pub(super) fn capital(&self, at: usize) -> bool {
        self.word(at).starts_with(char::is_uppercase)
    }

    /// Whether a lower-case word follows, so that the number before it counts something.
    pub(super) fn counts(&self, at: usize) -> bool {
        self.word(at).starts_with(char::is_lowercase)
    }

    pub(super) fn unit(&self, at: usize) -> Read<Unit> {
        match self.lex(at)? {
            Lex::Unit(unit) => Some((unit, at + 1)),
            _ => None,
        }
    }

    /// A whole number above zero, in digits or words: `3`, `seventeen`, `twenty-one`, `a hundred`.
    pub(super) fn cardinal(&self, at: usize) -> Read<u32> {
        if let Some(Lex::Digits(number, _)) = self.lex(at) {
            return (number > 0).then_some((number, at + 1));
        }
        if self.is(at, "couple") {
            return Some((2, self.skip(at + 1, &["of"])));
        }
        if self.any(at, &["a", "an"]) && self.is(at + 1, "couple") {
            return Some((2, self.skip(at + 2, &["of"])));
        }
        self.number_words(at)
    }

    fn number_words(&self, at: usize) -> Read<u32> {
        let (mut whole, mut group, mut next) = (0_u32, 0_u32, at);
        while let Some(Lex::Number(number)) = self.lex(next) {
            let number = u32::from(number);
            // `twenty one` is one number, `five six` and `one twenty` are two.
            let fits =
                number >= 100 || group % 100 == 0 || group % 10 == 0 && group % 100 >= 20 && number < 10;
            if !fits || next - at > 8 {
                break;
            }
            match number {
                1000 => (whole, group) = (group.max(1) * 1000, 0),
                100 => group = group.clamp(1, 99) * 100,
                _ => group += number,
            }
            next += 1;
            let joined = self.mark(next, '-') || self.is(next, "and") && (whole > 0 || group >= 100);
            if joined && matches!(self.lex(next + 1), Some(Lex::Number(number)) if number < 100) {
                next += 1;
            }
        }
        (next > at).then_some((whole + group, next))
    }

    /// An ordinal number, in digits or words: `4th`, `twenty-first`.
    pub(super) fn ordinal(&self, at: usize) -> Read<u8> {
        match self.lex(at)? {
            Lex::Nth(number) => Some((number, at + 1)),
            Lex::Ordinal(number) => Some((number, at + 1)),
            Lex::Number(tens @ 20..=90) => {
                let next = if self.mark(at + 1, '-') { at + 2 } else { at + 1 };
                let Some(Lex::Ordinal(units @ 1..=9)) = self.lex(next) else { return None };
                Some((u8::try_from(tens).ok()? + units, next + 1))
            }
            _ => None,
        }
    }

    /// A day of a month: `4`, `4th`, `fourth`, `twenty nine`.
    pub(super) fn day_number(&self, at: usize) -> Read<u8> {
        let plain = || match self.lex(at)? {
            Lex::Digits(_, 3..) => None,
            _ => self.cardinal(at).filter(|_| !self.any(at, &["a", "an", "couple"])),
        };
        let (number, next) = self
            .ordinal(at)
            .or_else(|| plain().and_then(|(number, next)| Some((u8::try_from(number).ok()?, next))))?;
        (1..=31).contains(&number).then_some((number, next))
    }

    /// A year of four digits.
    pub(super) fn year(&self, at: usize) -> Read<i64> {
        let Some(Lex::Digits(year, 4)) = self.lex(at) else { return None };
        // The Buddhist era is 543 years ahead.
        match self.word(at + 1) {
            "BE" => Some((i64::from(year.checked_sub(543)?), at + 2)),
            "AD" | "CE" if plausible(year) => Some((i64::from(year), at + 2)),
            _ => plausible(year).then_some((i64::from(year), at + 1)),
        }
    }

    /// A year that follows a month: `2021`, `, 2021`, `of 2021`, `'21`, `nineteen hundred ninety three`.
    pub(super) fn year_after(&self, at: usize) -> Read<i64> {
        let comma = if self.mark(at, ',') { at + 1 } else { self.skip(at, &["of", "in", "/"]) };
        if let Some(year) = self.year(comma) {
            return Some(year);
        }
        match (self.lex(at)?, self.lex(at + 1)) {
            (Lex::Mark('\''), Some(Lex::Digits(year, 2))) if self.tight(at + 1) => {
                return Some((full_year(year), at + 2));
            }
            _ => {}
        }
        let (year, next) = self.number_words(comma).filter(|(year, _)| plausible(*year))?;
        Some((i64::from(year), next))
    }
}
