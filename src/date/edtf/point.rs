//! What are the parts of one EDTF date, such as `2004?-~06-1X`?

use super::super::day::Day;
use super::clock::Clock;

/// One date: a year, perhaps a season or a month and a day, each perhaps open or marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Point {
    pub(super) year: Year,
    pub(super) significant: Option<u8>,
    pub(super) season: Option<u8>,
    pub(super) month: Option<Digits>,
    pub(super) day: Option<Digits>,
    pub(super) clock: Option<Clock>,
    pub(super) marks: [Mark; 3],
}

/// Two digits of a month or a day; an `X` is none.
pub(super) type Digits = [Option<u8>; 2];

/// A year as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Year {
    /// Four digits, some of them perhaps `X`.
    Digits { negative: bool, digits: [Option<u8>; 4] },
    /// `Y` and any number of digits.
    Long(i64),
    /// A century (`19`) or a decade (`197`) by its first and last year.
    Round(i64, i64),
}

/// What `?`, `~` and `%` say of a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Mark {
    pub(super) uncertain: bool,
    pub(super) approximate: bool,
}

impl Point {
    /// One day, without marks.
    pub(super) fn of_day(day: Day) -> Self {
        let mut point = Self::of_year(day.year());
        point.month = Some(digits(day.month()));
        point.day = Some(digits(day.day()));
        point
    }

    /// One month, without marks.
    pub(super) fn of_month(year: i64, month: u8) -> Self {
        Self { month: Some(digits(month)), ..Self::of_year(year) }
    }

    /// One year, without marks.
    pub(super) fn of_year(year: i64) -> Self {
        Self {
            year: Year::of(year),
            significant: None,
            season: None,
            month: None,
            day: None,
            clock: None,
            marks: [Mark::default(); 3],
        }
    }

    pub(super) fn is_uncertain(&self) -> bool {
        self.marks.iter().any(|mark| mark.uncertain)
    }

    pub(super) fn is_approximate(&self) -> bool {
        self.marks.iter().any(|mark| mark.approximate)
    }

    pub(super) fn is_marked(&self) -> bool {
        self.is_uncertain() || self.is_approximate()
    }

    /// How many of year, month and day are given; a season counts as a month.
    pub(super) fn depth(&self) -> usize {
        let month = usize::from(self.month.is_some() || self.season.is_some());
        1 + month + usize::from(self.day.is_some())
    }
}

impl Year {
    fn of(year: i64) -> Self {
        let mut rest = year.unsigned_abs();
        let mut digits = [None; 4];
        for place in digits.iter_mut().rev() {
            *place = u8::try_from(rest % 10).ok();
            rest /= 10;
        }
        if rest == 0 { Self::Digits { negative: year < 0, digits } } else { Self::Long(year) }
    }

    pub(super) fn first(self) -> i64 {
        match self {
            Self::Digits { negative: false, digits } => number(&digits, 0),
            Self::Digits { negative: true, digits } => -number(&digits, 9),
            Self::Long(year) => year,
            Self::Round(first, _) => first,
        }
    }

    pub(super) fn last(self) -> i64 {
        match self {
            Self::Digits { negative: false, digits } => number(&digits, 9),
            // There is no year −0000: it is 0000.
            Self::Digits { negative: true, digits } => -number(&digits, 0).max(1),
            Self::Long(year) => year,
            Self::Round(_, last) => last,
        }
    }

    /// Whether `year`, between the first and the last, has the digits that are given.
    pub(super) fn fits(self, year: i64) -> bool {
        let Self::Digits { digits, .. } = self else { return true };
        let mut rest = year.unsigned_abs();
        digits.iter().rev().all(|digit| {
            let last = rest % 10;
            rest /= 10;
            digit.is_none_or(|digit| u64::from(digit) == last)
        })
    }
}

/// The number that the digits stand for, with `open` for each `X`.
pub(super) fn number(digits: &[Option<u8>], open: u8) -> i64 {
    digits.iter().fold(0, |number, digit| number * 10 + i64::from(digit.unwrap_or(open)))
}

fn digits(number: u8) -> Digits {
    [Some(number / 10), Some(number % 10)]
}

/// The digits as they were written.
pub(super) fn written(digits: Digits) -> String {
    digits.iter().map(|digit| digit.map_or('X', |digit| char::from(b'0' + digit % 10))).collect()
}

impl Mark {
    /// What holds of a part that both stand at.
    pub(super) const fn and(self, other: Self) -> Self {
        Self {
            uncertain: self.uncertain || other.uncertain,
            approximate: self.approximate || other.approximate,
        }
    }
}
