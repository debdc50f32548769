//! Which is the first and which the last day that one EDTF date can mean?

use super::super::day::{Day, is_leap, month_length};
use super::super::stretch::Stretch;
use super::point::{Digits, Point, number, written};
use super::trouble::Trouble;

/// The date again, if the calendar has a day that it can mean.
pub(super) fn possible(point: Point) -> Result<Point, Trouble> {
    if point.season.is_some() || ends(&point).is_some() {
        return Ok(point);
    }
    let month = point.month.filter(|month| matching(*month, 12).next().is_none());
    match (month, point.day) {
        (Some(month), _) => Err(Trouble::Month(written(month))),
        (None, Some(day)) => Err(no_day(&point, day)),
        (None, None) => Err(Trouble::Year),
    }
}

/// The first and the last day; every [`Point`] that was read has them.
pub(super) fn stretch(point: &Point) -> Stretch {
    let whole_years =
        || Stretch::days(Day::first_of_year(point.year.first()), Day::last_of_year(point.year.last()));
    let found = match point.season {
        Some(season) => season_ends(point, season),
        None => ends(point),
    };
    found.map_or_else(whole_years, |(first, last)| Stretch::days(first, last))
}

/// The one day that it means, if year, month and day are given in full.
pub(super) fn exact_day(point: &Point) -> Option<Day> {
    point.day?;
    ends(point).filter(|(first, last)| first == last).map(|(first, _)| first)
}

/// The months of a season's code: the first, and how many.
pub(super) fn season_months(season: u8) -> (u8, u8) {
    match season {
        21 | 25 | 31 => (3, 3),
        22 | 26 | 32 => (6, 3),
        23 | 27 | 29 => (9, 3),
        24 | 28 | 30 => (12, 3),
        33..=36 => ((season - 33) * 3 + 1, 3),
        37..=39 => ((season - 37) * 4 + 1, 4),
        40 | 41 => ((season - 40) * 6 + 1, 6),
        _ => (1, 12),
    }
}

fn no_day(point: &Point, day: Digits) -> Trouble {
    let month = point.month.and_then(|month| matching(month, 12).next()).unwrap_or(1);
    let year = point.year.first();
    let year = if year == point.year.last() { year.to_string() } else { String::new() };
    Trouble::Day { year, month, day: written(day) }
}

/// A winter runs from December into the next year; its code stands with the year in which it begins.
fn season_ends(point: &Point, season: u8) -> Option<(Day, Day)> {
    let (first, months) = season_months(season);
    let begins = Day::new(point.year.first(), first, 1)?;
    let last = first + months - 1;
    let (year, month) =
        if last > 12 { (point.year.last().checked_add(1)?, last - 12) } else { (point.year.last(), last) };
    Some((begins, Day::new(year, month, month_length(year, month))?))
}

fn ends(point: &Point) -> Option<(Day, Day)> {
    let (first, last) = (point.year.first(), point.year.last());
    // A day can be missing from common years (29 February) but, if it is in none of the two sorts, in all years.
    let in_leap = first_day(point, true);
    let in_common = first_day(point, false);
    if in_leap.is_none() && in_common.is_none() {
        return None;
    }
    let has = |year: &i64| {
        let there = if is_leap(*year) { in_leap } else { in_common };
        there.is_some() && point.year.fits(*year)
    };
    let early = (first..=last).find(has)?;
    let late = (first..=last).rev().find(has)?;
    let (month, day) = first_day(point, is_leap(early))?;
    let begins = Day::new(early, month, day)?;
    let (month, day) = last_day(point, is_leap(late))?;
    Some((begins, Day::new(late, month, day)?))
}

fn first_day(point: &Point, leap: bool) -> Option<(u8, u8)> {
    months(point).find_map(|month| days(point, month, leap).next().map(|day| (month, day)))
}

fn last_day(point: &Point, leap: bool) -> Option<(u8, u8)> {
    months(point).rev().find_map(|month| days(point, month, leap).next_back().map(|day| (month, day)))
}

fn months(point: &Point) -> impl DoubleEndedIterator<Item = u8> {
    matching(point.month.unwrap_or([None; 2]), 12)
}

fn days(point: &Point, month: u8, leap: bool) -> impl DoubleEndedIterator<Item = u8> {
    // Any leap year and any common year will do.
    matching(point.day.unwrap_or([None; 2]), month_length(if leap { 2000 } else { 2001 }, month))
}

/// The numbers from 1 to `last` that have the digits given.
fn matching(digits: Digits, last: u8) -> impl DoubleEndedIterator<Item = u8> {
    (1..=last).filter(move |candidate| {
        let [tens, units] = digits;
        number(&[tens], candidate / 10) == i64::from(candidate / 10)
            && number(&[units], candidate % 10) == i64::from(candidate % 10)
    })
}
