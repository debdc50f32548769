//! What can a word, a number or a mark say of a date?

use super::numeric::Numeric;
use crate::date::Weekday;

/// What a token says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lex {
    /// January to December, or its abbreviation.
    Month(u8),
    Weekday(Weekday),
    Unit(Unit),
    /// A number in words: `one` to `nineteen`, `twenty` to `ninety`, `hundred`, `thousand`.
    Number(u16),
    /// `first` to `nineteenth`, `twentieth`, `thirtieth`.
    Ordinal(u8),
    /// Digits alone: the number and how many there are.
    Digits(u32, u8),
    /// `4th`
    Nth(u8),
    /// `1990s`, `90s`
    Tens(u16),
    /// A date in digits: `2021-07-08`, `7/8/2021`.
    Numeric(Numeric),
    /// A number that is no part of a date: `18,219`, `1.5`, `12:36`.
    Figure,
    /// A word that a date can start with: `the`, `since`, `early`.
    Lead,
    /// Any other word.
    Word,
    /// Any other character; every dash that joins is `-`, every apostrophe `'`.
    Mark(char),
}

impl Lex {
    /// Whether the token alone already speaks of time or could count it.
    pub(super) const fn speaks_of_time(self) -> bool {
        !matches!(self, Self::Figure | Self::Lead | Self::Word | Self::Mark(_))
    }
}

/// A length of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::date) enum Unit {
    Hour,
    Day,
    Week,
    Weekend,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}
