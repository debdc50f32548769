//! Do these digits write a date: `2021-07-08`, `8.7.2021`, `7/8/21`?

use crate::date::Day;

/// A date in digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::date) enum Numeric {
    /// `2021-07-08`, `2021/7/8`, `20210708`
    Exact(Day),
    /// `7/8/2021`: either number can be the month.
    Pair(u8, u8, i64),
    /// `7/8`
    Yearless(u8, u8),
    /// `7/2021`
    Month(u8, i64),
}

/// Reads the date that `text` starts with, and how long it is; it must not run on.
pub(super) fn read(text: &str) -> Option<(usize, Numeric)> {
    let (parts, length) = parts(text)?;
    let numeric = match parts.as_slice() {
        [(whole, 8)] => exact(whole / 10_000, whole / 100 % 100, whole % 100)?,
        [(year, 4), (month, 1..=2), (day, 1..=2)] => exact(*year, *month, *day)?,
        [(one, 1..=2), (other, 1..=2), (year, 4)] => pair(*one, *other, i64::from(*year))?,
        [(one, 1..=2), (other, 1..=2), (year, 2)] if !text.get(..length)?.contains('.') => {
            pair(*one, *other, full_year(*year))?
        }
        [(one, 1..=2), (other, 1..=2)] => yearless(*one, *other)?,
        [(month, 1..=2), (year, 4)] if (1..=12).contains(month) && plausible(*year) => {
            Numeric::Month(u8::try_from(*month).ok()?, i64::from(*year))
        }
        _ => return None,
    };
    Some((length, numeric))
}

/// The year that two digits stand for: 1950 to 2049.
pub(super) fn full_year(two: u32) -> i64 {
    i64::from(two) + if two < 50 { 2000 } else { 1900 }
}

/// Whether a bare number of four digits is likely to be a year.
pub(super) fn plausible(year: u32) -> bool {
    (1000..=2199).contains(&year)
}

/// Up to three numbers with one and the same mark between them, each with its length, and the length of all.
fn parts(text: &str) -> Option<(Vec<(u32, usize)>, usize)> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let (mut at, mut mark) = (0, None);
    loop {
        let length = bytes.get(at..)?.iter().take(9).take_while(|byte| byte.is_ascii_digit()).count();
        found.push((text.get(at..at + length)?.parse().ok()?, length));
        at += length;
        let next = bytes.get(at).copied().filter(|byte| b"-/.".contains(byte));
        let more = bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
        match next {
            Some(byte) if more && found.len() < 3 && mark.is_none_or(|mark| mark == byte) => {
                mark = Some(byte);
            }
            _ => break,
        }
        at += 1;
    }
    let runs_on = bytes.get(at).is_some_and(u8::is_ascii_alphanumeric) && bytes.get(at) != Some(&b'T');
    let more_digits = matches!(bytes.get(at..at + 2), Some([b'-' | b'/' | b'.' | b',', b'0'..=b'9']));
    // `2014-2018`, `4-7` and `4.7` are ranges or figures; one number alone is a date only as `20210708`.
    let loose = found.len() == 2 && mark != Some(b'/') || found.len() == 1 && found.first()?.1 != 8;
    // A range of slashed dates runs on: `5/1-5/7`.
    let range = mark == Some(b'/') && bytes.get(at) == Some(&b'-');
    (!loose && !runs_on && (!more_digits || range)).then_some((found, at))
}

fn exact(year: u32, month: u32, day: u32) -> Option<Numeric> {
    let day = Day::new(i64::from(year), u8::try_from(month).ok()?, u8::try_from(day).ok()?)?;
    plausible(year).then_some(Numeric::Exact(day))
}

fn pair(one: u32, other: u32, year: i64) -> Option<Numeric> {
    let (one, other) = (u8::try_from(one).ok()?, u8::try_from(other).ok()?);
    Day::new(year, one, other).or_else(|| Day::new(year, other, one))?;
    Some(Numeric::Pair(one, other, year))
}

/// Month and day in either order, where one of them is a day of the calendar.
pub(super) fn yearless(one: u32, other: u32) -> Option<Numeric> {
    let Numeric::Pair(one, other, _) = pair(one, other, 2000)? else { return None };
    Some(Numeric::Yearless(one, other))
}
