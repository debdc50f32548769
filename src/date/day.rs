//! What is a day of the calendar, and which day is so many days or months away?

use std::fmt;

use jiff::civil;
pub use jiff::civil::Weekday;

/// One day of the (proleptic Gregorian) calendar; year 0 is 1 BC, as in ISO 8601.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    year: i64,
    month: u8,
    day: u8,
}

impl Day {
    /// The day with these numbers, if the calendar has it.
    #[must_use]
    pub fn new(year: i64, month: u8, day: u8) -> Option<Self> {
        let known = (1..=12).contains(&month) && day >= 1 && day <= month_length(year, month);
        known.then_some(Self { year, month, day })
    }

    /// The first of January.
    #[must_use]
    pub const fn first_of_year(year: i64) -> Self {
        Self { year, month: 1, day: 1 }
    }

    /// The last of December.
    #[must_use]
    pub const fn last_of_year(year: i64) -> Self {
        Self { year, month: 12, day: 31 }
    }

    /// The year; 0 is 1 BC.
    #[must_use]
    pub const fn year(self) -> i64 {
        self.year
    }

    /// The month, 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }

    /// The day of the week.
    #[must_use]
    pub fn weekday(self) -> Weekday {
        // The calendar repeats every 400 years, weekdays included, so any year can be asked in jiff's range.
        let year = i16::try_from(self.year.rem_euclid(400)).unwrap_or_default() + 2000;
        civil::Date::new(year, signed(self.month), signed(self.day))
            .map_or(Weekday::Monday, civil::Date::weekday)
    }

    /// The day `days` later (earlier if negative); nothing beyond the years −9999 to 9999.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Option<Self> {
        let span = jiff::Span::new().try_days(days).ok()?;
        self.civil()?.checked_add(span).ok().map(Self::from_civil)
    }

    /// The same day `months` later, or the last day of a month that is too short for it.
    #[must_use]
    pub fn plus_months(self, months: i64) -> Option<Self> {
        let span = jiff::Span::new().try_months(months).ok()?;
        self.civil()?.checked_add(span).ok().map(Self::from_civil)
    }

    /// How many days from `self` to `other`; nothing beyond the years −9999 to 9999.
    #[must_use]
    pub fn days_until(self, other: Self) -> Option<i64> {
        let span = self.civil()?.until((jiff::Unit::Day, other.civil()?)).ok()?;
        Some(i64::from(span.get_days()))
    }

    /// The Monday of this day's week.
    #[must_use]
    pub fn monday(self) -> Option<Self> {
        self.plus_days(-i64::from(self.weekday().to_monday_zero_offset()))
    }

    fn civil(self) -> Option<civil::Date> {
        let year = i16::try_from(self.year).ok()?;
        civil::Date::new(year, signed(self.month), signed(self.day)).ok()
    }

    fn from_civil(date: civil::Date) -> Self {
        Self { year: i64::from(date.year()), month: unsigned(date.month()), day: unsigned(date.day()) }
    }
}

impl fmt::Display for Day {
    /// As in ISO 8601, years of four digits or more: `2021-07-05`, `-0275-01-01`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.year < 0 { "-" } else { "" };
        write!(out, "{sign}{:04}-{:02}-{:02}", self.year.unsigned_abs(), self.month, self.day)
    }
}

/// How many days a month of a year has; 0 for a month that does not exist.
#[must_use]
pub fn month_length(year: i64, month: u8) -> u8 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

/// Whether a year has a 29 February.
#[must_use]
pub const fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// The English name of a month, 1 to 12; empty for any other number.
#[must_use]
pub fn month_name(month: u8) -> &'static str {
    const NAMES: [&str; 13] = [
        "",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    NAMES.get(usize::from(month)).copied().unwrap_or_default()
}

/// The English name of a day of the week.
#[must_use]
pub const fn weekday_name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

fn signed(number: u8) -> i8 {
    i8::try_from(number).unwrap_or_default()
}

fn unsigned(number: i8) -> u8 {
    u8::try_from(number).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_must_be_in_the_calendar() {
        assert!(Day::new(2020, 2, 29).is_some());
        for (year, month, day) in [(2021, 2, 29), (2021, 4, 31), (2021, 13, 1), (2021, 0, 1), (2021, 1, 0)] {
            assert_eq!(Day::new(year, month, day), None);
        }
    }

    #[test]
    fn weekdays_hold_in_any_year() {
        assert_eq!(Day::new(2021, 7, 5).unwrap().weekday(), Weekday::Monday);
        assert_eq!(Day::new(400_002_021, 7, 5).unwrap().weekday(), Weekday::Monday);
        assert_eq!(Day::new(-7979, 7, 5).unwrap().weekday(), Weekday::Monday);
    }

    #[test]
    fn arithmetic_stops_at_the_ends_of_the_calendar() {
        let day = Day::new(2021, 1, 31).unwrap();
        assert_eq!(day.plus_months(1), Day::new(2021, 2, 28));
        assert_eq!(day.plus_days(-31), Day::new(2020, 12, 31));
        assert_eq!(day.plus_days(i64::MAX), None);
        assert_eq!(day.plus_months(i64::MIN), None);
        assert_eq!(day.days_until(Day::new(2021, 2, 3).unwrap()), Some(3));
        assert_eq!(Day::last_of_year(9999).plus_days(1), None);
    }

    #[test]
    fn display_pads_the_year_to_four_digits() {
        assert_eq!(Day::new(-275, 1, 1).unwrap().to_string(), "-0275-01-01");
        assert_eq!(Day::new(170_000_000, 12, 31).unwrap().to_string(), "170000000-12-31");
    }
}
